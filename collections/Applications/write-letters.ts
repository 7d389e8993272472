import type { PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { confirmDrawn, drawNumber } from '@/collections/Counters/drawn-number';
import { templateFor } from '@/collections/LetterTemplates/template-for';
import { actions } from '@/domain/applications/actions';
import type { NewAct } from '@/domain/applications/case';
import { isDisclosing, objections } from '@/domain/applications/disclosure';
import type { LetterFacts } from '@/domain/applications/letters/facts';
import { fillLetter } from '@/domain/applications/letters/fill';
import {
  addresseeOf,
  isDecisionLetter,
  isNumbered,
  letterKindFor,
  type LetterKind,
} from '@/domain/applications/letters/kinds';
import type { LetterContent } from '@/domain/applications/letters/letter';
import type { LetterTemplate } from '@/domain/applications/letters/template';
import { formatLetterNumber } from '@/domain/applications/receipt-number';
import { isReplyKind } from '@/domain/applications/reply-kinds';
import { yearOf, type Day } from '@/domain/workdays/days';
import { seal } from '@/fields/sealed/seal';
import { messages } from '@/messages';
import type { Agency, Application } from '@/payload-types';
import { caseError } from './case-error';
import { agencyOf, letterFacts } from './letter-facts';
import { letterWords } from './letter-words';
import { factsOf, historyOf, type StoredLetter } from './stored-case';

export type Written = {
  made: Omit<StoredLetter, 'step'>[];
  /** What else of the case the letters fix. */
  changes: Partial<Application>;
  /** After the case is stored: the numbers are used. */
  confirm: () => Promise<void>;
};

/**
 * The letters that go out with an action. One that lacks an element is refused, and with it the action:
 * the case stays as it was, and no number is lost.
 */
export async function lettersFor(
  req: PayloadRequest,
  before: Application,
  after: Application,
  done: NewAct,
): Promise<Written> {
  // The numbers are drawn last, so that a refused letter leaves no gap.
  const letters = await composeLetters(req, before, after, done);
  if (letters.length === 0) return { made: [], changes: {}, confirm: async () => undefined };
  const agency = await agencyOf(after, req);
  const made: Written['made'] = [];
  const drawn: { sequence: string; serial: number }[] = [];
  let decision: string | null = null;
  for (const { kind, ...letter } of letters) {
    const number = isNumbered(kind) ? await draw(req, agency, done.on, drawn) : null;
    const to = {
      applicant: 'applicant',
      thirdParty: 'third-party',
      otherAgency: 'agency',
    } as const;
    made.push({
      kind,
      number,
      on: done.on,
      to: to[addresseeOf(kind)],
      content: seal(JSON.stringify({ kind, ...letter, number }), 'letter'),
    });
    // The ledger names the letter by which a case ended, whichever it was.
    if (isDecisionLetter(kind)) decision = number;
  }
  const numbers = made.flatMap(({ number }) => number ?? []);
  return {
    made,
    changes: {
      letterNumbers: [before.letterNumbers ?? '|', ...numbers.map((number) => `${number}|`)].join(
        '',
      ),
      ...(decision && { reply: { ...after.reply, number: decision } }),
    },
    confirm: async () => {
      for (const { sequence, serial } of drawn) await confirmDrawn(sequence, serial, req);
    },
  };
}

/** What stands where the number comes, as long as none is drawn. */
const NUMBER_TO_COME = '待编';

/**
 * The words of the letters that go out with an action, without a number and without a trace.
 *
 * @throws the refusal `letterLacks`, naming the elements
 */
export async function composeLetters(
  req: PayloadRequest,
  before: Application,
  after: Application,
  done: NewAct,
): Promise<LetterContent[]> {
  const prepared = await prepareLetters(req, before, after, done);
  return prepared.map((letter) => composed(req, letter));
}

/** 登记回执 of a case as it stands, for the counter. */
export async function composeReceipt(
  req: PayloadRequest,
  application: Application,
  on: Day,
): Promise<LetterContent> {
  const agency = await agencyOf(application, req);
  // Nothing is done to the case: what it does not know yet stays open in its receipt.
  const done = { action: 'note', given: {}, on } as const;
  const facts = await letterFacts(req, application, application, done, agency);
  const template = await templateFor(req.payload, 'receipt', req);
  return composed(req, { kind: 'receipt', template, known: facts });
}

/** A letter before it is filled in. */
export type Prepared = {
  kind: LetterKind;
  template: LetterTemplate;
  known: Partial<LetterFacts>;
};

/** What the letters that go out with an action are made from. */
export async function prepareLetters(
  req: PayloadRequest,
  before: Application,
  after: Application,
  done: NewAct,
): Promise<Prepared[]> {
  const kinds = letterKindsOf(after, done);
  if (kinds.length === 0) return [];
  const facts = await letterFacts(req, before, after, done, await agencyOf(after, req));
  const prepared: Prepared[] = [];
  for (const { kind, more } of kinds) {
    const template = await templateFor(req.payload, kind, req);
    prepared.push({ kind, template, known: { ...facts, ...more, number: NUMBER_TO_COME } });
  }
  return prepared;
}

function composed(req: PayloadRequest, { kind, template, known }: Prepared): LetterContent {
  const tried = fillLetter(kind, template, known, letterWords());
  if (tried.ok) return tried.letter;
  const locale = localeOf(req);
  const names: Record<string, string> = messages[locale].letters.elements;
  const elements = tried.missing.map((element) => names[element] ?? element);
  const letter = messages[locale].cases.letters[kind];
  throw caseError(req, { key: 'letterLacks', values: { letter, elements } });
}

function letterKindsOf(
  after: Application,
  { action, given }: NewAct,
): { kind: LetterKind; more?: Partial<LetterFacts> }[] {
  const { letter } = actions[action];
  if (!letter) return [];
  if (letter !== 'decision') return [{ kind: letter }];
  const reply = after.reply?.kind;
  if (!isReplyKind(reply)) return [];
  // 条例第三十二条: whoever objected and is overridden is told in writing what is disclosed and why.
  const isOverridden = after.reply?.overridesObjection && isDisclosing(reply);
  const overridden = isOverridden ? objections(factsOf(after).consultations) : [];
  const why = given.kind ? text(given.reason) : lastReason(after);
  return [
    { kind: letterKindFor(reply) },
    ...overridden.map(({ party }) => ({
      kind: 'third-party-result' as const,
      more: {
        thirdParty: party || undefined,
        reason: why,
        decision: [after.reply?.decision, why].filter(Boolean).join('\n') || undefined,
      },
    })),
  ];
}

/** Why the last draft discloses what somebody objected to. */
const lastReason = (application: Application): string | undefined =>
  historyOf(application).findLast(({ action }) => action === 'draft')?.reason;

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

async function draw(
  req: PayloadRequest,
  agency: Agency | null,
  on: Day,
  drawn: { sequence: string; serial: number }[],
): Promise<string> {
  const year = yearOf(on);
  const sequence = `letter:${agency?.slug}:${year}`;
  // Without a sign of its own in them, the numbers of two agencies would be the same.
  const sign = agency?.numberPrefix || agency?.shortName || agency?.name || '';
  const numberOf = (serial: number) => formatLetterNumber(`${sign}依申请`, year, serial);
  const serial = await drawNumber(sequence, req, async (candidate) => {
    const { totalDocs } = await req.payload.db.count({
      collection: 'applications',
      where: { letterNumbers: { contains: `|${numberOf(candidate)}|` } },
      req,
    });
    return totalDocs > 0;
  });
  drawn.push({ sequence, serial });
  return numberOf(serial);
}
