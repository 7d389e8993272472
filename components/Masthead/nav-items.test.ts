import { describe, expect, it } from 'vitest';
import { isWithin } from './nav-items';

describe('isWithin', () => {
  it('counts a page below a part as belonging to it', () => {
    expect(isWithin('/documents', '/documents')).toBe(true);
    expect(isWithin('/documents/yi-fu-fa-2020-1', '/documents')).toBe(true);
  });

  it('counts a page of another address that stands within the part', () => {
    expect(isWithin('/letters/new', '/participate', ['/letters'])).toBe(true);
    expect(isWithin('/letters-old', '/participate', ['/letters'])).toBe(false);
  });

  it('does not take a longer word for the part', () => {
    expect(isWithin('/documents-archive', '/documents')).toBe(false);
    expect(isWithin('/', '/documents')).toBe(false);
  });
});
