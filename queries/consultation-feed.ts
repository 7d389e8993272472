import type { Where } from 'payload';
import { CONSULTATION_KINDS } from '@/domain/consultations/codes';
import { hasCode, labelOf } from '@/domain/catalogue/codes';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import { FEED_ENTRIES, type FeedEntry } from '@/transfer/export/feeds/atom';
import { agencyOfConsultation, consultationsOf } from './consultations';
import { titleIn } from './document-items';
import type { Contents } from './feeds';
import { pageAddress } from './lists/words';
import { asPublic, portal } from './portal';

/**
 * Consultations as a feed, of one kind or of all: what was opened, and again when its outcome came out.
 * @returns null when there is no such feed
 */
export async function consultationContents(
  by: string | undefined,
  value: string | undefined,
  locale: Locale,
): Promise<Contents | null> {
  const { title } = messages[locale].consultations;
  if (by === undefined) {
    return { name: title, page: '/consultations', entries: await entries({}, locale) };
  }
  if (by !== 'kind' || !hasCode(CONSULTATION_KINDS, value)) return null;
  return {
    name: labelOf(CONSULTATION_KINDS, value, locale),
    page: `/consultations?kind=${value}`,
    entries: await entries({ kind: { equals: value } }, locale),
  };
}

async function entries(where: Where, locale: Locale): Promise<FeedEntry[]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'consultations',
    where,
    sort: ['-updatedAt', '-publishedOn'],
    limit: FEED_ENTRIES,
    pagination: false,
    depth: 0,
    select: { updatedAt: true },
    ...asPublic,
  });
  const ids = docs.map(({ id }) => id);
  return (await consultationsOf(ids, locale)).map((one) => ({
    id: pageAddress(`/consultations/${one.slug}`, 'zh-CN'),
    title: titleIn(locale, one).title,
    address: pageAddress(`/consultations/${one.slug}`, locale),
    updated: one.updatedAt,
    published: one.publishedOn ? `${dayOf(one.publishedOn)}T00:00:00+08:00` : undefined,
    summary: (locale === 'en' && one.english?.summary) || (one.summary ?? undefined),
    author: agencyOfConsultation(one)?.name,
    categories: [{ term: one.kind, label: labelOf(CONSULTATION_KINDS, one.kind, locale) }],
  }));
}
