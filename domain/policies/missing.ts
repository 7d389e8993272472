import { isSafeHref } from '../documents/blocks';
import { isDay } from '../workdays/days';

/** A guide as it is written, also half-way; days as `YYYY-MM-DD`. */
export type PolicyDraft = {
  benefit?: string | null;
  eligibility?: string | null;
  howToApply?: string | null;
  applyUrl?: string | null;
  materials?: readonly { name?: string | null }[] | null;
  noMaterials?: boolean | null;
  process?: readonly { title?: string | null }[] | null;
  timeLimit?: string | null;
  officer?: string | null;
  phone?: string | null;
  sources?: readonly { document?: unknown; passage?: string | null }[] | null;
  startsOn?: string | null;
  endsOn?: string | null;
};

/** What is missing or can't be so; worded in messages/…/policies.json under `gaps`. */
export const POLICY_GAPS = [
  'benefit',
  'eligibility',
  'howToApply',
  'applyUrl',
  'materials',
  'materialsOrNone',
  'process',
  'timeLimit',
  'officer',
  'phone',
  'sources',
  'sourceDocument',
  'passage',
  'days',
] as const;
export type PolicyGap = (typeof POLICY_GAPS)[number];

/** A gap and the field that it is in, as forms name it: `sources.1.passage`. */
export type MissingPart = { path: string; gap: PolicyGap };

/**
 * What a guide lacks before it may be handed in. 惠企政策 are to be told so that a business can act on
 * them: what it gets, whether it qualifies, how to apply, with what papers, by which steps, by when, whom
 * to ask, and from which document and passage all this follows.
 *
 * @param policy also as a form or a request holds it: a value of another shape is as good as none
 * @returns the gaps in the order of the page; empty where the guide is whole
 */
export function missingParts(policy: PolicyDraft): MissingPart[] {
  const missing: MissingPart[] = [];
  const ask = (isThere: boolean, path: string, gap: PolicyGap) => {
    if (!isThere) missing.push({ path, gap });
  };
  const materials = listOf(policy.materials);
  const process = listOf(policy.process);
  const sources = listOf(policy.sources);
  ask(isWritten(policy.benefit), 'benefit', 'benefit');
  ask(isWritten(policy.eligibility), 'eligibility', 'eligibility');
  ask(isWritten(policy.howToApply), 'howToApply', 'howToApply');
  ask(!isWritten(policy.applyUrl) || isWebAddress(policy.applyUrl), 'applyUrl', 'applyUrl');
  if (policy.noMaterials) ask(materials.length === 0, 'materials', 'materialsOrNone');
  else ask(areNamed(materials.map(({ name }) => name)), 'materials', 'materials');
  ask(areNamed(process.map(({ title }) => title)), 'process', 'process');
  ask(isWritten(policy.timeLimit), 'timeLimit', 'timeLimit');
  ask(isWritten(policy.officer), 'officer', 'officer');
  ask(canRing(policy.phone), 'phone', 'phone');
  ask(sources.length > 0, 'sources', 'sources');
  for (const [i, { document, passage }] of sources.entries()) {
    ask(isChosen(document), `sources.${i}.document`, 'sourceDocument');
    ask(isWritten(passage), `sources.${i}.passage`, 'passage');
  }
  const { startsOn, endsOn } = policy;
  ask(!isDay(startsOn) || !isDay(endsOn) || startsOn <= endsOn, 'endsOn', 'days');
  return missing;
}

/** Whether an address may be linked: the web's, never a script. */
export const isWebAddress = (address: string | null | undefined): address is string =>
  /^https?:/i.test(address ?? '') && isSafeHref(address ?? '');

const isWritten = (text: unknown): text is string => typeof text === 'string' && text.trim() !== '';

/** A form tells of an empty list how many rows it has: 0. */
const listOf = <Entry extends object>(list: readonly Entry[] | null | undefined): Entry[] =>
  Array.isArray(list) ? list.map((entry: Entry | null) => entry ?? ({} as Entry)) : [];

const areNamed = (names: readonly unknown[]): boolean => names.length > 0 && names.every(isWritten);

/** 12345 is the shortest number that one can ring about a policy. */
const canRing = (phone: unknown): boolean =>
  isWritten(phone) && (phone.normalize('NFKC').match(/\d/g) ?? []).length >= 5;

const isChosen = (document: unknown): boolean =>
  document !== null && document !== undefined && document !== '';
