import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { blockToText, type Block } from '../domain/documents/blocks';
import { findCitations } from '../domain/documents/citations/find';
import type { Citation } from '../domain/documents/citations/mention';
import { Register, resolveMention, type Citing } from '../domain/documents/citations/register';
import { anchorsOf } from '../domain/documents/citations/anchors';
import { parseFile } from '../transfer/import/parse';
import { entryOf, planBatch, type Entry } from '../transfer/import/check';
import { readSources } from '../transfer/import/sources';

/** One row of tests/fixtures/citations/labelled.tsv; `target` is a file of the corpus, self, or null. */
export type Label = {
  file: string;
  quote: string;
  target: string | null;
  anchor: string | null;
  part: 'development' | 'unseen';
};

export type Accuracy = {
  /** Labels, and those of them that must become a link. */
  labels: number;
  expected: number;
  made: number;
  right: number;
  precision: number;
  recall: number;
  /** What was linked wrongly or missed, for people. */
  wrong: string[];
  missed: string[];
};

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const CORPUS = path.resolve(root, '../shared/corpus/laws.tar.xz');

export function readLabels(
  file: string = path.join(root, 'tests/fixtures/citations/labelled.tsv'),
): Label[] {
  let part: Label['part'] = 'development';
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('# -- unseen')) part = 'unseen';
      if (line === '' || line.startsWith('#')) return [];
      const [name = '', quote = '', target = '', anchor = ''] = line.split('\t');
      return [
        { file: name, quote, target: target === '-' ? null : target, anchor: anchor || null, part },
      ];
    });
}

/** The laws as an import would hold them, each by its file. */
export type Corpus = {
  register: Register<string>;
  /** Files that an import would hold: all but the doubles. */
  held: string[];
  citing: Map<string, Citing<string>>;
  blocks: (file: string) => Promise<readonly Block[]>;
  /** Lets the texts go. */
  release: () => void;
};

export async function readCorpus(corpus: string = CORPUS): Promise<Corpus> {
  const citing = new Map<string, Citing<string>>();
  const texts = new Map<string, readonly Block[]>();
  const entries: Entry[] = [];
  const files: string[] = [];
  for await (const file of readSources(corpus)) {
    const parsed = await parseFile(file);
    files.push('');
    if ('skip' in parsed) continue;
    const { document } = parsed;
    const id = document.source.address;
    entries.push(entryOf(files.length - 1, file.path, document));
    files[files.length - 1] = id;
    texts.set(id, document.blocks);
    citing.set(id, {
      id,
      title: document.title,
      number: document.number ?? null,
      agency: document.agencyName,
      madeOn: document.madeOn ?? null,
      publishedOn: document.publishedOn ?? null,
      effectiveOn: document.effectiveOn ?? null,
    });
  }
  // What an import leaves out as a double is not held.
  const doubles = new Set(
    [...planBatch(entries)].flatMap(([at, decision]) => ('skip' in decision ? [files[at]] : [])),
  );
  const held = [...citing.values()].filter(({ id }) => !doubles.has(id));
  return {
    register: new Register(held),
    held: held.map(({ id }) => id),
    citing,
    blocks: async (id) => texts.get(id) ?? [],
    release: () => texts.clear(),
  };
}

/** The links that one text of the corpus gets. */
export async function citationsOf(corpus: Corpus, id: string): Promise<Citation<string>[]> {
  const citing = corpus.citing.get(id) as Citing<string>;
  const blocks = await corpus.blocks(id);
  const found: Citation<string>[] = [];
  const own = anchorsOf(blocks);
  for (const mention of findCitations(blocks, citing, corpus.register)) {
    const candidates = corpus.register.candidates(mention, citing);
    const anchors = new Map<string | null, ReadonlySet<string>>([[null, own]]);
    if (mention.places)
      for (const one of candidates) anchors.set(one.id, anchorsOf(await corpus.blocks(one.id)));
    const citation = resolveMention(mention, candidates, citing, (key) => anchors.get(key) ?? own);
    if (citation) found.push(citation);
  }
  return found;
}

/**
 * Compares the links in every labelled paragraph with the labels: a link to another document or
 * article, or where none is meant, is wrong; a label without its link is missed.
 */
export async function measureAccuracy(corpus: Corpus, labels: readonly Label[]): Promise<Accuracy> {
  const wrong: string[] = [];
  const missed: string[] = [];
  let made = 0;
  let right = 0;
  for (const file of new Set(labels.map((label) => label.file))) {
    const own = labels.filter((label) => label.file === file);
    const texts = (await corpus.blocks(file)).map(blockToText);
    const places = own.map((label) => placeOf(label, texts));
    const blocks = new Set(places.map(({ block }) => block));
    const links = (await citationsOf(corpus, file)).filter(({ block }) => blocks.has(block));
    made += links.length;
    const used = new Set<Citation<string>>();
    for (const [i, label] of own.entries()) {
      const place = places[i] as Place;
      const link = links.find(
        (one) =>
          one.block === place.block &&
          one.start < place.end &&
          one.end > place.start &&
          !used.has(one),
      );
      if (link) used.add(link);
      const isRight =
        link !== undefined &&
        (link.target ?? 'self') === label.target &&
        articleOf(link.anchor) === label.anchor;
      if (isRight) right += 1;
      else if (link)
        wrong.push(`${file}\t${label.quote}\t→ ${link.target ?? 'self'} ${link.anchor ?? ''}`);
      if (!isRight && label.target)
        missed.push(`${file}\t${label.quote}\t${label.target} ${label.anchor ?? ''}`);
    }
    for (const link of links)
      if (!used.has(link))
        wrong.push(`${file}\t${link.quote}\t→ ${link.target ?? 'self'} (no label)`);
  }
  const expected = labels.filter(({ target }) => target !== null).length;
  return {
    labels: labels.length,
    expected,
    made,
    right,
    precision: made === 0 ? 1 : right / made,
    recall: expected === 0 ? 1 : right / expected,
    wrong,
    missed,
  };
}

type Place = { block: number; start: number; end: number };

function placeOf({ file, quote }: Label, texts: readonly string[]): Place {
  const plain = quote.replace(/[⟦⟧]/gu, '');
  const block = texts.findIndex((text) => text.includes(plain));
  if (block < 0) throw new Error(`the words ${plain} are not in ${file}`);
  const from = (texts[block] as string).indexOf(plain);
  const start = from + quote.indexOf('⟦');
  return { block, start, end: from + quote.indexOf('⟧') - 1 };
}

/** Labels name articles; a link may name the paragraph of it. */
const articleOf = (anchor: string | undefined): string | null =>
  anchor?.replace(/-(?:clause|item)-.*$/u, '') ?? null;
