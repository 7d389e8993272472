import { blocksFromLexical } from '../domain/documents/lexical';
import type { Passage, SearchCollection } from './engine';
import { blockPassages, passagesOf } from './passages';

type Text = string | null | undefined;
type Row = Readonly<Record<string, unknown>>;
/** Fields of the collections below; each has some of them. */
type Parts = Readonly<Record<string, unknown>>;

/**
 * The text of a record that is laid out in parts (a guide, a consultation, a proposal), each passage under the
 * anchor that its part has on the page; null for the other collections.
 */
export function partedPassages(
  collection: SearchCollection,
  source: object,
): readonly Passage[] | null {
  const read = READERS[collection];
  return read ? read(source as Parts).flat() : null;
}

const asked = (source: Parts) => [
  plain(source.question, 'question'),
  plain(source.answer, 'answer'),
];

const READERS: Partial<Record<SearchCollection, (parts: Parts) => readonly Passage[][]>> = {
  services: (source) => [
    plain(source.summary),
    plain(source.conditions, 'conditions'),
    plain(listed(source.materials, 'name', 'note'), 'materials'),
    plain(listed(source.process, 'title', 'text'), 'process'),
    plain(lines([source.timeLimit, source.fee]), 'process'),
    plain(source.basis, 'basis'),
    plain(lines([source.place, source.hours, source.phone]), 'place'),
  ],
  'service-chains': (source) => [
    plain(source.summary),
    plain(listed(source.steps, 'title', 'note', 'timeLimit'), 'steps'),
  ],
  policies: (source) => [
    plain(source.benefit, 'benefit'),
    plain(source.eligibility, 'eligibility'),
    plain(source.howToApply, 'how-to-apply'),
    plain(listed(source.materials, 'name', 'note'), 'materials'),
    plain(listed(source.process, 'title', 'text'), 'process'),
    plain(lines([source.timeLimit, source.officer, source.phone])),
    plain(listed(source.sources, 'passage')),
  ],
  consultations: (source) => [
    plain(source.summary),
    rich(source.draft),
    rich(source.background).map(under('background')),
    plain(listed(source.participation, 'title', 'summary'), 'participation'),
    ...outcome(source.outcome),
    plain(source.withoutOutcome, 'outcome'),
  ],
  proposals: (source) => [
    rich(source.text).map(under('proposal')),
    rich(source.reply).map(under('reply')),
  ],
  'published-letters': asked,
  'published-answers': asked,
};

function outcome(group: unknown): Passage[][] {
  if (typeof group !== 'object' || group === null) return [];
  const { summary, points } = group as Row;
  return [plain(summary, 'outcome'), plain(listed(points, 'opinion', 'reason'), 'outcome')];
}

const plain = (text: unknown, anchor?: string): Passage[] =>
  typeof text === 'string' ? passagesOf(text, anchor ? { anchor } : {}) : [];

const rich = (state: unknown): Passage[] => (state ? blockPassages(blocksFromLexical(state)) : []);

/** Each of two official texts on one page numbers its places anew, so only the part itself is a place. */
const under =
  (anchor: string) =>
  (passage: Passage): Passage => ({ ...passage, anchor });

/** The rows of a list, one a line. */
const listed = (rows: unknown, ...names: readonly string[]): string =>
  Array.isArray(rows)
    ? (rows as readonly Row[])
        .map((row) =>
          lines(
            names.map((name) => row[name]),
            ' ',
          ),
        )
        .filter(Boolean)
        .join('\n')
    : '';

const lines = (texts: readonly unknown[], between = '\n'): string =>
  (texts as readonly Text[]).filter(Boolean).join(between);
