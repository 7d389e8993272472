import type { Payload } from 'payload';
import { labelOf } from '@/domain/catalogue/codes';
import {
  COVERAGES,
  standingOf,
  tally,
  type Coverage,
  type Standing,
  type Tally,
} from '@/domain/catalogue/coverage';
import { DOMAINS, type Domain } from '@/domain/catalogue/domains';
import { titleOfItem } from '@/domain/catalogue/items';
import type { Day } from '@/domain/workdays/days';
import { messages } from '@/messages';
import type { CatalogueItem } from '@/payload-types';
import type { List } from '../export/lists/list';
import { publicationsUnder } from './publications';

export type BoardRow = Pick<CatalogueItem, 'id' | 'order' | 'domain' | 'timeLimit'> & {
  title: string;
  agency: string;
  agencyId: string;
  count: number;
  last?: Day;
} & Standing;

export type BoardFilter = {
  domain?: string;
  agency?: string;
  /** One coverage, or `open` for what is missing or late. */
  state?: string;
};

export type Board = {
  rows: BoardRow[];
  byDomain: { key: string; counts: Tally }[];
  byAgency: { key: string; name: string; counts: Tally }[];
  total: number;
};

/**
 * Every item in use with what was published under it, and the counts of each field and agency. The
 * counts are of all items; `rows` are those that the filter asks for, the most overdue first.
 */
export async function readBoard(payload: Payload, filter: BoardFilter, today: Day): Promise<Board> {
  const { docs } = await payload.find({
    collection: 'catalogue-items',
    where: { retired: { not_equals: true } },
    sort: ['domain', 'order', 'id'],
    pagination: false,
    depth: 0,
    joins: false,
    locale: 'zh-CN',
  });
  const published = await publicationsUnder(
    payload,
    docs.map(({ id }) => id),
  );
  const names = await agencyNames(payload);
  const all = docs.map((item): BoardRow => {
    const { count = 0, last } = published.get(String(item.id)) ?? {};
    const agencyId = String(
      (typeof item.agency === 'object' ? item.agency?.id : item.agency) ?? '',
    );
    return {
      id: item.id,
      order: item.order,
      domain: item.domain,
      timeLimit: item.timeLimit,
      title: titleOfItem({ levelOne: item.levelOne, levelTwo: item.levelTwo ?? '' }),
      agency: names.get(agencyId) ?? item.agencyName ?? '',
      agencyId,
      count,
      last,
      ...standingOf(item, last, today),
    };
  });
  return {
    rows: all.filter(meets(filter)).sort(byUrgency),
    total: all.length,
    byDomain: DOMAINS.map(({ code }) => ({
      key: code,
      counts: tally(all.filter(({ domain }) => domain === code)),
    })),
    byAgency: [...new Set(all.map(({ agencyId }) => agencyId))].map((key) => {
      const own = all.filter(({ agencyId }) => agencyId === key);
      return { key, name: names.get(key) ?? '', counts: tally(own) };
    }),
  };
}

/** The rows of the board as a list that can be taken along. */
export function boardList(board: Board, locale: 'zh-CN' | 'en', today: Day): List<BoardRow> {
  const { columns, coverages, board: words } = messages[locale].catalogue;
  const text = (
    key: string,
    label: string,
    width: number,
    valueOf: (row: BoardRow) => string | null | undefined,
  ) => ({ key, label, width, kind: 'text' as const, valueOf });
  return {
    name: `catalogue-coverage-${today}`,
    title: words.title,
    address: '/admin/catalogue-coverage',
    total: board.rows.length,
    locale,
    columns: [
      text('domain', words.domain, 20, (row) => labelOf(DOMAINS, row.domain, locale)),
      {
        key: 'order',
        label: columns.order,
        kind: 'number',
        width: 8,
        valueOf: ({ order }) => order,
      },
      text('item', columns.item, 34, ({ title }) => title),
      text('agency', columns.agency, 26, ({ agency }) => agency),
      text('timeLimit', columns.timeLimit, 32, ({ timeLimit }) => timeLimit),
      text('state', words.state, 16, ({ coverage }) => coverages[coverage]),
      { key: 'count', label: columns.published, kind: 'number', valueOf: ({ count }) => count },
      { key: 'last', label: words.last, kind: 'day', valueOf: ({ last }) => last },
      { key: 'due', label: words.due, kind: 'day', valueOf: ({ dueOn }) => dueOn },
    ],
    rows: (async function* () {
      yield* board.rows;
    })(),
  };
}

const OPEN: readonly Coverage[] = ['nothing', 'late'];

const meets =
  ({ domain, agency, state }: BoardFilter) =>
  (row: BoardRow): boolean =>
    (!domain || row.domain === (domain as Domain)) &&
    (!agency || row.agencyId === agency) &&
    (!state || (state === 'open' ? OPEN.includes(row.coverage) : row.coverage === state));

/** Late ones by how late they are, then those with nothing; the others keep the catalogue's order. */
const byUrgency = (a: BoardRow, b: BoardRow): number =>
  (b.daysLate ?? 0) - (a.daysLate ?? 0) ||
  COVERAGES.indexOf(a.coverage) - COVERAGES.indexOf(b.coverage);

async function agencyNames(payload: Payload): Promise<Map<string, string>> {
  const { docs } = await payload.find({
    collection: 'agencies',
    pagination: false,
    depth: 0,
    select: { name: true, shortName: true },
  });
  return new Map(docs.map(({ id, name, shortName }) => [String(id), shortName || name]));
}
