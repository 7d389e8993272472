import { salutation, type MailKind } from '../../domain/applications/mails';
import type { Day } from '../../domain/workdays/days';
import { messages } from '../../messages';
import { dayWords, fill, mailOf, type Composed, type MailLocale, type MailPart } from './mail-text';

/** What a mail says of a case. Neither what was asked for nor what a letter says is in it. */
export type MailFacts = {
  kind: MailKind;
  receiptNumber: string;
  name: string | null;
  /** In the very first mail alone. */
  queryCode?: string | null;
  /** Whether the applicant was ever given a query code. */
  hasCode: boolean;
  agency: { name: string; phone: string | null } | null;
  /** Whether the day of receipt is certain. */
  isReceived: boolean;
  dueOn: Day | null;
  isProvisional: boolean;
  termOn: Day | null;
  yuan: number | null;
  attached: keyof (typeof messages)['zh-CN']['mail']['attached'] | null;
  /** The full address of the letters, where the matter was none for an application (§39). */
  lettersAddress: string | null;
  /** The full address of the page on which the applicant follows the case. */
  statusAddress: string;
};

/** A mail in the applicant's language, as plain text and as simple HTML that says the same. */
export function composeMail(facts: MailFacts, locale: MailLocale): Composed {
  const words = messages[locale].mail;
  const { kinds, attached } = words;
  const own = kinds[facts.kind === 'filed' && facts.isReceived ? 'registered' : facts.kind];
  const name = salutation(facts.name);
  const subject = fill(words.subject, { what: own.subject, number: facts.receiptNumber });
  const { agency } = facts;
  const parts: MailPart[] = [
    { text: name ? fill(words.greeting, { name }) : words.greetingPlain },
    { text: own.text },
    { facts: rowsOf(facts, locale) },
    facts.queryCode ? { text: words.keepCode } : null,
    facts.attached ? { text: attached[facts.attached] } : null,
    facts.lettersAddress ? { text: words.lettersPage, link: facts.lettersAddress } : null,
    facts.hasCode ? { text: words.look, link: facts.statusAddress } : { text: words.atCounter },
    facts.hasCode ? { text: words.needsCode } : null,
    agency && {
      text: agency.phone
        ? fill(words.contactPhone, { agency: agency.name, phone: agency.phone })
        : fill(words.contact, { agency: agency.name }),
    },
    { text: words.automatic },
  ].filter((part): part is MailPart => part !== null);
  return mailOf(subject, [{ locale, parts }]);
}

function rowsOf(facts: MailFacts, locale: MailLocale): { term: string; value: string }[] {
  const words = messages[locale].mail.facts;
  const { kind, queryCode, agency, dueOn, termOn, yuan } = facts;
  const day = (value: Day) => dayWords(value, locale);
  const due =
    dueOn && (facts.isProvisional ? fill(words.provisional, { day: day(dueOn) }) : day(dueOn));
  const isWaiting = kind === 'supplement' || kind === 'fee';
  const isOver = ['replied', 'withdrawn', 'lapsed', 'correction'].includes(kind);
  return [
    { term: words.number, value: facts.receiptNumber },
    { term: words.code, value: queryCode },
    { term: words.agency, value: agency?.name },
    {
      term: words.yuan,
      value: kind === 'fee' && yuan !== null && fill(words.yuanValue, { yuan: String(yuan) }),
    },
    { term: words.termOn, value: isWaiting && termOn && day(termOn) },
    { term: words.dueOn, value: !isWaiting && !isOver && due },
  ].flatMap(({ term, value }) => (value ? [{ term, value }] : []));
}
