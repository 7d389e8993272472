import { labelOf, VALIDITIES } from '@/domain/catalogue/codes';
import { grouped } from '@/domain/subscriptions/digest';
import type { Frequency } from '@/domain/subscriptions/codes';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import type { ToldEvent } from './alert-facts';
import { dayWords, fill, mailOf, type Composed, type MailPart } from './mail-text';

export type AlertFacts = {
  locale: Locale;
  /** What is followed, in words. */
  what: string;
  frequency: Frequency;
  site: string;
  /** Without the last slash. */
  origin: string;
};

/** Asks a mailbox whether the wish is its own. Nothing of it but what is followed, which this portal names itself. */
export function composeConfirmation(facts: AlertFacts, token: string): Composed {
  const { locale, what, site } = facts;
  const { mail: words } = messages[locale].subscriptions;
  return mailOf(fill(words.confirmSubject, { what: shortened(what) }), [
    {
      locale,
      parts: [
        { text: fill(words.confirmText, { site }) },
        factsOf(facts),
        {
          text: words.confirmLink,
          link: addressOf(facts, `/subscriptions/confirm?token=${token}`),
        },
        { text: words.automatic },
      ],
    },
  ]);
}

/** What is new of a thing that somebody follows, in their language; titles that have no translation in Chinese. */
export function composeDigest(
  facts: AlertFacts,
  items: readonly ToldEvent[],
  { token, page }: { token: string; page: string },
): Composed {
  const { locale, what } = facts;
  const { mail: words } = messages[locale].subscriptions;
  const count = String(items.length);
  const { groups, left } = grouped(items);
  const subject = fill(words.digestSubject, { what: shortened(what), count });
  return mailOf(subject, [
    {
      locale,
      parts: [
        { text: fill(words.digestLead, { what, count }) },
        ...groups.flatMap(({ change, items: own }): MailPart[] => [
          { text: `【${words.groups[change]}】` },
          ...own.map((item) => partOf(item, facts)),
        ]),
        ...(left > 0
          ? [{ text: fill(words.left, { count: String(left) }), link: addressOf(facts, page) }]
          : []),
        factsOf(facts),
        { text: words.manage, link: leaveAddress(facts, token) },
        { text: words.automatic },
      ],
    },
  ]);
}

/** RFC 8058: a mail program leaves by one POST to it; a person who opens it sees a page with a button. */
const leaveAddress = (facts: Pick<AlertFacts, 'locale' | 'origin'>, token: string): string =>
  addressOf(facts, `/subscriptions/leave?token=${token}`);

/** By which a mail program knows that this is a list, how it is left, and that nobody answers. */
export const digestHeaders = (
  facts: Pick<AlertFacts, 'locale' | 'origin'>,
  token: string,
): Record<string, string> => ({
  'List-Unsubscribe': `<${leaveAddress(facts, token)}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  Precedence: 'list',
  ...automaticHeaders(facts.locale),
});

/** RFC 3834: no holiday notices and no answers of other machines. */
export const automaticHeaders = (locale: Locale): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  'Content-Language': locale,
});

function partOf(item: ToldEvent, facts: AlertFacts): MailPart {
  const { locale } = facts;
  const { mail: words } = messages[locale].subscriptions;
  const title = (locale === 'en' && item.titleEnglish) || item.title || words.untitled;
  const day = item.publishedOn ? dayWords(dayOf(item.publishedOn), locale) : '';
  const whence = [[item.agency, day].filter(Boolean).join(' · ')].filter(Boolean);
  const about =
    item.change === 'corrected' && item.note
      ? fill(words.note, { note: item.note })
      : item.change === 'withdrawn' && item.note
        ? [...whence, fill(words.reason, { reason: item.note })].join('\n')
        : item.change === 'validity'
          ? fill(words.validity, { validity: labelOf(VALIDITIES, item.validity ?? '', locale) })
          : whence.join();
  const compare = item.comparison
    ? fill(words.compare, { address: addressOf(facts, item.comparison) })
    : '';
  return {
    text: [title, about, compare].filter(Boolean).join('\n'),
    link: addressOf(facts, item.path),
  };
}

const factsOf = ({ locale, what, frequency }: AlertFacts): MailPart => {
  const { mail: words, frequencies } = messages[locale].subscriptions;
  return {
    facts: [
      { term: words.what, value: what },
      { term: words.often, value: frequencies[frequency].label },
    ],
  };
};

const addressOf = ({ locale, origin }: Pick<AlertFacts, 'locale' | 'origin'>, path: string) =>
  `${origin}${locale === 'en' ? '/en' : ''}${path}`;

/** A subject line that mail programs show whole. */
const shortened = (text: string): string => {
  const signs = [...text];
  return signs.length > 60 ? `${signs.slice(0, 59).join('')}…` : text;
};
