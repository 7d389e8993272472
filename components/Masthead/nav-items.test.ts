import { describe, expect, it } from 'vitest';
import { isWithin } from './nav-items';

describe('isWithin', () => {
  it('counts a page below a part as belonging to it', () => {
    expect(isWithin('/documents', '/documents')).toBe(true);
    expect(isWithin('/documents/yi-fu-fa-2020-1', '/documents')).toBe(true);
  });

  it('does not take a longer word for the part', () => {
    expect(isWithin('/documents-archive', '/documents')).toBe(false);
    expect(isWithin('/', '/documents')).toBe(false);
  });
});
