import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import { FEED_ENTRIES, type FeedEntry } from '@/transfer/export/feeds/atom';
import type { AgencyName } from './agency-names';
import { dayOrNothing, titleIn } from './document-items';
import type { Contents } from './feeds';
import { pageAddress } from './lists/words';
import { allProposals } from './proposals';
import { allQuestions } from './questions';
import { allServices } from './services';

const READ = { services: allServices, questions: allQuestions, proposals: allProposals };

export const isGuideFeed = (kind: string | undefined): kind is keyof typeof READ =>
  kind !== undefined && Object.hasOwn(READ, kind);

/** What changed last among services, questions or proposals. */
export async function guideContents(kind: keyof typeof READ, locale: Locale): Promise<Contents> {
  const rows: readonly Row[] = await READ[kind](locale);
  return {
    name: messages[locale][kind].title,
    page: `/${kind}`,
    entries: [...rows]
      .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
      .slice(0, FEED_ENTRIES)
      .map((row) => entryOf(row, kind, locale)),
  };
}

type Row = {
  title: string;
  slug?: string | null;
  summary?: string | null;
  agency: AgencyName | null;
  publishedOn?: string | null;
  updatedAt: string;
  english?: { title?: string | null };
};

function entryOf(row: Row, kind: string, locale: Locale): FeedEntry {
  const path = `/${kind}/${row.slug}`;
  const published = dayOrNothing(row.publishedOn);
  return {
    // The Chinese address is the identity in both languages.
    id: pageAddress(path, 'zh-CN'),
    title: titleIn(locale, row).title,
    address: pageAddress(path, locale),
    updated: row.updatedAt,
    published: published && `${published}T00:00:00+08:00`,
    summary: row.summary || row.agency?.name || '',
    author: row.agency?.name,
  };
}
