import { cache } from 'react';
import { labelOf } from '@/domain/catalogue/codes';
import { workdaysOf } from '@/domain/services/chain';
import { SERVICE_AUDIENCES, SERVICE_SUBJECTS } from '@/domain/services/codes';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import type { Agency, Question, Service, ServiceChain } from '@/payload-types';
import { agencyNames, type AgencyName } from './agency-names';
import { inOrderOf, type ListFacet } from './faceted';
import { keptBriefly } from './kept-briefly';
import { asPublic, portal } from './portal';
import { atAddress, type Reader } from './preview';
import { readAllPublic } from './read-public';

export const SERVICES_PER_PAGE = 20;

export type ServiceRow = Omit<Service, 'agency'> & { agency: AgencyName | null };

/** All published services in the order of their names; a county has some hundred. */
export const allServices = keptBriefly(async (locale: Locale): Promise<ServiceRow[]> => {
  const payload = await portal();
  const [rows, agencies] = await Promise.all([
    readAllPublic(payload, 'services', {
      title: true,
      slug: true,
      summary: true,
      audience: true,
      subject: true,
      agency: true,
      timeLimit: true,
      onlineUrl: true,
      publishedOn: true,
      updatedAt: true,
      english: true,
    }),
    agencyNames(locale),
  ]);
  return rows
    .map((row) => ({ ...row, agency: agencies.get(keyOf(row.agency)) ?? null }))
    .sort((a, b) => a.title.localeCompare(b.title, 'zh-CN'));
});

export function serviceFacets(locale: Locale): ListFacet<ServiceRow>[] {
  const { filters } = messages[locale].services;
  return [
    {
      name: 'audience',
      label: filters.audience,
      valuesOf: ({ audience }) => audience,
      labelOf: (code) => labelOf(SERVICE_AUDIENCES, code, locale),
      order: inOrderOf(SERVICE_AUDIENCES),
    },
    {
      name: 'subject',
      label: filters.subject,
      valuesOf: ({ subject }) => [subject],
      labelOf: (code) => labelOf(SERVICE_SUBJECTS, code, locale),
      order: inOrderOf(SERVICE_SUBJECTS),
    },
  ];
}

/** The facet of agencies, named as the rows name them. */
export function agencyFacet<Row extends { agency: AgencyName | null }>(
  rows: readonly Row[],
  label: string,
): ListFacet<Row> {
  const names = new Map(rows.flatMap(({ agency }) => (agency ? [[agency.slug, agency.name]] : [])));
  return {
    name: 'agency',
    label,
    valuesOf: ({ agency }) => (agency ? [agency.slug] : []),
    labelOf: (slug) => names.get(slug) ?? slug,
  };
}

const POPULATE = {
  agencies: { name: true, slug: true },
  documents: { title: true, slug: true, validity: true, number: true, english: { title: true } },
  services: { title: true, slug: true, agency: true, timeLimit: true, english: { title: true } },
} as never;

/** A published service by its address, with its agency and its documents as they may be read, or null. */
export const findService = cache(
  async (slug: string, locale: Locale, as: Reader = asPublic): Promise<Service | null> => {
    const payload = await portal();
    const { docs } = await payload.find({
      collection: 'services',
      where: atAddress(slug, as),
      limit: 1,
      pagination: false,
      depth: 1,
      locale,
      populate: POPULATE,
      ...as,
    });
    return docs[0] ?? null;
  },
);

/** The chains of which a service is a step, and the questions that lead to it. */
export async function aroundService(
  id: Service['id'],
  locale: Locale,
): Promise<{ chains: ServiceChain[]; questions: Question[] }> {
  const payload = await portal();
  const read = { pagination: false, depth: 0, locale, ...asPublic } as const;
  const select = { title: true, slug: true, english: { title: true } } as const;
  const [chains, questions] = await Promise.all([
    payload.find({
      collection: 'service-chains',
      where: { 'steps.service': { equals: id } },
      sort: 'order',
      select,
      ...read,
    }),
    payload.find({
      collection: 'questions',
      where: { services: { in: [id] } },
      sort: '-publishedOn',
      select,
      ...read,
    }),
  ]);
  return { chains: chains.docs as ServiceChain[], questions: questions.docs as Question[] };
}

export type ChainStepShown = {
  title: string;
  note: string | null;
  timeLimit: string | null;
  agency: AgencyName | null;
  service: Service | null;
};

export type ChainShown = {
  chain: ServiceChain;
  steps: ChainStepShown[];
  /** At how many agencies. */
  agencies: number;
  /** Working days of all steps one after the other, where each says it. */
  workdays: number | null;
};

/** All published chains in their order, each with its steps. */
export async function listChains(locale: Locale): Promise<ChainShown[]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'service-chains',
    sort: ['order', 'id'],
    pagination: false,
    depth: 1,
    locale,
    populate: POPULATE,
    ...asPublic,
  });
  const agencies = await agencyNames(locale);
  return docs.map((chain) => shown(chain, agencies));
}

/** A published chain by its address, or null. */
export const findChain = cache(
  async (slug: string, locale: Locale, as: Reader = asPublic): Promise<ChainShown | null> => {
    const payload = await portal();
    const { docs } = await payload.find({
      collection: 'service-chains',
      where: atAddress(slug, as),
      limit: 1,
      pagination: false,
      depth: 1,
      locale,
      populate: POPULATE,
      ...as,
    });
    return docs[0] ? shown(docs[0], await agencyNames(locale)) : null;
  },
);

function shown(chain: ServiceChain, names: ReadonlyMap<string, AgencyName>): ChainShown {
  const steps = (chain.steps ?? []).map(({ title, note, timeLimit, agency, service }) => {
    const guide = typeof service === 'object' ? (service ?? null) : null;
    return {
      title,
      note: note ?? null,
      timeLimit: timeLimit || guide?.timeLimit || null,
      agency: names.get(keyOf(agency ?? guide?.agency)) ?? null,
      service: guide,
    };
  });
  return {
    chain,
    steps,
    agencies: new Set(steps.flatMap(({ agency }) => agency?.slug ?? [])).size,
    workdays: workdaysOf(steps.map(({ timeLimit }) => timeLimit)),
  };
}

/** The agency that was read with a record. */
export const agencyIn = ({ agency }: { agency?: unknown }): Agency | null =>
  typeof agency === 'object' ? (agency as Agency | null) : null;

export const keyOf = (relation: unknown): string =>
  String(
    typeof relation === 'object' && relation !== null && 'id' in relation
      ? relation.id
      : (relation ?? ''),
  );
