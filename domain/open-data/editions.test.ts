import { describe, expect, it } from 'vitest';
import { editionFolder, isEditionDue } from './editions';

describe('an edition of the open data', () => {
  it('is due when there is none', () => {
    expect(isEditionDue(null, '2026-11-25T05:00:00.000Z')).toBe(true);
  });

  it('is due from two o’clock in Shanghai on, once a day', () => {
    const made = '2026-11-24T18:20:00.000Z';
    expect(isEditionDue(made, '2026-11-25T17:59:59.000Z')).toBe(false);
    expect(isEditionDue(made, '2026-11-25T18:00:00.000Z')).toBe(true);
    expect(isEditionDue('2026-11-25T18:20:00.000Z', '2026-11-25T19:20:00.000Z')).toBe(false);
  });

  it('is caught up at any hour when a night was missed', () => {
    expect(isEditionDue('2026-11-23T18:20:00.000Z', '2026-11-25T06:00:00.000Z')).toBe(true);
  });

  it('has a folder that sorts by time', () => {
    expect(editionFolder('2026-11-25T18:20:03.123Z')).toBe('20261125T182003123Z');
  });
});
