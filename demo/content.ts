import { join } from 'node:path';
import { z } from 'zod';
import {
  applicantKinds,
  deliveryWays,
  idTypes,
  informationForms,
} from '../domain/applications/applicants';
import { actionCodes } from '../domain/applications/actions';
import { FREQUENCIES, SUBSCRIPTION_SUBJECTS } from '../domain/subscriptions/codes';
import { replyKindCodes } from '../domain/applications/reply-kinds';
import { AGENCY_KINDS, CATEGORIES, FORMS, KINDS, THEMES, hasCode } from '../domain/catalogue/codes';
import { blocksToText, type Block } from '../domain/documents/blocks';
import { RELATIONS } from '../domain/documents/relations';
import { DOMAINS } from '../domain/catalogue/domains';
import { PROCEEDING_KINDS, PROCEEDING_RESULTS } from '../domain/proceedings/proceedings';
import { NEEDS, SIZES, TRADES } from '../domain/policies/codes';
import { isLetterAction, type LetterAction } from '../domain/letters/actions';
import { CORRECTION_KINDS, LETTER_KINDS, LETTER_PURPOSES } from '../domain/letters/codes';
import {
  CONSULTATION_KINDS,
  OUTCOME_DECISIONS,
  PARTICIPATION_KINDS,
} from '../domain/consultations/codes';
import { MEDIA_PLATFORMS } from '../domain/statistics/codes';
import { isDay } from '../domain/workdays/days';
import { parseMarkdown } from './markdown';
import { chain, proposal, question, service } from './service-content';
import {
  DemoFileError,
  readTexts,
  readYaml,
  readYamls,
  splitLanguages,
  type DemoText,
} from './read';

/**
 * The whole demo county, read and checked field by field. Where things point to each other
 * (a document to its agency, a topic to its items) they name the other's `slug`.
 *
 * @param folder the folder that holds agencies.yaml, documents/ and the rest
 * @throws {DemoFileError} naming the file and the field that is wrong
 */
export async function readDemo(folder: string) {
  const list = async <T>(name: string, schema: z.ZodType<T>): Promise<T[]> => {
    const file = join(folder, name);
    return check(z.array(schema), await readYaml(file), file);
  };
  const texts = async <T>(name: string, schema: z.ZodType<T>) =>
    (await readTexts(join(folder, name))).map((text) => {
      const file = join(folder, name, `${text.name}.md`);
      return { ...check(schema, text.data, file), ...bodies(text, file) };
    });
  const folderOf = async <T>(name: string, schema: z.ZodType<T>) =>
    (await readYamls(join(folder, name))).map(({ name: file, data }) =>
      check(schema, data, join(folder, name, `${file}.yaml`)),
    );
  const siteFile = join(folder, 'site.yaml');
  return {
    site: check(site, await readYaml(siteFile), siteFile),
    agencies: await list('agencies.yaml', agency),
    columns: await list('columns.yaml', column),
    catalogue: await list('catalogue.yaml', catalogueField),
    users: await list('users.yaml', user),
    applications: await list('applications.yaml', application),
    proceedings: await list('proceedings.yaml', proceeding),
    answers: await list('answers.yaml', answer),
    mediaAccounts: await list('media-accounts.yaml', mediaAccount),
    subscriptions: await list('subscriptions.yaml', subscription),
    consultations: await list('consultations.yaml', consultation),
    letters: await list('letters.yaml', letter),
    publishedLetters: await list('published-letters.yaml', publishedLetter),
    policies: await list('policies.yaml', policy),
    documents: await texts('documents', document),
    interpretations: await texts('interpretations', interpretation),
    pages: await texts('pages', page),
    topics: await folderOf('topics', topic),
    reports: await folderOf('annual-reports', report),
    reportDrafts: await list('report-drafts.yaml', reportDraft),
    services: await list('services/services.yaml', service),
    chains: await list('services/chains.yaml', chain),
    questions: await list('services/questions.yaml', question),
    proposals: await list('services/proposals.yaml', proposal),
    websiteReports: await folderOf('website-reports', websiteReport),
  };
}

export type Demo = Awaited<ReturnType<typeof readDemo>>;

/** A body in Chinese and, where it was translated, in English. */
type Bodies = { body: Block[]; bodyEnglish?: Block[] };

function bodies(text: DemoText, file: string): Bodies {
  const { zh, en } = splitLanguages(text.body, file);
  try {
    return { body: parseMarkdown(zh), ...(en && { bodyEnglish: parseMarkdown(en) }) };
  } catch (cause) {
    throw new DemoFileError(file, cause instanceof Error ? cause.message : String(cause), {
      cause,
    });
  }
}

function check<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new DemoFileError(file, problems.join('; '));
}

const words = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const both = z.strictObject({ zh: words, en: words });
const day = z.string().refine(isDay, 'no day of the form YYYY-MM-DD');
const whole = z.number().int();
const coded = <Code extends string>(entries: readonly { code: Code }[]) =>
  z.custom<Code>((value) => hasCode(entries as never, value), 'no known code');
const markdown = z.string().transform((text, context) => {
  try {
    return parseMarkdown(text);
  } catch (error) {
    context.addIssue({
      code: 'custom',
      message: error instanceof Error ? error.message : 'unread',
    });
    return z.NEVER;
  }
});

const site = z.strictObject({
  name: both,
  organiser: both,
  undertaker: both,
  contact: both,
  siteCode: words,
  icp: words,
  police: words,
  agencyMark: words,
  onlineReview: z.url(),
});

const agency = z.strictObject({
  slug,
  name: both,
  shortName: both,
  code: z.string().regex(/^\d{9}$/),
  kind: coded(AGENCY_KINDS),
  order: whole,
  numberPrefix: words.optional(),
  reviewBody: words.optional(),
  court: words.optional(),
  duties: both,
  /** Names of laws, which are not translated. */
  basis: z.strictObject({ zh: words }).optional(),
  disclosureOffice: both.optional(),
  address: both.optional(),
  hours: both.optional(),
  phone: words.optional(),
  fax: words.optional(),
  email: z.email().optional(),
  postcode: words.optional(),
  leaders: z.array(z.strictObject({ name: words, post: both, duties: both })).default([]),
  offices: z.array(z.strictObject({ name: both, duties: both, phone: words })).default([]),
});

const column = z.strictObject({
  slug,
  name: both,
  description: both,
  parent: slug.optional(),
  group: words,
  order: whole,
  reviewDays: whole.positive(),
});

/** One of the 26 standard catalogues; what its items share is said once. */
const catalogueField = z.strictObject({
  domain: coded(DOMAINS),
  agency: slug,
  agencyName: words,
  items: z
    .array(
      z.strictObject({
        slug,
        levelOne: words,
        levelTwo: words,
        content: words,
        basis: z.array(words).min(1),
        timeLimit: words,
        reviewDays: whole.positive().optional(),
        levels: z.array(z.enum(['county', 'township'])).default(['county']),
        /** Who is concerned, where it is not everyone. */
        audience: words.optional(),
        onRequest: z.boolean().default(false),
      }),
    )
    .min(6),
});

const user = z.strictObject({
  email: z.email(),
  name: words,
  roles: z
    .array(z.enum(['administrator', 'editor', 'clerk', 'leader', 'officer', 'counsel', 'auditor']))
    .min(1),
  agency: slug,
});

const document = z.strictObject({
  slug,
  title: words,
  number: words.optional(),
  agency: slug,
  agencyName: words.optional(),
  kind: coded(KINDS),
  themes: z.array(coded(THEMES)).min(1),
  keywords: z.array(words).min(1),
  category: coded(CATEGORIES),
  columns: z.array(slug).min(1),
  catalogueItems: z.array(slug).default([]),
  madeOn: day,
  publishedOn: day,
  effectiveOn: day.optional(),
  lapsesOn: day.optional(),
  relations: z
    .array(
      z.strictObject({
        verb: coded(RELATIONS),
        document: slug,
        on: day.optional(),
        provisions: words.optional(),
        reason: words.optional(),
      }),
    )
    .default([]),
  /** Published first with other words, then corrected; what stands in the file is the text of today. */
  correction: z
    .strictObject({
      note: words.max(600),
      was: z.array(z.strictObject({ now: words, before: z.string() })).min(1),
    })
    .optional(),
  summary: words.max(600),
  english: z.strictObject({ title: words, summary: words, body: markdown.optional() }),
});

const interpretation = z.strictObject({
  slug,
  title: words,
  form: coded(FORMS),
  agency: slug,
  documents: z.array(slug).min(1),
  publishedOn: day,
  summary: words.max(600),
  images: z.array(z.strictObject({ file: words, alt: words })).default([]),
  video: z.strictObject({ file: words, title: words, captions: words }).optional(),
  questions: z.array(z.strictObject({ question: words, answer: words })).default([]),
  speaker: words.optional(),
  provisions: z
    .array(z.strictObject({ document: slug, provision: words, note: words.optional() }))
    .default([]),
  // Kept as plain lines, as an editor would type them into the field.
  textAlternative: markdown.transform(blocksToText).optional(),
  english: z.strictObject({ title: words, summary: words }),
});

const page = z.strictObject({
  slug,
  kind: z.enum(['guide', 'rules', 'about']),
  title: both,
  summary: both,
  order: whole,
  editionOn: day,
});

const answer = z.strictObject({
  slug,
  title: both,
  question: both,
  answer: both,
  replyKind: z.enum(replyKindCodes),
  agency: slug,
  receivedOn: day,
  answeredOn: day,
});

/** One that came in `filed` working days ago (0 or less), and what was done with it on which of those days. */
const letter = z.strictObject({
  purpose: coded(LETTER_PURPOSES),
  kind: coded(LETTER_KINDS).optional(),
  title: words,
  body: words,
  agency: slug.optional(),
  page: z
    .strictObject({ address: words, title: words.optional(), kind: coded(CORRECTION_KINDS) })
    .optional(),
  name: words.optional(),
  phone: words.optional(),
  idNumber: words.optional(),
  mayPublish: z.boolean().optional(),
  filed: whole.max(0),
  steps: z.array(
    z.strictObject({
      action: z.custom<LetterAction>(isLetterAction),
      on: whole.max(0),
      agency: slug.optional(),
      text: words.optional(),
      reason: words.optional(),
      complexity: words.optional(),
      result: words.optional(),
      channel: words.optional(),
      score: whole.optional(),
    }),
  ),
});

const publishedLetter = z.strictObject({
  slug,
  title: both,
  question: both,
  answer: both,
  kind: coded(LETTER_KINDS),
  agency: slug,
  receivedOn: day,
  answeredOn: day,
});

const mediaAccount = z.strictObject({
  name: both,
  platform: coded(MEDIA_PLATFORMS),
  agency: slug,
  followers: whole.nonnegative(),
  items: whole.nonnegative(),
  order: whole,
});

/** Readers who get mail: in a demonstration nobody does. */
const subscription = z.strictObject({
  email: z.string().regex(/^[a-z-]+@demo\.example$/),
  subject: z.enum(SUBSCRIPTION_SUBJECTS.map(({ code }) => code)),
  target: z.string(),
  frequency: z.enum(FREQUENCIES.map(({ code }) => code)),
});

const policy = z.strictObject({
  slug,
  title: both,
  agency: slug,
  benefit: both,
  eligibility: z.strictObject({ zh: words, en: words.optional() }),
  howToApply: words,
  materials: z.array(z.strictObject({ name: words, note: words.optional() })).default([]),
  noMaterials: z.boolean().default(false),
  process: z.array(z.strictObject({ title: words, text: words })).min(1),
  timeLimit: words,
  officer: words,
  phone: words,
  sources: z.array(z.strictObject({ document: slug, anchor: words, passage: words })).min(1),
  fits: z.strictObject({
    trades: z.array(coded(TRADES)).default([]),
    sizes: z.array(coded(SIZES)).default([]),
    needs: z.array(coded(NEEDS)).default([]),
  }),
  startsOn: day.optional(),
  endsOn: day.optional(),
  /** Days from that of the seed. */
  startsIn: whole.optional(),
  endsIn: whole.optional(),
  publishedOn: day,
});

const topic = z.strictObject({
  slug,
  title: both,
  summary: both,
  agency: slug,
  order: whole,
  openedOn: day,
  closedOn: day.optional(),
  closingNote: words.optional(),
  sections: z
    .array(
      z.strictObject({
        title: both,
        items: z.array(slug).min(1),
        rule: z
          .strictObject({
            themes: z.array(coded(THEMES)).optional(),
            kinds: z.array(coded(KINDS)).optional(),
            agencies: z.array(slug).optional(),
            words: z.array(words).optional(),
            from: day.optional(),
            to: day.optional(),
            most: whole.positive().max(200).optional(),
          })
          .optional(),
      }),
    )
    .min(2),
});

const reportParts = z.strictObject({
  overview: markdown,
  disclosure: markdown,
  applications: markdown,
  litigation: markdown,
  problems: markdown,
  other: markdown,
});

const report = z.strictObject({
  agency: slug,
  year: whole,
  layout: z.enum(['2019', '2021']),
  title: words,
  titleEnglish: words,
  publishedOn: day,
  preface: markdown,
  parts: reportParts,
  // The hook of the collection and the test beside this file read it with domain/annual-reports.
  tables: z.record(z.string(), z.unknown()),
  /** Why what the checks find may stand, by the key of the finding. */
  reasons: z.array(z.strictObject({ finding: words, reason: words })).default([]),
});

/** A report that is not published yet, and how far it is. */
const reportDraft = z.strictObject({
  agency: slug,
  year: whole,
  stage: z.enum(['begun', 'draft', 'submitted', 'returned']),
  /** Rows of the first table that no record tells. */
  figures: z.record(z.string(), z.record(z.string(), z.number())).default({}),
  /** Cells of the second table that somebody filled in by hand, over what was counted. */
  entered: z
    .array(z.strictObject({ row: words, column: words, figure: whole, why: words }))
    .default([]),
  parts: reportParts.optional(),
  /** With which a clerk returned it. */
  opinion: words.optional(),
});

/** An instant, or so many days from the day of the seed. */
const moment = z.union([z.iso.datetime({ offset: true }), whole]);
const dayOrOffset = z.union([day, whole]);

const consultation = z.strictObject({
  slug,
  title: both,
  summary: both,
  kind: coded(CONSULTATION_KINDS),
  agency: slug,
  opens: moment,
  closes: moment,
  publishedOn: day.optional(),
  background: markdown,
  draft: markdown,
  /** Slugs of documents. */
  replaces: slug.optional(),
  finalDocument: slug.optional(),
  otherWays: words.optional(),
  shortenedBecause: words.optional(),
  participation: z.array(
    z.strictObject({
      kind: coded(PARTICIPATION_KINDS),
      title: words,
      heldOn: dayOrOffset,
      summary: words,
    }),
  ),
  outcomeOn: day.optional(),
  outcome: z
    .strictObject({
      summary: words,
      otherWays: whole,
      points: z.array(
        z.strictObject({
          opinion: words,
          count: whole,
          decision: coded(OUTCOME_DECISIONS),
          reason: words.optional(),
        }),
      ),
    })
    .optional(),
  comments: z.array(
    z.strictObject({
      body: words,
      place: words.optional(),
      shownName: words.optional(),
      on: dayOrOffset,
      isWaiting: z.boolean().optional(),
    }),
  ),
});

const proceeding = z.strictObject({
  kind: coded(PROCEEDING_KINDS),
  number: words,
  agency: slug,
  /** The title of the application that it is about. */
  about: words,
  body: words,
  filedOn: day,
  result: coded(PROCEEDING_RESULTS).optional(),
  closedOn: day.optional(),
});

const websiteReport = z.strictObject({
  agency: slug,
  year: whole,
  title: words,
  titleEnglish: words,
  publishedOn: day,
  // The hook of the collection and the test beside this file read it with domain/website-reports.
  answers: z.record(z.string(), z.unknown()),
});

/** Working days from the day of the seed; 0 is that day or the last working day before it. */
const offset = whole.max(0);

/** What was done to a sample case: an action with what it was told, such as the draft of the reply. */
const step = z.strictObject({
  action: z.enum(actionCodes),
  on: offset,
  reason: words.optional(),
  workingDays: whole.optional(),
  party: words.optional(),
  consultation: whole.optional(),
  outcome: words.optional(),
  text: words.optional(),
  missing: words.optional(),
  /** Days from the step to the last day of what is asked for. */
  termIn: whole.optional(),
  kind: z.enum(replyKindCodes).optional(),
  facts: words.optional(),
  decision: words.optional(),
  overridesObjection: z.boolean().optional(),
  withoutFile: z.boolean().optional(),
  way: words.optional(),
});

const application = z.strictObject({
  key: slug,
  applicantKind: z.enum(applicantKinds),
  name: words,
  representative: words.optional(),
  idType: z.enum(idTypes).optional(),
  idNumber: words.optional(),
  creditCode: words.optional(),
  phone: words,
  email: z.email().optional(),
  address: words,
  postcode: words,
  informationTitle: words,
  informationNumber: words.optional(),
  description: words,
  form: z.enum(informationForms),
  delivery: z.enum(deliveryWays),
  agency: slug,
  channel: z.enum(['internet', 'fax', 'in-person', 'signed-post', 'unsigned-post', 'oral']),
  filed: offset,
  steps: z.array(step).default([]),
});
