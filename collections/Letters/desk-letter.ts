import type { PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { hasRole } from '@/access/roles';
import {
  isLetterActionOpen,
  letterActions,
  letterActors,
  type LetterAction,
  type LetterGivenName,
} from '@/domain/letters/actions';
import { drafterOf, neededOf } from '@/domain/letters/case';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import type { LetterStep } from '@/domain/letters/history';
import { addWorkdays, workdaysBetween } from '@/domain/workdays/count';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { Letter, PublishedLetter, User } from '@/payload-types';
import { ANSWERS_LETTERS, letterFacts, letterHistory, responseLimits } from './stored-letter';
import { whyDue } from './writer-letter';

/** What the panel of a letter shows; no personal data of the writer. */
export type LetterDesk = {
  revision: number;
  status: Letter['status'];
  purpose: Letter['purpose'];
  dueOn: Day | null;
  /** Working days; negative when it is late. */
  daysLeft: number | null;
  closedOn: Day | null;
  isLate: boolean;
  why: string | null;
  routeBy: Day | null;
  history: LetterStep[];
  /** What this person may do now, with the fields that each needs and may have. */
  actions: { action: LetterAction; needs: readonly LetterGivenName[]; may: LetterGivenName[] }[];
  /** Whoever worded the reply can't be the one who examines it. */
  isOwnDraft: boolean;
  reply: string;
  complexity: string;
  agency: string | null;
  agencies: { id: string; name: string }[];
  files: { id: number | string; title: string }[];
  canPublish: boolean;
  /** The text for the public that was made of it. */
  published: { title: string; address: string | null } | null;
  mayPublish: boolean;
  application: string | null;
  /** The page that a report of an error is about: its path on this portal. */
  page: string | null;
  /** What an officer can give the writer: the code, and the page on which it is entered. */
  query: { hasCode: boolean; slip: { number: string; page: string } } | null;
};

/** Fields that an action may have besides those that it needs. */
const MAY: Partial<Record<LetterAction, LetterGivenName[]>> = {
  route: ['reason'],
  close: ['text'],
  discard: ['text'],
};

export async function readLetterDesk(req: PayloadRequest, letter: Letter): Promise<LetterDesk> {
  const { payload } = req;
  const user = req.user as User;
  const locale = localeOf(req);
  const facts = letterFacts(letter);
  const roles = letterActors.filter((actor) => user.roles.some((role) => role === actor));
  const possible = (Object.keys(letterActions) as LetterAction[]).filter((action) =>
    roles.some((role) => isLetterActionOpen(action, facts, role)),
  );
  const isOwnDraft = letter.status === 'drafted' && drafterOf(facts.history) === String(user.id);
  const canPublish =
    hasRole(user, 'officer', 'leader') &&
    letter.status === 'answered' &&
    Boolean(letter.reply?.text && letter.agency);
  const [calendar, limits, why, agencies, files, published] = await Promise.all([
    workCalendar(req),
    responseLimits(payload, req),
    letter.closedOn ? null : whyDue(payload, letter, locale),
    payload.find({
      collection: 'agencies',
      where: ANSWERS_LETTERS,
      sort: 'order',
      pagination: false,
      depth: 0,
      locale,
      select: { name: true },
      req,
    }),
    payload.find({
      collection: 'case-files',
      where: { letter: { equals: letter.id } },
      pagination: false,
      depth: 0,
      select: { title: true },
      overrideAccess: false,
      user,
      req,
    }),
    canPublish && letter.mayPublish ? draftOf(req, letter.id) : null,
  ]);
  const today = dayOf(new Date());
  const day = (value: string | null | undefined) => (value ? dayOf(value) : null);
  const [dueOn, closedOn, receivedOn] = [
    day(letter.dueOn),
    day(letter.closedOn),
    day(letter.receivedOn),
  ];
  return {
    revision: letter.revision ?? 0,
    status: letter.status,
    purpose: letter.purpose,
    dueOn,
    daysLeft: dueOn && !closedOn ? workdaysBetween(today, dueOn, calendar) : null,
    closedOn,
    isLate: dueOn !== null && (closedOn ?? today) > dueOn,
    why,
    routeBy:
      letter.status === 'received' && receivedOn
        ? addWorkdays(receivedOn, limits.routingDays, calendar).due
        : null,
    history: letterHistory(letter),
    actions: possible
      .filter((action) => !(action === 'issue' && isOwnDraft))
      .map((action) => ({ action, needs: neededOf(action, facts), may: MAY[action] ?? [] })),
    isOwnDraft,
    reply: letter.reply?.text ?? '',
    complexity: facts.complexity,
    agency: facts.agency,
    agencies: agencies.docs.map(({ id, name }) => ({ id: String(id), name })),
    files: files.docs.map(({ id, title }) => ({ id, title })),
    canPublish,
    published: published && toldOfDraft(published, user),
    mayPublish: Boolean(letter.mayPublish),
    application: letter.application
      ? String(typeof letter.application === 'object' ? letter.application.id : letter.application)
      : null,
    page: letter.purpose === 'correction' ? letter.page?.address || null : null,
    query:
      roles.includes('officer') && !letter.erasedOn
        ? {
            hasCode: Boolean(letter.queryHash),
            slip: {
              number: letter.receiptNumber ?? '',
              page: new URL('/letters/status', process.env.SITE_URL || 'http://localhost:3000')
                .href,
            },
          }
        : null,
  };
}

/** The draft or text for the public that was made out of a letter. */
export async function draftOf(
  req: PayloadRequest,
  id: Letter['id'],
): Promise<PublishedLetter | null> {
  const { docs } = await req.payload.find({
    collection: 'published-letters',
    where: { letter: { equals: id } },
    draft: true,
    limit: 1,
    pagination: false,
    depth: 0,
    req,
  });
  return docs[0] ?? null;
}

/** Where it is worded, for those who may open it before it is public; an officer words none. */
export const toldOfDraft = (
  { id, title }: Pick<PublishedLetter, 'id' | 'title'>,
  user: PayloadRequest['user'],
): { id: PublishedLetter['id']; title: string; address: string | null } => ({
  id,
  title: title ?? '',
  address: hasRole(user, 'administrator', 'editor', 'clerk', 'leader')
    ? `/admin/collections/published-letters/${id}`
    : null,
});
