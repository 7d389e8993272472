import type { Citation } from './mention';

/** What an editor put right. Without a target, `anchor` is a place in the citing text itself. */
export type Correction<Id> = {
  action: 'link' | 'remove';
  quote: string;
  target?: Id | null;
  anchor?: string | null;
};

/**
 * The citations as they stand after an editor's corrections. A removal takes the citations whose
 * words are exactly the quoted ones; where there are none, those inside the quoted words, so that
 * 依照刑法第三条 picks one of several 刑法第三条. A link holds wherever its words stand, and
 * outweighs what was found there. What the text no longer says is left out.
 *
 * @param texts the plain text of each block
 */
export function correctedCitations<Id>(
  found: readonly Citation<Id>[],
  corrections: readonly Correction<Id>[],
  texts: readonly string[],
): Citation<Id>[] {
  const links = corrections
    .filter(({ action }) => action === 'link')
    .flatMap((correction) => linksOf(correction, texts));
  const gone = new Set<Citation<Id>>();
  for (const { action, quote } of corrections) {
    if (action !== 'remove') continue;
    const exact = found.filter((one) => one.quote === quote);
    const places = exact.length > 0 ? [] : occurrences(quote, texts);
    for (const one of exact) gone.add(one);
    for (const one of found) if (places.some((place) => isInside(one, place))) gone.add(one);
  }
  const kept = found.filter(
    (one) =>
      !gone.has(one) &&
      texts[one.block]?.slice(one.start, one.end) === one.quote &&
      !links.some((link) => overlap(one, link)),
  );
  const ordered = [...kept, ...links].sort((a, b) => a.block - b.block || a.start - b.start);
  return ordered.filter((one, i) => {
    const before = ordered[i - 1];
    return !before || !overlap(before, one);
  });
}

/** The documents that a text cites, each once. */
export const targetsOf = <Id>(citations: readonly Citation<Id>[]): Id[] => [
  ...new Set(citations.flatMap(({ target }) => (target === null ? [] : [target]))),
];

/** Whether words stand in a text, as a correction must quote them. */
export const standsIn = (quote: string, texts: readonly string[]): boolean =>
  quote !== '' && texts.some((text) => text.includes(quote));

type Place = { block: number; start: number; end: number };

function linksOf<Id>(correction: Correction<Id>, texts: readonly string[]): Citation<Id>[] {
  const { quote, target = null, anchor } = correction;
  if (target === null && !anchor) return [];
  return occurrences(quote, texts).map((place) => ({
    ...place,
    quote,
    kind: 'name',
    target,
    ...(anchor && { anchor }),
  }));
}

function occurrences(quote: string, texts: readonly string[]): Place[] {
  if (quote === '') return [];
  return texts.flatMap((text, block) => {
    const places: Place[] = [];
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + quote.length))
      places.push({ block, start: at, end: at + quote.length });
    return places;
  });
}

const isInside = (inner: Place, outer: Place): boolean =>
  inner.block === outer.block && inner.start >= outer.start && inner.end <= outer.end;

const overlap = (a: Place, b: Place): boolean =>
  a.block === b.block && a.start < b.end && b.start < a.end;
