import { describe, expect, it } from 'vitest';
import { addressWithPage } from './address-with-page';

describe('addressWithPage', () => {
  it('carries the address and the title of the page', () => {
    const address = addressWithPage('/corrections/new', '/search?q=养老&page=2', '搜索\n 结果 ');
    const { searchParams } = new URL(address, 'https://example.test');
    expect(searchParams.get('from')).toBe('/search?q=养老&page=2');
    expect(searchParams.get('title')).toBe('搜索 结果');
  });

  it('leaves out a title that the page does not have', () => {
    expect(addressWithPage('/en/corrections/new', '/en', '')).toBe(
      '/en/corrections/new?from=%2Fen',
    );
  });

  it('does not report the form itself', () => {
    expect(addressWithPage('/corrections/new', '/corrections/new/check', '核对')).toBe(
      '/corrections/new',
    );
  });

  it('cuts a title between characters', () => {
    const { searchParams } = new URL(
      addressWithPage('/corrections/new', '/', '𠮷'.repeat(300)),
      'https://example.test',
    );
    expect(searchParams.get('title')).toBe('𠮷'.repeat(200));
  });
});
