import { labelOf } from '@/domain/catalogue/codes';
import { NEEDS } from '@/domain/policies/codes';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import type { Policy } from '@/payload-types';
import { FEED_ENTRIES, type FeedEntry } from '@/transfer/export/feeds/atom';
import { dayOrNothing, titleIn } from './document-items';
import type { Contents } from './feeds';
import { pageAddress } from './lists/words';
import { asPublic, portal } from './portal';

/** The policies that changed last. One that was withdrawn is no longer among them. */
export async function policyContents(locale: Locale): Promise<Contents> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'policies',
    sort: ['-updatedAt', '-id'],
    limit: FEED_ENTRIES,
    pagination: false,
    depth: 1,
    locale,
    select: {
      title: true,
      slug: true,
      benefit: true,
      agency: true,
      fits: true,
      english: { title: true, benefit: true },
      publishedOn: true,
      updatedAt: true,
    } as never,
    populate: { agencies: { name: true } },
    ...asPublic,
  });
  return {
    name: messages[locale].policies.title,
    page: '/policies',
    entries: (docs as Policy[]).map((policy) => entryOf(policy, locale)),
  };
}

function entryOf(policy: Policy, locale: Locale): FeedEntry {
  const published = dayOrNothing(policy.publishedOn);
  const path = `/policies/${policy.slug}`;
  return {
    // The Chinese address is the identity in both languages.
    id: pageAddress(path, 'zh-CN'),
    title: titleIn(locale, policy).title,
    address: pageAddress(path, locale),
    updated: policy.updatedAt,
    published: published && `${published}T00:00:00+08:00`,
    summary: (locale === 'en' && policy.english?.benefit) || policy.benefit || undefined,
    author: typeof policy.agency === 'object' ? policy.agency.name : undefined,
    categories: (policy.fits?.needs ?? []).map((code) => ({
      term: code,
      label: labelOf(NEEDS as never, code as never, locale),
    })),
  };
}
