import { z } from 'zod';
import { hasCode, THEMES } from '../domain/catalogue/codes';
import { PROPOSAL_RESULTS, PROPOSER_KINDS } from '../domain/proposals/codes';
import { SERVICE_AUDIENCES, SERVICE_SUBJECTS } from '../domain/services/codes';
import { isDay } from '../domain/workdays/days';

const words = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const both = z.strictObject({ zh: words, en: words });
const day = z.string().refine(isDay, 'no day of the form YYYY-MM-DD');
const slugs = z.array(slug).default([]);
const coded = <Code extends string>(entries: readonly { code: Code }[]) =>
  z.custom<Code>((value) => hasCode(entries as never, value), 'no known code');

export const service = z.strictObject({
  slug,
  title: both,
  summary: both,
  code: words,
  audience: z.array(coded(SERVICE_AUDIENCES)).min(1),
  subject: coded(SERVICE_SUBJECTS),
  agency: slug,
  basis: words,
  documents: slugs,
  conditions: words,
  materials: z.array(z.strictObject({ name: words, note: words })).default([]),
  noMaterials: z.boolean().default(false),
  place: words,
  hours: words,
  phone: words,
  process: z.array(z.strictObject({ title: words, text: words })).min(1),
  timeLimit: words,
  fee: words,
  onlineUrl: words.optional(),
});

export const chain = z.strictObject({
  slug,
  title: both,
  summary: both,
  audience: z.array(coded(SERVICE_AUDIENCES)).min(1),
  agency: slug,
  order: z.number().int(),
  onlineUrl: words.optional(),
  steps: z.array(
    z.strictObject({
      title: words,
      agency: slug.optional(),
      service: slug.optional(),
      note: words,
      timeLimit: words.optional(),
    }),
  ),
});

export const question = z.strictObject({
  slug,
  title: both,
  alsoAsked: z.array(words),
  theme: coded(THEMES),
  agency: slug,
  publishedOn: day,
  /** Markdown. */
  answer: z.strictObject({ zh: words, en: words.optional() }),
  sources: z.array(z.strictObject({ document: slug, anchor: words })).min(1),
  services: slugs,
});

export const proposal = z.strictObject({
  slug,
  title: both,
  proposerKind: coded(PROPOSER_KINDS),
  year: z.number().int(),
  session: words,
  number: words,
  proposers: z.array(words),
  agency: slug,
  withAgencies: slugs,
  documents: slugs,
  receivedOn: day,
  dueOn: day,
  repliedOn: day.optional(),
  replyNumber: words.optional(),
  result: coded(PROPOSAL_RESULTS).optional(),
  /** Markdown. */
  text: words,
  reply: words.optional(),
});
