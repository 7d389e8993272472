import type { PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { circleThrough, type Step } from '@/domain/documents/relation-circle';
import { effectOf, verbWords, type RelationVerb } from '@/domain/documents/relations';
import type { Document } from '@/payload-types';
import { relationIn } from './incoming-relations';
import type { Problem, RefusalWords } from './refusal';
import { dayOrNull, idIn } from './stored-days';

type Target = Pick<Document, 'id' | 'title' | 'madeOn'>;

/**
 * Relations that point to the document itself or to nothing, that act before the other text was
 * there, or that close a circle (A repeals B, which repeals A), at whichever length.
 */
export async function relationProblems(
  document: Partial<Document>,
  req: PayloadRequest,
  t: RefusalWords,
): Promise<Problem[]> {
  const rows = (document.relations ?? []).map((row, i) => ({ row, i, id: idIn(row.document) }));
  const pointing = rows.filter(({ id }) => id !== undefined);
  if (pointing.length === 0) return [];
  const locale = localeOf(req);
  const own = document.id === undefined ? undefined : String(document.id);
  const targets = await readTargets(
    pointing.map(({ id }) => id as Document['id']),
    req,
  );
  const problems: Problem[] = [];
  for (const { row, i, id } of pointing) {
    const path = `relations.${i}.document`;
    const target = targets.get(String(id));
    if (String(id) === own) {
      problems.push({
        path,
        message: t('itself', { verb: verbWords(row.verb, 'acting', locale) }),
      });
    } else if (!target) {
      problems.push({ path, message: t('missing') });
    } else {
      const [on, madeOn] = [dayOrNull(row.on), dayOrNull(target.madeOn)];
      if (!on || !madeOn || on >= madeOn) continue;
      const message = t('beforeTarget', { day: on, title: target.title, limit: madeOn });
      problems.push({ path: `relations.${i}.on`, message });
    }
  }
  if (problems.length > 0 || own === undefined) return problems;
  return circleProblems({ ...document, id: own }, req, t, targets);
}

async function circleProblems(
  { id: own, title, relations }: Omit<Partial<Document>, 'id'> & { id: string },
  req: PayloadRequest,
  t: RefusalWords,
  targets: ReadonlyMap<string, Target>,
): Promise<Problem[]> {
  const titles = new Map([...targets].map(([id, target]) => [id, target.title]));
  titles.set(own, title ?? '');
  const ids = new Map([...targets].map(([id, target]) => [id, target.id]));
  const first = stepsOf(own, relations);
  const way = await circleThrough(own, first, async (from) => {
    const documents = await readDeciding(
      from.map((id) => ids.get(id) as Document['id']),
      req,
    );
    return documents.flatMap((each) => {
      titles.set(String(each.id), each.title);
      for (const row of each.relations ?? []) {
        const id = idIn(row.document);
        if (id !== undefined) ids.set(String(id), id);
      }
      return stepsOf(String(each.id), each.relations);
    });
  });
  if (!way) return [];
  const locale = localeOf(req);
  const chain = way
    .map(({ from, verb, to }) =>
      t('link', {
        from: titles.get(from) ?? '',
        verb: verbWords(verb, 'acting', locale),
        to: titles.get(to) ?? '',
      }),
    )
    .join(t('chainComma'));
  const at = (relations ?? []).findIndex(
    (row) => String(idIn(row.document)) === way[0]?.to && effectOf(relationIn(row)),
  );
  return [{ path: `relations.${at}.document`, message: t('circle', { chain }) }];
}

/** Only what decides about validity can go round in a circle; to be based on one another is odd, no more. */
const stepsOf = (from: string, relations: Document['relations']): Step<RelationVerb>[] =>
  (relations ?? []).flatMap((row) => {
    const to = idIn(row.document);
    const isDeciding = to !== undefined && effectOf(relationIn(row));
    return isDeciding ? [{ from, verb: row.verb, to: String(to) }] : [];
  });

async function readTargets(
  ids: Document['id'][],
  req: PayloadRequest,
): Promise<Map<string, Target>> {
  const held = ids.map((id) => req.context.heldDocuments?.publicOne(id));
  const known = held.filter((target) => target !== undefined);
  if (known.length === ids.length)
    return new Map(known.map((target) => [String(target.id), target]));
  const { docs } = await req.payload.db.find<Target>({
    collection: 'documents',
    where: { id: { in: ids } },
    limit: 0,
    pagination: false,
    select: { title: true, madeOn: true },
    req,
  });
  return new Map(docs.map((doc) => [String(doc.id), doc]));
}

/** What documents decide now, and what they will once their latest draft is published. */
async function readDeciding(ids: Document['id'][], req: PayloadRequest): Promise<Document[]> {
  const options = {
    collection: 'documents',
    limit: 0,
    pagination: false,
    req,
  } as const;
  const select = { title: true, relations: true, _status: true } as const;
  const [stored, drafts] = await Promise.all([
    req.payload.db.find<Document>({ ...options, where: { id: { in: ids } }, select }),
    req.payload.db.queryDrafts<Document>({
      ...options,
      where: { parent: { in: ids } },
      select: { parent: true, version: select },
    }),
  ]);
  const isPublic = (document: Document) => document._status === 'published';
  return [...drafts.docs, ...stored.docs.filter(isPublic)];
}
