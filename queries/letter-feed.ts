import { hasCode, labelOf } from '@/domain/catalogue/codes';
import { LETTER_KINDS } from '@/domain/letters/codes';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import type { PublishedLetter } from '@/payload-types';
import { FEED_ENTRIES, type FeedEntry } from '@/transfer/export/feeds/atom';
import { dayOrNothing, titleIn } from './document-items';
import type { Contents } from './feeds';
import { agencyOfLetter } from './letters';
import { pageAddress } from './lists/words';
import { asPublic, portal } from './portal';

/** The published letters that changed last, of a kind (`kind/question`) or of all; null for anything else. */
export async function letterContents(
  by: string | undefined,
  value: string | undefined,
  locale: Locale,
): Promise<Contents | null> {
  const kind = by === 'kind' && hasCode(LETTER_KINDS, value) ? value : undefined;
  if (by !== undefined && !kind) return null;
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'published-letters',
    where: kind ? { kind: { equals: kind } } : {},
    sort: ['-updatedAt', '-id'],
    limit: FEED_ENTRIES,
    pagination: false,
    depth: 1,
    locale,
    select: {
      title: true,
      slug: true,
      kind: true,
      agency: true,
      answeredOn: true,
      updatedAt: true,
      english: { title: true },
    } as never,
    populate: { agencies: { name: true, slug: true } },
    ...asPublic,
  });
  const name = messages[locale].citizenLetters.list.title;
  return {
    name: kind ? `${name} ${labelOf(LETTER_KINDS, kind, locale)}` : name,
    page: kind ? `/letters?kind=${kind}` : '/letters',
    entries: (docs as PublishedLetter[]).map((letter) => entryOf(letter, locale)),
  };
}

function entryOf(letter: PublishedLetter, locale: Locale): FeedEntry {
  const day = dayOrNothing(letter.answeredOn);
  const path = `/letters/${letter.slug}`;
  return {
    // The Chinese address is the identity in both languages.
    id: pageAddress(path, 'zh-CN'),
    title: titleIn(locale, letter).title,
    address: pageAddress(path, locale),
    updated: letter.updatedAt,
    published: day && `${day}T00:00:00+08:00`,
    author: agencyOfLetter(letter)?.name,
    categories: letter.kind
      ? [{ term: letter.kind, label: labelOf(LETTER_KINDS, letter.kind, locale) }]
      : [],
  };
}
