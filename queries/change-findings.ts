import type { Payload, TypedUser } from 'payload';
import { parseTables } from '@/domain/annual-reports/parse';
import { figureAt } from '@/domain/annual-reports/tables';
import { blocksToText } from '@/domain/documents/blocks';
import { changeFindings, endedIn, type ChangeFinding } from '@/domain/documents/change-findings';
import { decisionsAbout } from '@/domain/documents/history';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { changesOf, yearOf } from '@/domain/documents/year-changes';
import type { Locale } from '@/i18n/routing';
import type { Agency, Document } from '@/payload-types';
import { layoutOf } from './annual-reports';
import { asPublic } from './portal';
import { factsOf, type Incoming, type Related } from './relations';
import { changedDocuments } from './year-changes';

export type DocumentFinding = ChangeFinding<{ document: Related }> & { document: Document };

/** 本年废止件数 of an annual report beside what the documents say. */
export type CountFinding = { agency: Agency; reported: number; counted: number };

export type YearFindings = {
  documents: DocumentFinding[];
  counts: CountFinding[];
  /** With a normative document on record that changed in any year. */
  agencies: Agency[];
};

/**
 * What is wrong with how the year's changes of 行政规范性文件 are recorded: of each public document, and of
 * each agency against its annual report, as far as whoever asks may read that.
 */
export async function findingsIn(
  payload: Payload,
  { year, agency, user }: { year: number; agency?: string; user: TypedUser | null },
  locale: Locale,
): Promise<YearFindings> {
  const all = (await changedDocuments(locale)).filter(
    ({ document }) => document.kind === 'normative',
  );
  const agencies = new Map(
    all.flatMap(({ document: { agency: of } }) =>
      typeof of === 'object' && of !== null ? [[of.slug, of] as const] : [],
    ),
  );
  const asked = all.filter(({ document }) => !agency || slugOf(document) === agency);
  const texts = await textsOf(payload, lapsingIn(asked, year));
  const incomingOf = new Map(all.map(({ document, incoming }) => [String(document.id), incoming]));
  const documents = asked.flatMap(({ document, incoming }) =>
    changeFindings<{ document: Related }>(
      {
        facts: factsOf(document),
        incoming,
        text: texts.get(String(document.id)) ?? null,
        isSame: (a, b) => String(a.document.id) === String(b.document.id),
        endsIn: (by) => isEndedBy(incomingOf.get(String(by.document.id)) ?? [], document),
      },
      year,
    ).map((finding) => ({ ...finding, document })),
  );
  const counts = await countFindings(payload, asked, { year, agency, user });
  return { documents, counts, agencies: [...agencies.values()] };
}

type Changed = { document: Document; incoming: Incoming[] };

const slugOf = ({ agency }: Document): string | undefined =>
  typeof agency === 'object' && agency !== null ? (agency.slug ?? undefined) : undefined;

const isEndedBy = (incoming: readonly Incoming[], document: Document): boolean =>
  decisionsAbout({}, incoming).some(
    ({ effect, by }) => effect === 'repealed' && String(by?.document.id) === String(document.id),
  );

const lapsingIn = (documents: readonly Changed[], year: number): Document['id'][] =>
  documents
    .filter(({ document }) => {
      const { lapsesOn } = factsOf(document);
      return lapsesOn && yearOf(lapsesOn) === year;
    })
    .map(({ document }) => document.id);

/** The words of documents, by id. */
async function textsOf(
  payload: Payload,
  ids: readonly Document['id'][],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { docs } = await payload.find({
    collection: 'documents',
    where: { id: { in: [...ids] } },
    pagination: false,
    depth: 0,
    joins: false,
    locale: 'zh-CN',
    select: { body: true },
    ...asPublic,
  });
  return new Map(
    docs.map(({ id, body }) => [String(id), body ? blocksToText(blocksFromLexical(body)) : '']),
  );
}

/** Reports in the layout that has the figure, whose figure is another than the documents say. */
async function countFindings(
  payload: Payload,
  documents: readonly Changed[],
  { year, agency, user }: { year: number; agency?: string; user: TypedUser | null },
): Promise<CountFinding[]> {
  const { docs } = await payload.find({
    collection: 'annual-reports',
    where: {
      and: [{ year: { equals: year } }, ...(agency ? [{ 'agency.slug': { equals: agency } }] : [])],
    },
    draft: true,
    depth: 1,
    pagination: false,
    populate: { agencies: { name: true, slug: true } },
    select: { agency: true, year: true, layout: true, tables: true },
    overrideAccess: false,
    user,
  });
  return docs.flatMap((report): CountFinding[] => {
    const { agency: of } = report;
    const layout = layoutOf(report);
    if (typeof of !== 'object' || layout === '2019' || !report.tables) return [];
    const parsed = parseTables(layout, report.tables);
    const reported = parsed.ok
      ? figureAt(parsed.value, 'disclosure', 'normative', 'abolished')
      : null;
    const own = documents.filter(({ document }) => slugOf(document) === of.slug);
    const counted = endedIn(
      own.map(({ document, incoming }) => ({
        endings: changesOf(factsOf(document), incoming)
          .filter(({ kind }) => ['repealed', 'replaced', 'lapsed'].includes(kind))
          .map(({ on }) => on),
      })),
      year,
    );
    return reported === null || reported === counted ? [] : [{ agency: of, reported, counted }];
  });
}
