import { cache } from 'react';
import { commentCounts, type CommentCounts } from '@/collections/Comments/counts';
import { standingAt } from '@/collections/Consultations/standing';
import { CONSULTATION_KINDS } from '@/domain/consultations/codes';
import { isConsultationState, type ConsultationState } from '@/domain/consultations/state';
import { dayOf, yearOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import type { Agency, Comment, Consultation } from '@/payload-types';
import { listAgencies } from './agencies';
import { keptBriefly } from './kept-briefly';
import { plainColumns } from './plain-columns';
import { asPublic, portal } from './portal';
import { atAddress, type Reader } from './preview';
import type { AddressValues } from './search-address';

export const CONSULTATIONS_PER_PAGE = 20;
export const COMMENTS_PER_PAGE = 20;

/** What stands in the address of the list. */
export type ConsultationFilters = {
  state?: ConsultationState;
  kind?: string;
  /** Slug. */
  agency?: string;
  year?: string;
};

export function readConsultationFilters(values: AddressValues): ConsultationFilters {
  const first = (name: string) => [values[name] ?? ''].flat()[0] ?? '';
  const state = first('state');
  const kind = CONSULTATION_KINDS.find(({ code }) => code === first('kind'))?.code;
  const agency = /^[a-z0-9-]{1,80}$/.test(first('agency')) ? first('agency') : undefined;
  const year = /^\d{4}$/.test(first('year')) ? first('year') : undefined;
  return { ...(isConsultationState(state) && { state }), kind, agency, year };
}

/** The address of the list under its filters. */
export function consultationsAddress(filters: ConsultationFilters, page = 1): string {
  const params = new URLSearchParams(
    Object.entries({ ...filters, page: page > 1 ? String(page) : undefined }).filter(
      (entry): entry is [string, string] => Boolean(entry[1]),
    ),
  );
  return params.size > 0 ? `/consultations?${params}` : '/consultations';
}

type Plain = {
  id: Consultation['id'];
  kind: string;
  agency: string;
  year: string;
  opens: string;
} & {
  state: ConsultationState;
};

const COLUMNS = [
  'id',
  'kind',
  'agency',
  'opensAt',
  'closesAt',
  'outcomeOn',
  'outcomeDueOn',
  'withoutOutcome',
] as const;

/** A few columns of all that is published: where each stands depends on the hour, and no table says it. */
const published = keptBriefly(async (_all: 'all'): Promise<Record<string, unknown>[]> =>
  plainColumns(await portal(), 'consultations', COLUMNS, [{ path: '_status', in: ['published'] }]),
);

async function plainConsultations(now: string, slugs: ReadonlyMap<string, string>) {
  const rows = await published('all');
  return rows.map((row): Plain => {
    const opens = new Date(row.opensAt as string).toISOString();
    return {
      id: row.id as Consultation['id'],
      kind: String(row.kind),
      agency: slugs.get(String(row.agency)) ?? '',
      year: String(yearOf(dayOf(opens))),
      opens,
      state: standingAt(row as never, now),
    };
  });
}

export type Listed = Consultation & { state: ConsultationState };

export type ConsultationList = {
  items: Listed[];
  total: number;
  /** How many each choice would give under the other filters. */
  counts: Record<keyof ConsultationFilters, Map<string, number>>;
  agencies: { slug: string; name: string }[];
};

/** One page of consultations: what is open first, then by the day of opening. @param now ISO instant */
export async function listConsultations(
  filters: ConsultationFilters,
  locale: Locale,
  { now, page = 1, limit = CONSULTATIONS_PER_PAGE }: { now: string; page?: number; limit?: number },
): Promise<ConsultationList> {
  const agencies = await listAgencies(locale);
  const slugs = new Map(agencies.map(({ id, slug }) => [String(id), slug]));
  const all = await plainConsultations(now, slugs);
  const names = ['state', 'kind', 'agency', 'year'] as const;
  const fits = (row: Plain, but?: keyof ConsultationFilters) =>
    names.every((name) => name === but || !filters[name] || row[name] === filters[name]);
  const counted = (name: keyof ConsultationFilters) => {
    const counts = new Map<string, number>();
    for (const row of all) {
      if (fits(row, name)) counts.set(row[name], (counts.get(row[name]) ?? 0) + 1);
    }
    return counts;
  };
  const rank = (state: ConsultationState) => (state === 'open' ? 0 : state === 'announced' ? 1 : 2);
  const found = all
    .filter((row) => fits(row))
    .sort((a, b) => rank(a.state) - rank(b.state) || b.opens.localeCompare(a.opens));
  const ids = found.slice((page - 1) * limit, page * limit).map(({ id }) => id);
  const docs = await consultationsOf(ids, locale);
  const states = new Map(found.map(({ id, state }) => [String(id), state]));
  return {
    items: docs.map((doc) => ({ ...doc, state: states.get(String(doc.id)) ?? 'awaiting' })),
    total: found.length,
    counts: {
      state: counted('state'),
      kind: counted('kind'),
      agency: counted('agency'),
      year: counted('year'),
    },
    agencies: agencies.flatMap(({ slug, name }) => (slug ? [{ slug, name }] : [])),
  };
}

const ROW = {
  title: true,
  slug: true,
  kind: true,
  agency: true,
  summary: true,
  opensAt: true,
  closesAt: true,
  outcomeOn: true,
  outcomeDueOn: true,
  withoutOutcome: true,
  publishedOn: true,
  updatedAt: true,
  english: true,
} as const;

/** Published consultations in the order of the ids. */
export async function consultationsOf(
  ids: readonly Consultation['id'][],
  locale: Locale,
): Promise<Consultation[]> {
  if (ids.length === 0) return [];
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'consultations',
    where: { id: { in: [...ids] } },
    pagination: false,
    depth: 1,
    locale,
    select: ROW,
    populate: { agencies: { name: true, slug: true } },
    ...asPublic,
  });
  const byId = new Map(docs.map((doc) => [String(doc.id), doc as Consultation]));
  return ids.flatMap((id) => byId.get(String(id)) ?? []);
}

/** A published consultation by its address, with what hangs on it as the public may read it, or null. */
export const findConsultation = cache(
  async (slug: string, locale: Locale, as: Reader = asPublic): Promise<Consultation | null> => {
    const payload = await portal();
    const { docs } = await payload.find({
      collection: 'consultations',
      where: atAddress(slug, as),
      limit: 1,
      pagination: false,
      depth: 1,
      locale,
      populate: { agencies: { name: true, slug: true } },
      ...as,
    });
    return docs[0] ?? null;
  },
);

export type ShownComment = Pick<
  Comment,
  'id' | 'body' | 'place' | 'shownName' | 'submittedAt' | 'language'
>;

/** One page of the comments that a moderator has shown, the newest first. */
export async function shownComments(
  consultation: Consultation['id'],
  page: number,
): Promise<ShownComment[]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'comments',
    where: { and: [{ consultation: { equals: consultation } }, { state: { equals: 'shown' } }] },
    sort: ['-submittedAt', '-id'],
    page,
    limit: COMMENTS_PER_PAGE,
    // Counted with the others, see below.
    pagination: false,
    depth: 0,
    select: { body: true, place: true, shownName: true, submittedAt: true, language: true },
    ...asPublic,
  });
  return docs as ShownComment[];
}

export const countsOfComments = async (id: Consultation['id']): Promise<CommentCounts> =>
  commentCounts(await portal(), id);

/** Where the public was asked about a document before it was made. */
export async function consultationsFor(
  document: number | string,
): Promise<Pick<Consultation, 'id' | 'title' | 'slug' | 'english'>[]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'consultations',
    where: { finalDocument: { equals: document } },
    sort: '-opensAt',
    limit: 10,
    pagination: false,
    depth: 0,
    select: { title: true, slug: true, english: { title: true } },
    ...asPublic,
  });
  return docs;
}

/** The agency, where it was read with the consultation. */
export const agencyOfConsultation = ({ agency }: Pick<Consultation, 'agency'>): Agency | null =>
  typeof agency === 'object' ? agency : null;
