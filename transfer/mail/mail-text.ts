import { formatDay, type Day } from '../../domain/workdays/days';
import type { messages } from '../../messages';

export type MailLocale = keyof typeof messages;

export type Composed = { subject: string; text: string; html: string };

/** A paragraph with the address that it leads to, or facts below each other. */
export type MailPart =
  { text: string; link?: string } | { facts: { term: string; value: string }[] };

/** A mail as plain text and as simple HTML that says the same, in one language or in two below each other. */
export function mailOf(
  subject: string,
  versions: readonly [MailVersion, ...MailVersion[]],
): Composed {
  const texts = versions.map(({ locale, parts }) =>
    parts.map((part) => plainOf(part, colonOf(locale))).join('\n\n'),
  );
  const [{ locale: first }] = versions;
  const bodies = versions.map(({ locale, parts }) => {
    const body = parts.map((part) => htmlOf(part, colonOf(locale))).join('\n');
    return locale === first ? body : `<hr>\n<div lang="${locale}">\n${body}\n</div>`;
  });
  return {
    subject,
    text: `${texts.join('\n\n----\n\n')}\n`,
    html: page(subject, first, bodies.join('\n')),
  };
}

type MailVersion = { locale: MailLocale; parts: readonly MailPart[] };

/** A sentence of the messages with its places filled. */
export const fill = (sentence: string, values: Record<string, string>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

export const dayWords = (day: Day, locale: MailLocale): string =>
  locale === 'en'
    ? new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
        dateStyle: 'long',
        timeZone: 'UTC',
      })
    : formatDay(day);

const colonOf = (locale: MailLocale): string => (locale === 'en' ? ': ' : '：');

const plainOf = (part: MailPart, colon: string): string =>
  'facts' in part
    ? part.facts.map(({ term, value }) => term + colon + value).join('\n')
    : [part.text, part.link].filter(Boolean).join('\n');

function htmlOf(part: MailPart, colon: string): string {
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
