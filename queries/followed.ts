import type { Payload } from 'payload';
import { hasCode, labelOf, THEMES } from '@/domain/catalogue/codes';
import type { Followed } from '@/domain/subscriptions/parse';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import { addressValues, readAddress, writeAddress } from './search-address';

/** What somebody may follow, in words, with its page and its feed, paths without the language. */
type FollowedThing = Followed & { name: string; page: string; feed: string };

const asPublic = { overrideAccess: false, user: null, depth: 0, pagination: false } as const;

/**
 * What a kind and a target stand for, as far as the public may know; null where there is nothing. The
 * target of a search is given back in its one spelling.
 */
export async function findFollowed(
  payload: Payload,
  { subject, target }: Followed,
  locale: Locale,
): Promise<FollowedThing | null> {
  const words = messages[locale].subscriptions.subjects;
  const thing = (name: string, page: string, feed: string): FollowedThing => ({
    subject,
    target,
    name: words[subject].replace('{name}', () => name),
    page,
    feed: `/feeds/${feed}.atom`,
  });
  switch (subject) {
    case 'all':
      return { ...thing('', '/search?sort=newest', 'search'), target: '' };
    case 'theme':
      if (!hasCode(THEMES, target)) return null;
      return thing(
        labelOf(THEMES, target, locale),
        `/documents?theme=${target}`,
        `documents/theme/${target}`,
      );
    case 'search':
      return searchThing(target, locale);
    case 'agency': {
      const name = await nameOf(payload, 'agencies', target, locale);
      return !name ? null : thing(name, `/agencies/${target}`, `documents/agency/${target}`);
    }
    case 'column': {
      const name = await nameOf(payload, 'columns', target, locale);
      return !name
        ? null
        : thing(name, `/disclosure/columns/${target}`, `documents/column/${target}`);
    }
    case 'topic': {
      const name = await titleOf(payload, 'topics', target, locale);
      return !name ? null : thing(name, `/topics/${target}`, `topics/${target}`);
    }
    case 'document': {
      const name = await titleOf(payload, 'documents', target, locale);
      return !name ? null : thing(name, `/documents/${target}`, `documents/changes/${target}`);
    }
  }
}

/**
 * What somebody follows, also when it is gone: by the name that it had when they asked, unless the notice
 * of its withdrawal leaves the title out.
 */
export async function nameFollowed(
  payload: Payload,
  { subject, target, label }: Followed & { label?: string | null },
  locale: Locale,
): Promise<string> {
  const thing = await findFollowed(payload, { subject, target }, locale);
  if (thing || subject !== 'document') return thing?.name ?? label ?? '';
  const { docs } = await payload.find({
    collection: 'withdrawals',
    where: { and: [{ subject: { equals: 'documents' } }, { slug: { equals: target } }] },
    sort: '-withdrawnOn',
    limit: 1,
    ...asPublic,
  });
  const { subjects, mail } = messages[locale].subscriptions;
  const isUnnamed = docs[0] !== undefined && !docs[0].title;
  return isUnnamed ? subjects.document.replace('{name}', mail.untitled) : (label ?? '');
}

/** What a search subscription asks, by the address of the search page. */
export const searchOf = (target: string) => readAddress(addressValues(new URLSearchParams(target)));

/** The one spelling of a search: what is written differently and asks the same is the same subscription. */
const searchTarget = (target: string): string => {
  const { text, filters } = searchOf(target);
  return writeAddress('', { text, filters }).slice(1);
};

function searchThing(target: string, locale: Locale): FollowedThing | null {
  const { text, filters } = searchOf(target);
  const plain = searchTarget(target);
  if (plain === '') return null;
  const words = messages[locale].subscriptions.subjects;
  const asked = text || words.searchAll;
  const isFiltered = Object.keys(filters).length > 0;
  const name = isFiltered ? words.searchFiltered.replace('{text}', () => asked) : asked;
  return {
    subject: 'search',
    target: plain,
    name: words.search.replace('{name}', () => name),
    page: writeAddress('/search', { text, filters, sort: 'newest' }),
    feed: writeAddress('/feeds/search.atom', { text, filters }),
  };
}

async function nameOf(
  payload: Payload,
  collection: 'agencies' | 'columns',
  slug: string,
  locale: Locale,
): Promise<string | null> {
  const { docs } = await payload.find({
    collection,
    where: { slug: { equals: slug } },
    limit: 1,
    locale,
    select: { name: true },
    ...asPublic,
  });
  return docs[0]?.name ?? null;
}

async function titleOf(
  payload: Payload,
  collection: 'topics' | 'documents',
  slug: string,
  locale: Locale,
): Promise<string | null> {
  const { docs } = await payload.find({
    collection,
    where: { slug: { equals: slug } },
    limit: 1,
    select: { title: true, english: { title: true } },
    ...asPublic,
    ...({ joins: false } as Record<never, never>),
  });
  const [found] = docs as { title?: string | null; english?: { title?: string | null } }[];
  return (locale === 'en' && found?.english?.title) || found?.title || null;
}
