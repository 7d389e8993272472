import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionAfterLoginHook,
  CollectionAfterLogoutHook,
  CollectionAfterOperationHook,
  CollectionConfig,
  Config,
  GlobalAfterChangeHook,
  GlobalConfig,
  PayloadRequest,
} from 'payload';
import { addressOf } from '@/access/address-of';
import { actionOf, type AuditAction } from '@/domain/audit/action';
import { differenceOf, HIDDEN } from '@/domain/audit/difference';
import type { Application, User } from '@/payload-types';
import { appendToAudit, type NewEntry } from './append';

/** Bookkeeping of the database and of this portal, which says nothing about what a person did. */
const IGNORED = new Set(['id', 'updatedAt', 'createdAt', 'collection', 'sessions', 'globalType']);

/** Of these the log says that they changed, never what they are. */
const SECRET = new Set(['password', 'hash', 'salt', 'queryHash', 'resetPasswordToken', 'apiKey']);

/**
 * Of these only what tells how a case was handled: the rest is the applicant's own, down to the name of a
 * file, and a mail server's answer repeats the address.
 */
const TOLD: Readonly<Record<string, ReadonlySet<string>>> = {
  applications: new Set([
    'status',
    'agency',
    'assignee',
    'channel',
    'receivedOn',
    'dueOn',
    'isProvisional',
    'closedOn',
    'servedOn',
    'deletionAskedOn',
    'isHeld',
    'erasedOn',
    'receiptNumber',
  ]),
  'case-files': new Set(['application', 'purpose', 'isReleasable', 'original']),
  mails: new Set(['application', 'letter', 'kind', 'state', 'attempts', 'sentAt']),
  letters: new Set([
    'purpose',
    'kind',
    'status',
    'agency',
    'assignee',
    'complexity',
    'channel',
    'receivedOn',
    'dueOn',
    'isProvisional',
    'closedOn',
    'deletionAskedOn',
    'erasedOn',
    'receiptNumber',
    'application',
  ]),
  comments: new Set(['consultation', 'state', 'reason', 'note', 'receiptNumber']),
  subscriptions: new Set(['subject', 'target', 'frequency', 'state']),
};

/**
 * Derived records: the job that writes them acts for nobody, and the next run writes them anew. What
 * somebody fills in and has not sent is no act either.
 */
const UNLOGGED = new Set([
  'audit-log',
  'counters',
  'application-drafts',
  'read-counts',
  'publication-events',
  'alert-mails',
]);

/** The collection with every change to it written into the audit log. */
export function withAudit(config: CollectionConfig): CollectionConfig {
  if (UNLOGGED.has(config.slug)) return config;
  return {
    ...config,
    hooks: {
      ...config.hooks,
      afterChange: [...(config.hooks?.afterChange ?? []), auditChange],
      afterDelete: [...(config.hooks?.afterDelete ?? []), auditDelete],
      ...(config.auth && {
        afterLogin: [...(config.hooks?.afterLogin ?? []), auditLogin],
        afterLogout: [...(config.hooks?.afterLogout ?? []), auditLogout],
        afterOperation: [...(config.hooks?.afterOperation ?? []), auditNewPassword],
      }),
    },
  };
}

/** The same for a global. */
export const withGlobalAudit = (config: GlobalConfig): GlobalConfig => ({
  ...config,
  hooks: { ...config.hooks, afterChange: [...(config.hooks?.afterChange ?? []), auditGlobal] },
});

/** Refusals are told too: somebody who tries the doors should be seen. */
export const auditRefusal: NonNullable<
  NonNullable<Config['hooks']>['afterError']
>[number] = async ({ collection, error, req }) => {
  const { name, data } = thrown(error);
  const isSignIn = name === 'AuthenticationError' || name === 'LockedAuth';
  const isRefusal = Boolean(data?.refusal) || (name === 'Forbidden' && Boolean(req.user));
  if (!isSignIn && !isRefusal) return;
  const asked = req.data as { email?: unknown; variables?: { email?: unknown } } | undefined;
  const email = isSignIn ? (asked?.email ?? asked?.variables?.email) : undefined;
  await record(req, {
    action: isSignIn ? 'sign-in-refused' : 'refused',
    subject: collection?.slug ?? 'system',
    record: typeof req.routeParams?.id === 'string' ? req.routeParams.id : null,
    title: typeof email === 'string' ? email.slice(0, 200) : null,
    after: { reason: data?.refusal ?? name },
  });
};

type Thrown = Error & { data?: { refusal?: string } };

/** GraphQL wraps what was thrown in an error of its own. */
const thrown = (error: Error & { originalError?: unknown }): Thrown =>
  error.originalError instanceof Error ? error.originalError : error;

/** Writes what somebody took out of the system, such as an export of this log. */
export const auditExport = (req: PayloadRequest, subject: string, what: object): Promise<void> =>
  record(req, { action: 'export', subject, record: null, title: null, after: what });

/** Writes what the portal's own code changed past the hooks, as an ordinary change is written. */
export async function auditWrite(
  req: PayloadRequest,
  slug: 'letters',
  before: Record<string, unknown> & { id: number | string },
  after: Record<string, unknown>,
): Promise<void> {
  const hidden = hiddenIn(slug);
  const difference = differenceOf(before, after, { ignored: IGNORED, hidden });
  await record(req, {
    action: 'update',
    subject: slug,
    record: String(before.id),
    title: String(before.receiptNumber ?? ''),
    ...difference,
  });
}

/** Writes which personal data of a case somebody was shown in full, and why; never what they are. */
export const auditReveal = (
  req: PayloadRequest,
  { id, receiptNumber }: Pick<Application, 'id' | 'receiptNumber'>,
  what: { fields: readonly string[]; reason: string },
  subject: 'applications' | 'letters' = 'applications',
): Promise<void> =>
  record(req, {
    action: 'reveal',
    subject,
    record: String(id),
    title: receiptNumber ?? null,
    after: what,
  });

/**
 * Writes that somebody opened a paper with personal data in it, a letter or a file of a case: which, never
 * what it says.
 */
export const auditOpening = (
  req: PayloadRequest,
  subject: 'applications' | 'case-files',
  { record: id, title, what }: { record: number | string; title: string | null; what: object },
): Promise<void> =>
  record(req, { action: 'reveal', subject, record: String(id), title, after: what });

/** Writes that the personal data of a case were erased, under which rule, and how many files with them. */
export const auditErasure = (
  req: PayloadRequest,
  { id, receiptNumber }: Pick<Application, 'id' | 'receiptNumber'>,
  what: { ground: string; files: number },
  subject: 'applications' | 'letters' = 'applications',
): Promise<void> =>
  record(req, {
    action: 'erase',
    subject,
    record: String(id),
    title: receiptNumber ?? null,
    after: what,
  });

/** Writes that a release was taken back past the hooks, since its set could not go out as a whole. */
export const auditUndoneRelease = (
  req: PayloadRequest,
  subject: string,
  { id, title }: { id: number | string; title?: unknown },
): Promise<void> =>
  record(req, {
    action: 'update',
    subject,
    record: String(id),
    title: typeof title === 'string' ? title : null,
    before: { _status: 'published' },
    after: { _status: 'draft' },
  });

const auditChange: CollectionAfterChangeHook = async ({
  collection,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const { slug } = collection;
  const before = operation === 'create' ? null : previousDoc;
  const difference = differenceOf(before, doc, { ignored: IGNORED, hidden: hiddenIn(slug) });
  const isNothing =
    Object.keys(difference.before).length === 0 && Object.keys(difference.after).length === 0;
  if (operation === 'update' && isNothing) return doc;
  await record(req, {
    action: actionOf(operation, before, doc),
    subject: slug,
    record: String(doc.id),
    title: titleOf(slug, collection.admin?.useAsTitle, doc),
    ...difference,
  });
  return doc;
};

const auditDelete: CollectionAfterDeleteHook = async ({ collection, doc, id, req }) => {
  const { slug } = collection;
  const { before } = differenceOf(doc, null, { ignored: IGNORED, hidden: hiddenIn(slug) });
  await record(req, {
    action: 'delete',
    subject: slug,
    record: String(id),
    title: titleOf(slug, collection.admin?.useAsTitle, doc),
    before,
  });
  return doc;
};

const auditGlobal: GlobalAfterChangeHook = async ({ doc, global, previousDoc, req }) => {
  const difference = differenceOf(previousDoc, doc, { ignored: IGNORED, hidden: hiddenIn('') });
  await record(req, {
    action: 'update',
    subject: global.slug,
    record: null,
    title: null,
    ...difference,
  });
  return doc;
};

const auditLogin: CollectionAfterLoginHook = ({ req, user }) =>
  record(req, { action: 'sign-in', ...account(user as unknown as User) }, user as unknown as User);

const auditLogout: CollectionAfterLogoutHook = ({ req }) =>
  record(req, { action: 'sign-out', ...account(req.user as User) });

/** A password set by a link from a letter is written past the hooks of a change. */
const auditNewPassword: CollectionAfterOperationHook = async ({ operation, req, result }) => {
  if (operation !== 'resetPassword') return result;
  const { user } = result as { user?: unknown };
  const whose = (user ?? null) as User | null;
  await record(req, { action: 'update', ...account(whose), after: { password: HIDDEN } }, whose);
  return result;
};

const account = (user: User | null) => ({
  subject: 'users',
  record: user ? String(user.id) : null,
  title: user?.name ?? null,
});

type What = Pick<NewEntry, 'subject' | 'record' | 'title'> & {
  action: AuditAction;
  before?: unknown;
  after?: unknown;
};

async function record(req: PayloadRequest, what: What, user = req.user as User | null) {
  // A batch is signed by three; the entry names the one in whose name it was written.
  const who = req.context.signOff?.editor ?? user;
  await appendToAudit(
    req.payload,
    [
      {
        before: null,
        after: null,
        ...what,
        at: new Date().toISOString(),
        who: who ? String(who.id) : null,
        whoName: who?.name ?? null,
        address: addressOf(req.headers),
      },
    ],
    req,
  );
}

const hiddenIn =
  (slug: string) =>
  (field: string): boolean =>
    SECRET.has(field) || (slug in TOLD && !TOLD[slug]?.has(field));

function titleOf(slug: string, field: string | undefined, doc: Record<string, unknown>) {
  if (slug === 'applications' || slug === 'letters') return String(doc.receiptNumber ?? '');
  if (slug in TOLD) return null;
  const value = doc[field ?? 'title'];
  return typeof value === 'string' ? value : null;
}
