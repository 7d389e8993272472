/** 自动收录: what a section takes in by itself. All conditions that are set must be met; of each, any one value. */
export type TopicRule = {
  themes?: readonly string[] | null;
  kinds?: readonly string[] | null;
  agencies?: readonly unknown[] | null;
  words?: readonly string[] | null;
  from?: string | null;
  to?: string | null;
  most?: number | null;
};

/** What one section may take in, whatever its rule says. */
export const MOST_BY_RULE = 200;
const USUAL = 50;

/** Whether a rule takes in anything: dates alone would be everything that was ever published. */
export const isRule = (rule: TopicRule | null | undefined): rule is TopicRule =>
  Boolean(
    rule && [rule.themes, rule.kinds, rule.agencies, wordsOf(rule)].some((each) => each?.length),
  );

/** The words that are looked for, without blanks and empty ones. */
export const wordsOf = ({ words }: TopicRule): string[] =>
  (words ?? []).map((word) => word.trim()).filter((word) => word !== '');

export const mostOf = ({ most }: TopicRule): number =>
  Math.min(Math.max(1, Math.floor(most ?? USUAL)), MOST_BY_RULE);

/**
 * What a section shows: the chosen items in the editor's order, then those that the rule found and
 * that stand nowhere else in the topic. `taken` has the keys of the whole topic and grows.
 */
export function fillSection<Item>(
  chosen: readonly Item[],
  found: readonly Item[],
  keyOf: (item: Item) => string,
  taken: Set<string>,
): Item[] {
  const added: Item[] = [];
  for (const item of found) {
    const key = keyOf(item);
    if (taken.has(key)) continue;
    taken.add(key);
    added.push(item);
  }
  return [...chosen, ...added];
}
