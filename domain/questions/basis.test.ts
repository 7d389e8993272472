import { describe, expect, it } from 'vitest';
import { basisOf } from './basis';

describe('what an answer rests on', () => {
  it('holds while each document is in force, or is no norm, or where none is named', () => {
    expect(basisOf(['in-force', null])).toBe('holds');
    expect(basisOf([])).toBe('holds');
  });

  it('has changed once a document was amended or is not in force yet', () => {
    expect(basisOf(['in-force', 'amended'])).toBe('changed');
    expect(basisOf(['not-yet'])).toBe('changed');
  });

  it('has ended once one document of several was repealed, lapsed or withdrawn', () => {
    for (const gone of ['repealed', 'lapsed', undefined] as const)
      expect(basisOf(['in-force', 'amended', gone])).toBe('ended');
  });
});
