import type { Payload, PayloadRequest, Where } from 'payload';
import { createTranslator } from 'use-intl/core';
import { consultationsOf, historyOf } from '@/collections/Applications/stored-case';
import type { ActionCode } from '@/domain/applications/actions';
import { annualRow, isReplyKind } from '@/domain/applications/reply-kinds';
import { layoutForYear, layouts } from '@/domain/annual-reports/years';
import { dayOf, yearOf, type Day } from '@/domain/workdays/days';
import { messages } from '@/messages';
import type { Agency, Application } from '@/payload-types';
import type { CellValue, List } from '../export/lists/list';
import { LEDGER_COLUMNS, type LedgerColumn } from './columns';

export type LedgerChoice = {
  locale: 'zh-CN' | 'en';
  /** The year in which the applications were received; all when left out. */
  year?: number;
  agency?: Application['id'];
  /** A further condition, as the list of the admin is filtered. */
  where?: Where;
  /** Names in full; whoever asks for them has been asked why (export-ledger.ts). */
  isNamed?: boolean;
};

const PAGE = 200;

/** The ledger as a list for CSV and XLSX, by day of receipt. It holds what the reader may read. */
export async function ledgerList(
  req: PayloadRequest,
  choice: LedgerChoice,
  overrideAccess = false,
): Promise<List<Application>> {
  const { payload } = req;
  const { locale, year } = choice;
  const where = whereOf(choice);
  const access = { overrideAccess, ...(req.user && { user: req.user }) };
  const { totalDocs } = await payload.count({ collection: 'applications', where, ...access });
  const agencies = await agencyNames(payload, locale);
  const words = messages[locale].ledger;
  let serial = 0;
  return {
    name: `ledger-${year ?? 'all'}`,
    title: year ? words.titleOfYear.replace('{year}', String(year)) : words.title,
    address: '',
    locale,
    total: totalDocs,
    columns: LEDGER_COLUMNS.map((key) => ({
      key,
      label: words.columns[key],
      kind: DAYS.has(key) ? 'day' : key === 'serial' || key === 'fee' ? 'number' : 'text',
      width: WIDTHS[key] ?? 14,
      valueOf: (application) =>
        key === 'serial' ? (serial += 1) : ledgerValue(key, application, locale, agencies),
    })),
    rows: rowsOf(payload, where, { ...access, isNamed: choice.isNamed ?? false, locale }),
  };
}

const DAYS: ReadonlySet<LedgerColumn> = new Set([
  'filedOn',
  'receivedOn',
  'dueOn',
  'decidedOn',
  'servedOn',
  'archivedOn',
]);
const WIDTHS: Partial<Record<LedgerColumn, number>> = {
  serial: 6,
  receiptNumber: 18,
  informationTitle: 40,
  agency: 24,
  supplement: 24,
  thirdParty: 24,
  extension: 26,
  replyKind: 30,
  annualRow: 30,
  lateEntry: 30,
  letterNumber: 26,
};

function whereOf({ year, agency, where }: LedgerChoice): Where {
  const all: Where[] = where && Object.keys(where).length > 0 ? [where] : [];
  if (agency !== undefined) all.push({ agency: { equals: agency } });
  if (year !== undefined) {
    // A day is stored as its noon. One that is not received yet belongs to the year of its filing.
    const within = (field: string): Where => ({
      and: [
        { [field]: { greater_than_equal: `${year}-01-01T00:00:00.000Z` } },
        { [field]: { less_than: `${year + 1}-01-01T00:00:00.000Z` } },
      ],
    });
    const unreceived: Where = { and: [{ receivedOn: { exists: false } }, within('filedOn')] };
    all.push({ or: [within('receivedOn'), unreceived] });
  }
  return all.length > 0 ? { and: all } : {};
}

type Access = { overrideAccess: boolean; user?: PayloadRequest['user'] };

async function* rowsOf(
  payload: Payload,
  where: Where,
  { isNamed, locale, ...access }: Access & { isNamed: boolean; locale: 'zh-CN' | 'en' },
): AsyncGenerator<Application> {
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage } = await payload.find({
      collection: 'applications',
      where,
      sort: ['receivedOn', 'receiptNumber', 'id'],
      limit: PAGE,
      page,
      depth: 0,
      locale,
      context: isNamed ? { unsealed: true } : {},
      ...access,
    });
    yield* docs as Application[];
    if (!hasNextPage) return;
  }
}

/** Names of agencies by their ids as texts. */
export type AgencyNames = ReadonlyMap<string, string>;

export async function agencyNames(payload: Payload, locale: 'zh-CN' | 'en'): Promise<AgencyNames> {
  const { docs } = await payload.find({
    collection: 'agencies',
    pagination: false,
    depth: 0,
    locale,
    select: { name: true },
  });
  return new Map(docs.map(({ id, name }) => [String(id), name]));
}

/** What the ledger says of a case in one of its columns. */
export function ledgerValue(
  key: LedgerColumn,
  application: Application,
  locale: 'zh-CN' | 'en',
  agencies: AgencyNames,
): CellValue | undefined {
  const { applications, ledger } = messages[locale];
  const { reply } = application;
  switch (key) {
    case 'channel':
      return applications.channels[application.channel];
    case 'applicantKind':
      return applications.applicants.kinds[application.applicantKind];
    case 'receiptNumber':
    case 'name':
    case 'informationTitle':
    case 'informationNumber':
      return application[key];
    case 'agency': {
      const id = application.agency as Agency | Application['id'] | null | undefined;
      return id ? agencies.get(String(typeof id === 'object' ? id.id : id)) : null;
    }
    case 'status':
      return applications.statuses[application.status];
    case 'lateEntry':
      return lateEntries(application, locale);
    case 'supplement':
      return spanOf(
        dayOfStep(application, 'request-supplement'),
        dayOfStep(application, 'receive-supplement'),
        locale,
      );
    case 'thirdParty':
      return consultationsOf(application)
        .filter((asked) => asked.of === 'third-party')
        .map((asked) => spanOf(asked.askedOn, asked.answeredOn, locale))
        .join('；');
    case 'extension': {
      if (application.extension?.state !== 'approved') return null;
      const day = dayOfStep(application, 'extend');
      const t = createTranslator({ locale, messages: messages[locale], namespace: 'ledger' });
      const days = application.extension.workingDays ?? 0;
      return day ? t('extendedOn', { days, day }) : t('extended', { days });
    }
    case 'fee':
      return application.fee?.yuan;
    case 'dueOn':
    case 'filedOn':
    case 'receivedOn':
    case 'servedOn':
      return dayIn(application[key]);
    case 'decidedOn':
      return decidedOn(application);
    case 'replyKind':
      if (isWithdrawn(application)) return ledger.withdrawn;
      return isReplyKind(reply?.kind) && reply.decidedOn
        ? applications.replies.kinds[reply.kind]
        : null;
    case 'annualRow':
      return rowLabel(application, locale);
    case 'letterNumber':
      return reply?.number;
    case 'onTime': {
      const [decided, due] = [decidedOn(application), dayIn(application.dueOn)];
      if (!decided || !due || isWithdrawn(application)) return null;
      return decided <= due ? ledger.yes : ledger.no;
    }
    case 'archivedOn':
      return dayOfStep(application, 'archive');
    default:
      return null;
  }
}

/** Letters written down days after the day that they bear: which, of what day, and when. */
const lateEntries = (application: Application, locale: 'zh-CN' | 'en'): string =>
  historyOf(application)
    .filter(({ lateReason }) => lateReason)
    .map(({ action, on, at }) =>
      messages[locale].ledger.lateEntry
        .replace('{action}', messages[locale].cases.actions[action])
        .replace('{day}', on)
        .replace('{entered}', dayOf(at)),
    )
    .join(locale === 'en' ? '; ' : '；');

const dayIn = (value: string | null | undefined): Day | null => (value ? dayOf(value) : null);

const decidedOn = (application: Application): Day | null =>
  dayIn(application.reply?.decidedOn) ?? dayIn(application.closedOn);

const dayOfStep = (application: Application, action: ActionCode): Day | null =>
  historyOf(application).findLast((step) => step.action === action)?.on ?? null;

const isWithdrawn = (application: Application): boolean =>
  application.status === 'withdrawn' || dayOfStep(application, 'withdraw') !== null;

const spanOf = (from: Day | null, to: Day | null, locale: string): string | null =>
  from && (to ? `${from}${locale === 'en' ? ' to ' : '至'}${to}` : from);

/** The line of the annual table that counts the reply, under its heading. */
function rowLabel(application: Application, locale: 'zh-CN' | 'en'): string | null {
  const kind = application.reply?.kind;
  const day = decidedOn(application);
  if (!isReplyKind(kind) || !day || isWithdrawn(application) || yearOf(day) < 2019) return null;
  const code = layoutForYear(yearOf(day));
  const { lines } = layouts[code].applications;
  const row = annualRow(kind, code);
  const at = lines.findIndex((line) => line.code === row);
  const line = lines[at];
  if (!line) return null;
  const heading =
    line.level === 3 ? lines.slice(0, at).findLast(({ level }) => level === 2) : undefined;
  const language = locale === 'en' ? 'en' : 'zh';
  return [heading, line].flatMap((one) => one?.label[language] ?? []).join(' ');
}
