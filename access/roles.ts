import type { Access, FieldAccess, PayloadRequest, Where, WhereField } from 'payload';
import type { Agency, User } from '@/payload-types';

export const ROLES = [
  'administrator',
  'editor',
  'clerk',
  'leader',
  'officer',
  'counsel',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

/** Whether the signed-in person holds at least one of the roles. */
export const hasRole = (
  user: PayloadRequest['user'] | null | undefined,
  ...roles: Role[]
): boolean => Boolean(user && (user as User).roles?.some((role) => roles.includes(role)));

/** People who read every unpublished text. An officer handles applications and needs none of them. */
const READS_DRAFTS: Role[] = ['administrator', 'clerk', 'leader', 'auditor'];

export const anyone: Access = () => true;

export const nobody: Access = () => false;

export const administrators: Access = ({ req: { user } }) => hasRole(user, 'administrator');

export const noField: FieldAccess = () => false;

/** What helps those who work on texts, and is no business of the public's. */
export const staffField: FieldAccess = ({ req: { user } }) => hasRole(user, ...READS_DRAFTS);

export const administratorsField: FieldAccess = ({ req: { user } }) =>
  hasRole(user, 'administrator');

/** Whoever may read drafts may read what they were before; an editor, those of the own agency. */
export const readsDrafts: Access = ({ req: { user } }) => {
  if (hasRole(user, ...READS_DRAFTS)) return true;
  if (!hasRole(user, 'editor')) return false;
  const agency = agencyOf(user as User);
  return agency ? { 'version.agency': { equals: agency } } : false;
};

/**
 * The public reads what is published; those who examine it read drafts too, and an editor reads the
 * drafts of the own agency.
 */
export const publishedOrStaff: Access = ({ req: { user } }) => {
  if (hasRole(user, ...READS_DRAFTS)) return true;
  const published: Where = { _status: { equals: 'published' } };
  return hasRole(user, 'editor') ? { or: [published, ownAgency(user as User)] } : published;
};

/** The record of a review, for those who take part in it or look after it. */
export const readsReview: FieldAccess = ({ doc, req: { user } }) => {
  if (hasRole(user, ...READS_DRAFTS)) return true;
  if (!hasRole(user, 'editor')) return false;
  const { agency } = (doc ?? {}) as { agency?: { id?: unknown } | number | string | null };
  const own = agencyOf(user as User);
  const id = typeof agency === 'object' ? agency?.id : agency;
  return !id || String(id) === String(own);
};

/** Files that stand in a published text; see fields/review/release-files.ts. */
export const releasedOrStaff: Access = ({ req: { user } }) =>
  hasRole(user, 'editor', ...READS_DRAFTS) || { released: { equals: true } };

export const canCreateTexts: Access = ({ req: { user } }) =>
  hasRole(user, 'editor', 'administrator');

/** An editor writes in the name of their own agency; a text without one is nobody's yet. */
export const canWriteForAgency: Access = ({ data, req: { user } }) => {
  if (hasRole(user, 'administrator')) return true;
  if (!hasRole(user, 'editor')) return false;
  const { agency } = (data ?? {}) as { agency?: unknown };
  return !agency || String(agency) === String(agencyOf(user as User));
};

/**
 * Editors change the texts of their own agency; clerks and leaders add their steps to any.
 * What each step may do is the review hook's business, not this predicate's.
 */
export const canUpdateTexts: Access = ({ req: { user } }) => {
  if (hasRole(user, 'clerk', 'leader', 'administrator')) return true;
  if (!hasRole(user, 'editor')) return false;
  return ownAgency(user as User);
};

/** What people look for and what was read out of files helps everybody who works on texts. */
export const looksAtSearches: Access = ({ req: { user } }) =>
  hasRole(user, 'editor', ...READS_DRAFTS);

/** Words and results that editors add to the search; a leader or clerk may put them right. */
export const canKeepSearch: Access = ({ req: { user } }) =>
  hasRole(user, 'editor', 'clerk', 'leader', 'administrator');

/** Nothing that was ever published is deleted: only a draft that never was, by its agency's editor. */
export const canDeleteDrafts: Access = ({ req: { user } }) => {
  if (!hasRole(user, 'editor', 'administrator')) return false;
  const neverPublished: Where = {
    and: [{ _status: { not_equals: 'published' } }, { publishedOn: { exists: false } }],
  };
  return hasRole(user, 'administrator')
    ? neverPublished
    : { and: [neverPublished, ownAgency(user as User)] };
};

/** What a text cites is put right by its agency's editor, or by those who examine and approve texts. */
export const canCorrectCitations: Access = ({ req: { user } }) => {
  if (hasRole(user, 'clerk', 'leader')) return true;
  const own = user && hasRole(user, 'editor') ? agencyOf(user as User) : undefined;
  return own ? { 'document.agency': { equals: own } } : false;
};

/** An agency's entry is public at once, so only its own editors write in it. */
export const canUpdateAgency: Access = ({ req: { user } }) => {
  if (hasRole(user, 'administrator')) return true;
  const own = user && hasRole(user, 'editor') ? agencyOf(user as User) : undefined;
  return own ? { id: { equals: own } } : false;
};

/** People who work on applications or look after those who do. */
const READS_APPLICATIONS: Role[] = ['officer', 'counsel', 'leader', 'auditor'];

/**
 * Who belongs to the office that receives applications for the whole county, or to no single agency,
 * reads every case; whoever belongs to an agency, those that it answers. An auditor reads all.
 */
export const canReadApplications: Access = async ({ req }) => {
  const { user } = req;
  if (!hasRole(user, ...READS_APPLICATIONS)) return false;
  if (hasRole(user, 'auditor') || (await isIntake(req))) return true;
  return { agency: { equals: agencyOf(user as User) } };
};

/** The same cases, for those who act on them. */
export const canHandleApplications: Access = async ({ req }) => {
  if (!hasRole(req.user, 'officer')) return false;
  if (await isIntake(req)) return true;
  return { agency: { equals: agencyOf(req.user as User) } };
};

/** An officer writes down what comes in; for another agency only where all applications arrive. */
export const canRegisterApplications: Access = async ({ data, req }) => {
  if (!hasRole(req.user, 'officer')) return false;
  if (await isIntake(req)) return true;
  const { agency } = (data ?? {}) as { agency?: unknown };
  return !agency || String(agency) === String(agencyOf(req.user as User));
};

/**
 * Files of a case, for those who read the case. What waits in a form that nobody has sent yet is no case's
 * and nobody's to read.
 */
export const canReadCaseFiles: Access = async (args) => {
  const own = await canReadApplications(args);
  if (own === false) return moderatedFiles(args.req.user);
  if (own === true) {
    const held = ['application', 'letter', 'comment'].map((name): Where => ({
      [name]: { exists: true },
    }));
    return { or: held };
  }
  const { agency } = own as { agency: WhereField };
  const held: Where[] = [
    { 'application.agency': agency },
    { 'letter.agency': agency },
    { 'comment.consultation.agency': agency },
  ];
  return { or: held };
};

/** What was mailed of a case, for those who read the case; nobody is written to because of a comment. */
export const canReadMails: Access = async (args) => {
  const own = await canReadApplications(args);
  if (typeof own === 'boolean') return own;
  const { agency } = own as { agency: WhereField };
  const held: Where[] = [{ 'application.agency': agency }, { 'letter.agency': agency }];
  return { or: held };
};

/** What was sent with a comment, for those who moderate it and handle no applications. */
function moderatedFiles(user: PayloadRequest['user']): boolean | Where {
  if (hasRole(user, 'clerk')) return { comment: { exists: true } };
  const own = user && hasRole(user, 'editor') ? agencyOf(user as User) : undefined;
  return own ? { 'comment.consultation.agency': { equals: own } } : false;
}

/** Letters and corrections: the office where they arrive reads all, an agency those that it answers. */
export const canReadLetters: Access = (args) => canReadApplications(args);
export const canHandleLetters: Access = (args) => canHandleApplications(args);
export const canRegisterLetters: Access = (args) => canRegisterApplications(args);

/**
 * A comment is public once a moderator has shown it, and while what it is about is; who moderates reads those
 * of the own agency.
 */
export const shownOrModerator: Access = ({ req: { user } }) => {
  if (hasRole(user, 'administrator', 'clerk', 'leader', 'auditor')) return true;
  const shown: Where = {
    and: [{ state: { equals: 'shown' } }, { 'consultation._status': { equals: 'published' } }],
  };
  const own = user && hasRole(user, 'editor') ? agencyOf(user as User) : undefined;
  return own ? { or: [shown, { 'consultation.agency': { equals: own } }] } : shown;
};

/** Clerks moderate for all agencies, an editor for the own. */
export const canModerate: Access = ({ req: { user } }) => {
  if (hasRole(user, 'clerk')) return true;
  const own = user && hasRole(user, 'editor') ? agencyOf(user as User) : undefined;
  return own ? { 'consultation.agency': { equals: own } } : false;
};

/** What is known of a comment besides what it says: for those who moderate or look after it. */
export const readsModeration: FieldAccess = ({ req: { user } }) =>
  hasRole(user, 'editor', ...READS_DRAFTS);

/** Who subscribes is the business of those who look after the mail, the address always masked. */
export const readsSubscriptions: Access = ({ req: { user } }) =>
  hasRole(user, 'administrator', 'clerk', 'auditor');

/** Figures of the house that no visitor asks for one by one. */
export const readsDraftsOrNobody: Access = ({ req: { user } }) => hasRole(user, ...READS_DRAFTS);

/**
 * What is published out of letters and applications: worded by an editor of the agency that answered, or
 * of the office where all of them arrive, since a small agency has no editor of its own.
 */
export const readsPublishedCases: Access = async (args) =>
  (await isIntakeEditor(args.req)) || publishedOrStaff(args);
/** The same, and for an officer the drafts made out of the cases that they handle: they are led there. */
export const readsAnswersOfCases: Access = async (args) => {
  const read = await readsPublishedCases(args);
  if (typeof read === 'boolean' || !hasRole(args.req.user, 'officer')) return read;
  const own = await canReadApplications(args);
  const made: Where = { application: { exists: true } };
  return { or: [read, own === true ? made : { and: [made, own as Where] }] };
};
export const canUpdatePublishedCases: Access = async (args) =>
  (await isIntakeEditor(args.req)) || canUpdateTexts(args);
export const readsPublishedCaseDrafts: Access = async (args) =>
  (await isIntakeEditor(args.req)) || readsDrafts(args);

const isIntakeEditor = async (req: PayloadRequest): Promise<boolean> =>
  hasRole(req.user, 'editor') && Boolean(agencyOf(req.user as User)) && (await isIntake(req));

/** Out of which letter a text was made: for those who may open letters, never for the public. */
export const readsLetterOfText: FieldAccess = ({ req: { user } }) =>
  hasRole(user, ...READS_APPLICATIONS);

/**
 * Reviews and suits about disclosure: counted in the annual report, so those who write and examine
 * reports read them too. Who brought one is told by the application alone, which has its own rule.
 */
export const canReadProceedings: Access = async ({ req }) => {
  const { user } = req;
  if (!hasRole(user, 'editor', 'clerk', ...READS_APPLICATIONS)) return false;
  if (hasRole(user, 'auditor', 'clerk') || (await isIntake(req))) return true;
  return { agency: { equals: agencyOf(user as User) } };
};

/** Written down by the officers and the legal counsel of the agency, or where all cases arrive. */
export const canHandleProceedings: Access = async ({ data, req }) => {
  const { user } = req;
  if (!hasRole(user, 'officer', 'counsel')) return false;
  if (await isIntake(req)) return true;
  const own = agencyOf(user as User);
  const { agency } = (data ?? {}) as { agency?: unknown };
  if (agency && String(agency) !== String(own)) return false;
  return { agency: { equals: own } };
};

/** Agencies at which applications for all agencies arrive. */
const INTAKE_KINDS = ['office', 'government'];

async function isIntake(req: PayloadRequest): Promise<boolean> {
  const id = agencyOf(req.user as User);
  if (!id) return true;
  const known = req.context.isIntake;
  if (typeof known === 'boolean') return known;
  const agency = await req.payload.db.findOne<Agency>({
    collection: 'agencies',
    where: { id: { equals: id } },
    select: { kind: true },
    req,
  });
  const isOne = INTAKE_KINDS.includes(agency?.kind ?? '');
  req.context.isIntake = isOne;
  return isOne;
}

function ownAgency(user: User): Where {
  const agency = agencyOf(user);
  // Someone without an agency owns no text: a condition that nothing meets, whatever ids look like.
  return agency ? { agency: { equals: agency } } : { id: { exists: false } };
}

const agencyOf = ({ agency }: User): number | string | null | undefined =>
  typeof agency === 'object' ? agency?.id : agency;
