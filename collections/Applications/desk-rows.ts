import type { PayloadRequest, Where } from 'payload';
import { receivedBefore } from '@/collections/ApplicationDrafts/received';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { channels } from '@/domain/applications/clock';
import { deskGroup, deskGroups, type DeskGroup, type Wait } from '@/domain/applications/desk';
import {
  isOpen,
  officeStep,
  officeSteps,
  statuses,
  type OfficeStep,
  type Status,
} from '@/domain/applications/statuses';
import { workdaysBetween } from '@/domain/workdays/count';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { Agency, Application, User } from '@/payload-types';
import { LEFT_OVER_MS } from './register-received';
import { WAITING, waitOfCase } from './waiting';

type Id = number | string;

export type DeskRow = {
  id: Application['id'];
  receiptNumber: string;
  title: string;
  status: Status;
  group: DeskGroup;
  due: Day | null;
  /** Working days; negative when the due day is past. */
  daysLeft: number | null;
  isProvisional: boolean;
  stopped: string | null;
  /** Whom the case waits for. */
  wait: Wait | null;
  /** Its answer went out and is being put right: no day is owed for that. */
  isCorrected: boolean;
  channel: Application['channel'];
  agency: { id: Id; name: string } | null;
  assignee: { id: Id; name: string } | null;
};

export type DeskFilter = {
  agency?: string;
  assignee?: string;
  step?: OfficeStep;
  channel?: Application['channel'];
  group?: DeskGroup;
  isProvisional?: boolean;
};

/** How many cases of an agency or of an officer lie in each group. */
export type DeskTally = { id: Id | null; name: string | null; counts: Record<DeskGroup, number> };

export type Desk = {
  rows: DeskRow[];
  /** Of all that this person may read and the filter leaves, whatever the group. */
  counts: Record<DeskGroup, number> & { provisional: number };
  byAgency: DeskTally[];
  byAssignee: DeskTally[];
  /** What the filter offers: everybody who has something on the desk, whoever is chosen now. */
  choices: Record<'agency' | 'assignee', { id: Id; name: string }[]>;
  /** There are more cases than were looked through. */
  isCutOff: boolean;
  /** What was received on the internet so long ago that its case could not be made. */
  withoutCase: number;
};

/** More than any county has open at once. */
const MOST = 2000;

/** What lies on the desk of whoever is signed in: the cases that they may read and that are not filed away. */
export async function readDesk(req: PayloadRequest, filter: DeskFilter): Promise<Desk> {
  const today = dayOf(new Date());
  const calendar = await workCalendar(req);
  const { docs, totalDocs } = await req.payload.find({
    collection: 'applications',
    where: whereOf(filter),
    sort: 'dueOn',
    limit: MOST,
    depth: 0,
    select: {
      receiptNumber: true,
      informationTitle: true,
      ...WAITING,
      dueOn: true,
      isProvisional: true,
      stopped: true,
      closedOn: true,
      agency: true,
      assignee: true,
    },
    overrideAccess: false,
    user: req.user,
    req,
  });
  const names = await namesOf(req, docs as Application[]);
  const onDesk = (docs as Application[]).flatMap((application): DeskRow[] => {
    const status = application.status as Status;
    const isAnswered = Boolean(application.closedOn);
    const isCorrected = isAnswered && isOpen(status);
    const due = application.dueOn && !isCorrected ? dayOf(application.dueOn) : null;
    const wait = waitOfCase(application, calendar, today);
    const group = deskGroup({ status, due, wait, isAnswered }, today);
    if (!group) return [];
    return [
      {
        id: application.id,
        receiptNumber: application.receiptNumber ?? '',
        title: application.informationTitle,
        status,
        group,
        due,
        daysLeft: due && group !== 'closed' ? workdaysBetween(today, due, calendar) : null,
        isProvisional: Boolean(application.isProvisional) && group !== 'closed' && !isCorrected,
        stopped: application.stopped ?? null,
        wait,
        isCorrected,
        channel: application.channel,
        agency: named(application.agency, names.agencies),
        assignee: named(application.assignee, names.users),
      },
    ];
  });
  const found = onDesk.filter(
    ({ agency, assignee }) =>
      (!filter.agency || String(agency?.id) === filter.agency) &&
      (!filter.assignee || String(assignee?.id) === filter.assignee),
  );
  const shown = found.filter(
    ({ group, isProvisional }) =>
      (!filter.group || group === filter.group) && (!filter.isProvisional || isProvisional),
  );
  return {
    rows: shown.sort((a, b) => deskGroups.indexOf(a.group) - deskGroups.indexOf(b.group)),
    counts: {
      ...countsOf(found),
      provisional: found.filter(({ isProvisional }) => isProvisional).length,
    },
    byAgency: tally(found, ({ agency }) => agency),
    byAssignee: tally(found, ({ assignee }) => assignee),
    choices: {
      agency: choicesOf(onDesk, ({ agency }) => agency),
      assignee: choicesOf(onDesk, ({ assignee }) => assignee),
    },
    isCutOff: totalDocs > docs.length,
    withoutCase: (await receivedBefore(req.payload, new Date(Date.now() - LEFT_OVER_MS))).length,
  };
}

/** What an address asks for; what is none of the words is not asked. */
export function readDeskFilter(query: Record<string, unknown>): DeskFilter {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === 'string' && value !== '' && value.length < 50 ? value : undefined;
  };
  const oneOf = <T extends string>(name: string, codes: readonly T[]): T | undefined =>
    codes.find((code) => code === query[name]);
  return {
    agency: text('agency'),
    assignee: text('assignee'),
    step: oneOf('step', officeSteps),
    channel: oneOf('channel', channels),
    group: oneOf('group', deskGroups),
    isProvisional: query.provisional === '1' || undefined,
  };
}

/** Agency and officer are left to the rows: the filter offers all of them. */
function whereOf({ step, channel }: DeskFilter): Where {
  const on = statuses.filter((status) => {
    const its = officeStep(status);
    return its !== null && (!step || its === step);
  });
  return {
    and: [{ status: { in: on } }, ...(channel ? [{ channel: { equals: channel } }] : [])],
  };
}

async function namesOf(req: PayloadRequest, applications: Application[]) {
  const ids = (field: 'agency' | 'assignee') => [
    ...new Set(applications.flatMap((each) => idOf(each[field]) ?? [])),
  ];
  const locale = req.i18n.language === 'en' ? 'en' : 'zh-CN';
  const common = { pagination: false, depth: 0, select: { name: true }, req } as const;
  const [agencies, users] = await Promise.all([
    req.payload.find({
      collection: 'agencies',
      where: { id: { in: ids('agency') } },
      locale,
      ...common,
    }),
    // Their names alone: an officer reads no other account.
    req.payload.find({ collection: 'users', where: { id: { in: ids('assignee') } }, ...common }),
  ]);
  const byId = (docs: Pick<Agency | User, 'id' | 'name'>[]) =>
    new Map<Id, string>(docs.map(({ id, name }) => [id, name]));
  return { agencies: byId(agencies.docs), users: byId(users.docs) };
}

function named(value: Application['agency'] | Application['assignee'], names: Map<Id, string>) {
  const id = idOf(value);
  return id === null ? null : { id, name: names.get(id) ?? String(id) };
}

const idOf = (value: { id: Id } | Id | null | undefined): Id | null =>
  typeof value === 'object' ? (value?.id ?? null) : (value ?? null);

const countsOf = (rows: DeskRow[]): Record<DeskGroup, number> =>
  Object.fromEntries(
    deskGroups.map((code) => [code, rows.filter(({ group }) => group === code).length]),
  ) as Record<DeskGroup, number>;

function choicesOf(
  rows: DeskRow[],
  of: (row: DeskRow) => { id: Id; name: string } | null,
): { id: Id; name: string }[] {
  const all = new Map(rows.flatMap((row) => of(row) ?? []).map((one) => [one.id, one]));
  return [...all.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}

function tally(
  rows: DeskRow[],
  of: (row: DeskRow) => { id: Id; name: string } | null,
): DeskTally[] {
  const groups = new Map<Id | null, DeskRow[]>();
  for (const row of rows) {
    const key = of(row)?.id ?? null;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([id, all]) => ({
    id,
    name: (all[0] && of(all[0])?.name) ?? null,
    counts: countsOf(all),
  }));
}
