import { salutation, type MailKind } from '../../domain/applications/mails';
import { formatDay, type Day } from '../../domain/workdays/days';
import { messages } from '../../messages';

export type MailLocale = keyof typeof messages;

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
  /** The full address of the page on which the applicant follows the case. */
  statusAddress: string;
};

export type Composed = { subject: string; text: string; html: string };

/** A mail in the applicant's language, as plain text and as simple HTML that says the same. */
export function composeMail(facts: MailFacts, locale: MailLocale): Composed {
  const words = messages[locale].mail;
  const { kinds, attached } = words;
  const own = kinds[facts.kind === 'filed' && facts.isReceived ? 'registered' : facts.kind];
  const name = salutation(facts.name);
  const subject = fill(words.subject, { what: own.subject, number: facts.receiptNumber });
  const { agency } = facts;
  const blocks: Part[] = [
    { text: name ? fill(words.greeting, { name }) : words.greetingPlain },
    { text: own.text },
    { facts: rowsOf(facts, locale) },
    facts.queryCode ? { text: words.keepCode } : null,
    facts.attached ? { text: attached[facts.attached] } : null,
    facts.hasCode ? { text: words.look, link: facts.statusAddress } : { text: words.atCounter },
    facts.hasCode ? { text: words.needsCode } : null,
    agency && {
      text: agency.phone
        ? fill(words.contactPhone, { agency: agency.name, phone: agency.phone })
        : fill(words.contact, { agency: agency.name }),
    },
    { text: words.automatic },
  ].filter((part): part is Part => part !== null);
  const colon = locale === 'en' ? ': ' : '：';
  return {
    subject,
    text: `${blocks.map((part) => plainOf(part, colon)).join('\n\n')}\n`,
    html: page(subject, locale, blocks.map((part) => htmlOf(part, colon)).join('\n')),
  };
}

type Part = { text: string; link?: string } | { facts: { term: string; value: string }[] };

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

const plainOf = (part: Part, colon: string): string =>
  'facts' in part
    ? part.facts.map(({ term, value }) => term + colon + value).join('\n')
    : [part.text, part.link].filter(Boolean).join('\n');

function htmlOf(part: Part, colon: string): string {
  if ('facts' in part) {
    const items = part.facts.map(
      ({ term, value }) => `<li>${escape(term + colon)}<strong>${escape(value)}</strong></li>`,
    );
    return `<ul>${items.join('')}</ul>`;
  }
  const link = part.link && `<br><a href="${escape(part.link)}">${escape(part.link)}</a>`;
  return `<p>${escape(part.text)}${link ?? ''}</p>`;
}

/** No picture, no style sheet, nothing that is fetched: it looks the same everywhere and tells nobody that it was read. */
const page = (title: string, locale: MailLocale, body: string): string =>
  `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title></head>
<body style="font-size:16px;line-height:1.7;max-width:40em;margin:0 auto;padding:16px">
${body}
</body>
</html>
`;

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const fill = (sentence: string, values: Record<string, string>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

const dayWords = (day: Day, locale: MailLocale): string =>
  locale === 'en'
    ? new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
        dateStyle: 'long',
        timeZone: 'UTC',
      })
    : formatDay(day);
