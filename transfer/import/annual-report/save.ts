import type { Payload, PayloadRequest, Where } from 'payload';
import { layouts } from '../../../domain/annual-reports/years';
import { lexicalFromBlocks } from '../../../domain/documents/lexical';
import type { Agency, AnnualReport } from '../../../payload-types';
import type { ReadReport } from './read-report';

/** Why a report wasn't saved; worded in messages `reportImport.save`. */
export class NotSaved extends Error {
  override name = 'NotSaved';
  constructor(
    readonly reason:
      | 'unknownAgency'
      | 'unknownSlug'
      | 'noAgency'
      | 'noYear'
      | 'yearEarly'
      | 'published'
      | 'draft'
      | 'inReview',
    readonly values: Record<string, string | number> = {},
  ) {
    super(reason);
  }
}

export type Wish = {
  agencySlug?: string;
  agencyId?: number | string;
  year?: number;
  replacesDraft: boolean;
  /** Whether a published report may get a new draft out of the file. */
  keepsPublished?: boolean;
};

/**
 * Keeps a report that was read as a draft for people to compare, complete and submit. What is public
 * stays as it is until the new draft is approved like any text.
 *
 * @param as the request of the person in whose name and by whose rights it is saved
 * @throws NotSaved when it can't be told whose report it is, or somebody's work would be lost
 */
export async function saveReport(
  payload: Payload,
  report: ReadReport,
  wish: Wish,
  as?: PayloadRequest,
): Promise<{ id: string | number; title: string; isNew: boolean }> {
  const { replacesDraft, keepsPublished } = wish;
  const rights = as ? { req: as, user: as.user, overrideAccess: false } : {};
  const year = wish.year ?? report.year;
  if (year === null) throw new NotSaved('noYear');
  // Before the first uniform layout there is none to keep figures in.
  if (year < layouts['2019'].source.from) throw new NotSaved('yearEarly', { year });
  const agency = await findAgency(payload, report.agency, wish);
  const data = dataOf(report, agency, year);
  const existing = await existingReport(payload, agency, year);
  if (!existing) {
    const { id, title } = await payload.create({
      collection: 'annual-reports',
      draft: true,
      depth: 0,
      context: { ...QUIET },
      data,
      ...rights,
    });
    return { id, title: title ?? '', isNew: true };
  }
  const title = existing.title ?? '';
  const isPublic = existing._status === 'published';
  const latest = await payload.findByID({
    collection: 'annual-reports',
    id: existing.id,
    depth: 0,
    draft: true,
  });
  // What is public was approved, too; an approved draft waits for its hour.
  const state = latest._status === 'published' ? undefined : latest.review?.state;
  if (state && IN_REVIEW.has(state)) throw new NotSaved('inReview', { title });
  if (isPublic && keepsPublished) throw new NotSaved('published', { title });
  if (!replacesDraft) throw new NotSaved(isPublic ? 'published' : 'draft', { title });
  await payload.update({
    collection: 'annual-reports',
    id: existing.id,
    draft: true,
    depth: 0,
    context: { ...QUIET },
    data,
    ...rights,
  });
  return { id: existing.id, title, isNew: false };
}

/** A draft changes nothing that is public. */
const QUIET = { disableRevalidate: true, disableIndexing: true };

const IN_REVIEW: ReadonlySet<string> = new Set(['submitted', 'reviewed', 'approved']);

async function findAgency(
  payload: Payload,
  name: string | null,
  { agencySlug: slug, agencyId }: Wish,
): Promise<Agency> {
  if (agencyId !== undefined) {
    const [agency] = await agenciesWhere(payload, { id: { equals: agencyId } });
    if (agency) return agency;
    throw new NotSaved('noAgency');
  }
  if (slug !== undefined) {
    const [agency] = await agenciesWhere(payload, { slug: { equals: slug } });
    if (agency) return agency;
    throw new NotSaved('unknownSlug', { slug });
  }
  if (name === null) throw new NotSaved('noAgency');
  const agency = await agencyNamed(payload, name);
  if (agency) return agency;
  throw new NotSaved('unknownAgency', { agency: name });
}

/** The agency that a report names, if the portal knows it and no other by that name. */
export async function agencyNamed(payload: Payload, name: string): Promise<Agency | undefined> {
  // A county's report is headed 宜丰县, its government is called 宜丰县人民政府.
  const names = [name, `${name}人民政府`];
  const found = await agenciesWhere(payload, {
    or: [{ name: { in: names } }, { shortName: { equals: name } }],
  });
  return found.find((one) => one.name === name) ?? (found.length === 1 ? found[0] : undefined);
}

async function agenciesWhere(payload: Payload, where: Where): Promise<Agency[]> {
  const { docs } = await payload.find({
    collection: 'agencies',
    where,
    locale: 'zh-CN',
    depth: 0,
    limit: 5,
  });
  return docs;
}

async function existingReport(
  payload: Payload,
  agency: Agency,
  year: number,
): Promise<AnnualReport | undefined> {
  const { docs } = await payload.find({
    collection: 'annual-reports',
    where: { and: [{ agency: { equals: agency.id } }, { year: { equals: year } }] },
    depth: 0,
    limit: 1,
  });
  return docs[0];
}

function dataOf({ title, layout, tables, narrative }: ReadReport, agency: Agency, year: number) {
  const text = (paragraphs: readonly string[]) =>
    lexicalFromBlocks(paragraphs.map((line) => ({ kind: 'paragraph', runs: [{ text: line }] })));
  const { preface, overview, disclosure, applications, litigation, problems, other } = narrative;
  return {
    agency: agency.id,
    year,
    layout,
    title,
    preface: text(preface),
    parts: {
      overview: text(overview),
      disclosure: text(disclosure),
      applications: text(applications),
      litigation: text(litigation),
      problems: text(problems),
      other: text(other),
    },
    tables: { ...tables },
  };
}
