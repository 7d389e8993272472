import { labelOf, VALIDITIES } from '@/domain/catalogue/codes';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import type { FeedEntry } from '@/transfer/export/feeds/atom';
import { titleIn } from './document-items';
import { findDocument } from './documents';
import type { Contents } from './feeds';
import { pageAddress } from './lists/words';
import { documentHistory } from './relations';
import { versionsOf } from './versions';

/**
 * What happened to one document: its versions, each with the way to a comparison, and what others did to
 * it up to today. Null where there is no such public document.
 */
export async function changesContents(slug: string, locale: Locale): Promise<Contents | null> {
  const document = await findDocument(slug, locale);
  if (!document) return null;
  const { feed: words } = messages[locale].subscriptions;
  const { title } = titleIn(locale, document);
  const path = `/documents/${document.slug}`;
  const today = dayOf(new Date());
  const [versions, history] = await Promise.all([
    versionsOf(document),
    documentHistory(document, today),
  ]);
  const entry = (mark: string, day: string, at: string, summary: string): FeedEntry => ({
    id: `${pageAddress(path, 'zh-CN')}#${mark}`,
    title,
    address: pageAddress(at, locale),
    updated: `${day}T00:00:00+08:00`,
    summary,
  });
  const ofVersions = versions.map(({ number, day, note }) =>
    number === 1
      ? entry('published', day, path, words.published)
      : entry(
          `version-${number}`,
          day,
          `${path}/versions/${number - 1}/${number}`,
          [
            words.version.replace('{number}', String(number)),
            note && words.corrected.replace('{note}', () => note),
          ]
            .filter(Boolean)
            .join('\n'),
        ),
  );
  const validity = labelOf(VALIDITIES, document.validity ?? '', locale);
  const ofOthers = history.flatMap(({ kind, on, isPending, by, reason }, i) =>
    on && on <= today && !isPending && by
      ? [
          entry(
            `history-${kind}-${on}-${i}`,
            on,
            `${path}#history`,
            [titleIn(locale, by.document).title, reason, validity].filter(Boolean).join('\n'),
          ),
        ]
      : [],
  );
  return {
    name: words.changes.replace('{title}', () => title),
    page: path,
    entries: [...ofVersions, ...ofOthers].sort((a, b) => b.updated.localeCompare(a.updated)),
  };
}
