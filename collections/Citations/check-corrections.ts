import { ValidationError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload';
import { createTranslator } from 'use-intl/core';
import { blockToText, type Block } from '@/domain/documents/blocks';
import { anchorsOf } from '@/domain/documents/citations/anchors';
import { articlesIn } from '@/domain/documents/citations/articles';
import { correctedCitations, standsIn, targetsOf } from '@/domain/documents/citations/corrections';
import type { Citation as Found } from '@/domain/documents/citations/mention';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { messages } from '@/messages';
import type { Citation, Document } from '@/payload-types';

type Id = Document['id'];
type Row = NonNullable<Citation['corrections']>[number];
type Problem = { path: string; message: string };

/**
 * Holds an editor's corrections to the texts: the quoted words must stand in the citing one, and the
 * provision in the one that is meant; 第三条 is stored as its anchor. What cites what follows at once.
 */
export const checkCorrections: CollectionBeforeChangeHook<Citation> = async ({
  data,
  originalDoc,
  req,
}) => {
  const document = idOf(data.document ?? originalDoc?.document);
  if (document === null) return data;
  const own = await blocksOf(document, req);
  const texts = own.map(blockToText);
  const problems: Problem[] = [];
  const rows = data.corrections ?? originalDoc?.corrections ?? [];
  const corrections: Row[] = [];
  for (const [i, row] of rows.entries())
    corrections.push(
      await checked(row, `corrections.${i}`, { document, own, texts, problems, req }),
    );
  if (problems.length > 0)
    throw new ValidationError({ collection: 'citations', errors: problems, req }, req.t);
  const found = (data.found ?? originalDoc?.found ?? []) as unknown as Found<Id>[];
  const plain = corrections.map(({ action, quote, target, anchor }) => ({
    action,
    quote,
    target: idOf(target),
    anchor: anchor ?? null,
  }));
  return { ...data, corrections, targets: targetsOf(correctedCitations(found, plain, texts)) };
};

type Against = {
  document: Id;
  own: readonly Block[];
  texts: readonly string[];
  problems: Problem[];
  req: PayloadRequest;
};

/** A row as it is stored, with the problems that it has put to the others. */
async function checked(row: Row, path: string, against: Against): Promise<Row> {
  const { document, own, texts, problems, req } = against;
  const words = wordsIn(req);
  const quote = row.quote?.trim() ?? '';
  if (!standsIn(quote, texts))
    problems.push({ path: `${path}.quote`, message: words('quote', { quote }) });
  if (row.action !== 'link') return { ...row, quote, target: null, anchor: null };
  const chosen = idOf(row.target);
  const written = row.anchor?.trim() ?? '';
  const target = chosen !== null && String(chosen) === String(document) ? null : chosen;
  if (target === null && written === '') {
    problems.push({ path: `${path}.target`, message: words('target', { quote }) });
    return { ...row, quote };
  }
  if (written === '') return { ...row, quote, target, anchor: null };
  const places = placesOf(written);
  if (!places) {
    problems.push({ path: `${path}.anchor`, message: words('anchor', { anchor: written }) });
    return { ...row, quote, target };
  }
  const anchors = anchorsOf(target === null ? own : await blocksOf(target, req));
  const anchor = places.find((place) => anchors.has(place));
  if (!anchor)
    problems.push({ path: `${path}.anchor`, message: words('place', { anchor: written }) });
  return { ...row, quote, target, anchor: anchor ?? written };
}

/** 第三条第二款 as anchors, the exact one first; an anchor that was stored before stays as it is. */
function placesOf(written: string): string[] | undefined {
  if (/^article-[\w-]+$/.test(written)) return [written];
  const [article, ...others] = articlesIn(written);
  const isWhole = article && others.length === 0 && article.start === 0;
  return isWhole && article.end === written.length ? article.places : undefined;
}

async function blocksOf(id: Id, req: PayloadRequest): Promise<readonly Block[]> {
  const { docs } = await req.payload.find({
    collection: 'documents',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 0,
    select: { body: true },
    req,
  });
  return blocksFromLexical(docs[0]?.body);
}

const idOf = (value: Id | Document | null | undefined): Id | null =>
  (typeof value === 'object' ? value?.id : value) ?? null;

function wordsIn(req: PayloadRequest) {
  const locale = req.i18n?.language === 'en' ? 'en' : 'zh-CN';
  return createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'citations.refused',
    timeZone: 'Asia/Shanghai',
  });
}
