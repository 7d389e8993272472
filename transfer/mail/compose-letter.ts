import type { Payload } from 'payload';
import { mailbox, salutation } from '@/domain/applications/mails';
import { isLetterMailKind, type LetterMailKind } from '@/domain/letters/mails';
import { dayOf } from '@/domain/workdays/days';
import { unsealed } from '@/fields/sealed/seal';
import { messages } from '@/messages';
import type { Letter, Mail } from '@/payload-types';
import { agencyOf } from './mail-facts';
import { dayWords, fill, mailOf, type Composed, type MailLocale, type MailPart } from './mail-text';

/** What a mail of the outbox says and to whom; null when there is nobody to write to. */
export async function letterMail(
  payload: Payload,
  id: Letter['id'],
  mail: Mail,
  queryCode: string | null,
): Promise<{ to: string; number: string; locale: MailLocale; composed: Composed } | null> {
  const letter = await payload.db.findOne<Letter>({
    collection: 'letters',
    where: { id: { equals: id } },
  });
  const to = letter && !letter.erasedOn ? mailbox(unsealed(letter.email, 'email')) : null;
  if (!letter || !to || !isLetterMailKind(mail.kind)) return null;
  const locale: MailLocale = letter.language === 'en' ? 'en' : 'zh-CN';
  const composed = compose(
    letter,
    { kind: mail.kind, queryCode, agency: await agencyOf(payload, letter, locale) },
    locale,
  );
  return { to, number: letter.receiptNumber ?? '', locale, composed };
}

/** Neither what was written nor what was answered is in it: a mailbox may be read by others. */
function compose(
  letter: Letter,
  facts: {
    kind: LetterMailKind;
    queryCode: string | null;
    agency: { name: string; phone: string | null } | null;
  },
  locale: MailLocale,
): Composed {
  const { mail: words, due } = messages[locale].lettersOffice;
  const shared = messages[locale].mail;
  const { subject, text } = words.kinds[facts.kind];
  const name = salutation(unsealed(letter.name, 'name'));
  const { agency, queryCode } = facts;
  const isOpen = facts.kind === 'letter-received' || facts.kind === 'letter-routed';
  const rows = [
    { term: shared.facts.number, value: letter.receiptNumber },
    { term: shared.facts.code, value: queryCode },
    { term: shared.facts.agency, value: agency?.name },
    {
      term: words.dueOn,
      value: isOpen && letter.dueOn ? dayWords(dayOf(letter.dueOn), locale) : null,
    },
  ].flatMap(({ term, value }) => (value ? [{ term, value }] : []));
  const link = new URL(
    `${locale === 'en' ? '/en' : ''}/letters/status`,
    process.env.SITE_URL || 'http://localhost:3000',
  ).toString();
  const parts: MailPart[] = [
    { text: name ? fill(words.greeting, { name }) : words.greetingPlain },
    { text },
    { facts: rows },
    ...(isOpen && letter.isProvisional ? [{ text: due.provisional }] : []),
    ...(queryCode ? [{ text: shared.keepCode }] : []),
    letter.queryHash ? { text: words.look, link } : { text: shared.atCounter },
    ...(letter.queryHash ? [{ text: shared.needsCode }] : []),
    ...(agency
      ? [
          {
            text: agency.phone
              ? fill(shared.contactPhone, { agency: agency.name, phone: agency.phone })
              : fill(shared.contact, { agency: agency.name }),
          },
        ]
      : []),
    { text: words.automatic },
  ];
  const title = fill(shared.subject, { what: subject, number: letter.receiptNumber ?? '' });
  return mailOf(title, [{ locale, parts }]);
}
