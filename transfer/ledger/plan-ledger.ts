import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { dayOf, yearOf } from '@/domain/workdays/days';
import type { Application } from '@/payload-types';
import { differences } from './differences';
import { agencyNames } from './list';
import type { LedgerEntry, LedgerNote, LedgerRow } from './read-ledger';
import { applicationOf } from './write-ledger';

export type PlannedRow = LedgerRow & {
  /** `new` is written, `known` is there from an earlier run, `own` is a case of this portal. */
  outcome: 'new' | 'known' | 'own' | 'refused';
  key?: string;
  /** The case that came in with an earlier run and says otherwise, where nobody acted on it since. */
  overwrites?: Application['id'];
  agencyId?: Application['id'];
};

/** What would be written of which rows, after a look at what the portal holds. Nothing is changed. */
export async function planLedger(
  payload: Payload,
  rows: readonly LedgerRow[],
): Promise<PlannedRow[]> {
  const [agencies, names, calendar] = await Promise.all([
    agencyIds(payload),
    agencyNames(payload, 'zh-CN'),
    workCalendar({ payload }),
  ]);
  const seen: Seen = new Map();
  const planned: PlannedRow[] = [];
  for (const row of rows) {
    const { stored, ...plan } = await planRow(payload, row, agencies, seen);
    const { entry, agencyId } = plan;
    if (!stored || !entry || plan.outcome !== 'known') {
      planned.push(plan);
      continue;
    }
    const other = otherCase(stored, entry);
    if (other) {
      planned.push({ place: plan.place, notes: [...plan.notes, other], outcome: 'refused' });
      continue;
    }
    const told = { ...applicationOf(entry, calendar), agency: agencyId as number };
    const differing = differences(stored, told, entry, names);
    // What an action wrote since is not a ledger's to change, and what was erased does not come back.
    const isOpen = differing.length > 0 && !stored.revision && !stored.erasedOn;
    planned.push({
      ...plan,
      notes: [...plan.notes, ...differing],
      ...(isOpen && { overwrites: stored.id }),
    });
  }
  return planned;
}

/** A number that another year's case has: the row is refused, and nothing is written over that one. */
function otherCase(stored: Application, entry: LedgerEntry): LedgerNote | null {
  const year = stored.receivedOn ? yearOf(dayOf(stored.receivedOn)) : null;
  const isSame = year === null || year === yearOf(entry.receivedOn);
  if (isSame || bare(stored.informationTitle) === bare(entry.informationTitle)) return null;
  return {
    ...{ kind: 'refused', key: 'otherYear', column: 'receiptNumber' },
    ...{ value: entry.receiptNumber ?? '', reading: String(year) },
  };
}

/** The rows before, by their keys: how many, and the first of them. */
type Seen = Map<string, { count: number; first: LedgerRow }>;

async function planRow(
  payload: Payload,
  row: LedgerRow,
  agencies: ReadonlyMap<string, Application['id']>,
  seen: Seen,
): Promise<PlannedRow & { stored?: Application | null }> {
  const { entry, ...told } = row;
  if (!entry) return { ...told, outcome: 'refused' };
  const agencyId = entry.agency ? agencies.get(bare(entry.agency)) : undefined;
  if (entry.agency && agencyId === undefined) {
    const note: LedgerNote = {
      kind: 'refused',
      key: 'unknown',
      column: 'agency',
      value: entry.agency,
    };
    return { ...told, notes: [...row.notes, note], outcome: 'refused' };
  }
  const base = keyOf(entry, agencyId);
  const { count, first } = seen.get(base) ?? { count: 0, first: row };
  const nth = count + 1;
  seen.set(base, { count: nth, first });
  // Two rows that say the same are two cases, unless they have one number.
  if (entry.receiptNumber && nth > 1) {
    if (isSameCase(entry, first.entry)) return { ...row, outcome: 'known' };
    const value = entry.receiptNumber;
    const note: LedgerNote = {
      ...{ kind: 'refused', key: 'sameNumber', column: 'receiptNumber' },
      ...{ value, reading: first.place },
    };
    return { ...told, notes: [...row.notes, note], outcome: 'refused' };
  }
  const key = nth === 1 ? base : `${base}-${nth}`;
  const known =
    (await payload.db.findOne<Application>({
      collection: 'applications',
      where: {
        or: [
          { ledgerKey: { equals: key } },
          ...(entry.receiptNumber ? [{ receiptNumber: { equals: entry.receiptNumber } }] : []),
        ],
      },
    })) ?? (await countedCase(payload, row, agencyId, seen));
  const outcome = !known ? 'new' : known.ledgerKey ? 'known' : 'own';
  return { ...row, outcome, key, stored: known, ...(agencyId !== undefined && { agencyId }) };
}

/**
 * The case that an earlier version took over under a number which only counts. Other years and other
 * agencies count from 1 too: it is the same case if its agency and its day of receipt are.
 */
async function countedCase(
  payload: Payload,
  row: LedgerRow,
  agencyId: Application['id'] | undefined,
  seen: Seen,
): Promise<Application | null> {
  const { entry } = row;
  if (!entry?.countNumber) return null;
  const { countNumber, receivedOn } = entry;
  const agency = String(agencyId ?? '');
  // Of two rows that are alike in all three, the first was taken over.
  const place = ['counted', bare(countNumber), receivedOn, agency].join('\n');
  const first = seen.get(place)?.first ?? row;
  seen.set(place, { count: 1, first });
  if (!isSameCase(entry, first.entry)) return null;
  const stored = await payload.db.findOne<Application>({
    collection: 'applications',
    where: { ledgerKey: { equals: hashOf(['number', countNumber]) } },
  });
  const isSame =
    stored?.receivedOn &&
    dayOf(stored.receivedOn) === receivedOn &&
    String(stored.agency ?? '') === agency;
  return isSame ? stored : null;
}

/** Whether two rows under one number tell of one case, however its later columns were filled in. */
const isSameCase = (one: LedgerEntry, other: LedgerEntry | undefined): boolean =>
  one.receivedOn === other?.receivedOn &&
  bare(one.informationTitle) === bare(other.informationTitle);

/**
 * The same row has the same key in every run, by its number where it has one. The name is no part of
 * it: this portal's own ledger comes back with masked ones.
 */
function keyOf(entry: LedgerEntry, agencyId: Application['id'] | undefined): string {
  const { receivedOn, decidedOn, applicantKind, informationTitle } = entry;
  const parts = entry.receiptNumber
    ? ['number', entry.receiptNumber]
    : [
        ...['row', receivedOn, decidedOn, applicantKind, informationTitle],
        ...[entry.informationNumber, entry.letterNumber, String(agencyId ?? '')],
      ];
  return hashOf(parts);
}

const hashOf = (parts: readonly (string | null)[]): string =>
  createHash('sha256')
    .update(parts.map((part) => bare(part ?? '')).join('\n'))
    .digest('base64url');

const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

/** Agencies by each of their names, in both languages; where one name is of two, by the Chinese. */
export async function agencyIds(payload: Payload): Promise<Map<string, Application['id']>> {
  const ids = new Map<string, Application['id']>();
  for (const locale of ['en', 'zh-CN'] as const) {
    const { docs } = await payload.find({
      collection: 'agencies',
      pagination: false,
      depth: 0,
      locale,
      select: { name: true, shortName: true, slug: true },
    });
    for (const { id, name, shortName, slug } of docs) {
      for (const one of [slug, shortName, name]) if (one) ids.set(bare(one), id);
    }
  }
  return ids;
}
