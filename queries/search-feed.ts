import type { Locale } from '@/i18n/routing';
import { FEED_ENTRIES, type FeedEntry } from '@/transfer/export/feeds/atom';
import { titleIn } from './document-items';
import type { Contents } from './feeds';
import { openDataWords, pageAddress } from './lists/words';
import { answerPublished, type FoundHit } from './search';
import { readAddress, writeAddress, type AddressValues } from './search-address';

/**
 * What was published last of that which a search finds. Where nothing holds all the words there is nothing yet:
 * whoever subscribes waits for what was asked, not for what is a little like it.
 *
 * @throws SearchBusyError when the search can't answer
 */
export async function searchContents(values: AddressValues, locale: Locale): Promise<Contents> {
  const { text, filters } = readAddress(values);
  const t = openDataWords(locale);
  const result = await answerPublished(
    { text, filters, sort: 'newest', limit: FEED_ENTRIES, facets: false, snippetLength: 200 },
    locale,
  );
  return {
    name: text ? t('feeds.search', { text }) : t('feeds.searchAll'),
    page: writeAddress('/search', { text, filters, sort: 'newest' }),
    self: writeAddress('/feeds/search.atom', { text, filters }),
    entries:
      result.isRelaxed || result.missingNumber
        ? []
        : result.hits
            .map((hit) => entryOf(hit, locale))
            .sort((a, b) => (b.published ?? b.updated).localeCompare(a.published ?? a.updated)),
  };
}

function entryOf(hit: FoundHit, locale: Locale): FeedEntry {
  const { text, cutBefore, cutAfter } = hit.snippet;
  return {
    // The Chinese address in both languages, as in every other feed.
    id: pageAddress(hit.url, 'zh-CN'),
    title: titleOf(hit, locale),
    address: pageAddress(hit.url, locale),
    updated: new Date(hit.record.updatedAt).toISOString(),
    published: hit.publishedOn ? `${hit.publishedOn}T00:00:00+08:00` : undefined,
    summary: text ? `${cutBefore ? '…' : ''}${text}${cutAfter ? '…' : ''}` : undefined,
    author: hit.agency ?? undefined,
  };
}

const titleOf = (hit: FoundHit, locale: Locale): string =>
  locale === 'en' && hit.collection !== 'agencies' && hit.collection !== 'annual-reports'
    ? titleIn(locale, hit.record).title
    : hit.title.text;
