import type { Validity } from '../catalogue/codes';

/**
 * How an answer stands by the documents that it rests on: `holds`; `changed` where one was amended since or is not in
 * force yet; `ended` where one was repealed or lapsed, or is no longer public: the answer waits to be renewed.
 */
export type Basis = 'holds' | 'changed' | 'ended';

/** @param sources the validity of each; null for one that is no norm, undefined for one that the public may not read */
export function basisOf(sources: readonly (Validity | null | undefined)[]): Basis {
  if (sources.some((one) => one === undefined || one === 'repealed' || one === 'lapsed'))
    return 'ended';
  return sources.some((one) => one === 'amended' || one === 'not-yet') ? 'changed' : 'holds';
}
