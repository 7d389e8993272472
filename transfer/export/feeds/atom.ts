import { XMLBuilder } from 'fast-xml-parser';

export const ATOM_TYPE = 'application/atom+xml; charset=utf-8';

/** How many entries a feed gives: those that changed last. */
export const FEED_ENTRIES = 50;

export type FeedEntry = {
  /** An address that never changes, whatever else does. */
  id: string;
  title: string;
  /** Of the page in the feed's language. */
  address: string;
  /** ISO time of the last change that a reader should see. */
  updated: string;
  /** ISO time. */
  published?: string;
  summary?: string;
  author?: string;
  categories?: readonly { term: string; label: string }[];
};

export type Feed = {
  title: string;
  subtitle: string;
  /** Of the feed itself, which is its identity too. */
  self: string;
  /** Of the page whose contents it follows. */
  alternate: string;
  language: string;
  author: string;
  entries: readonly FeedEntry[];
};

/**
 * A feed as Atom (RFC 4287). It says no time of its own but that of its newest entry, so that the
 * same contents are the same bytes.
 */
export function atomOf(feed: Feed): string {
  const updated = feed.entries
    .map((entry) => entry.updated)
    .sort()
    .at(-1);
  const xml = builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'utf-8' },
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': feed.language,
      id: feed.self,
      title: plain(feed.title),
      subtitle: plain(feed.subtitle),
      updated: updated ?? NEVER,
      author: { name: plain(feed.author) },
      link: [
        { '@rel': 'self', '@type': 'application/atom+xml', '@href': feed.self },
        { '@rel': 'alternate', '@type': 'text/html', '@href': feed.alternate },
      ],
      generator: 'Gongkai',
      entry: feed.entries.map(entryOf),
    },
  });
  return xml;
}

const NEVER = '1970-01-01T00:00:00.000Z';

const entryOf = (entry: FeedEntry) => ({
  id: entry.id,
  title: plain(entry.title),
  link: { '@rel': 'alternate', '@type': 'text/html', '@href': entry.address },
  updated: entry.updated,
  ...(entry.published && { published: entry.published }),
  ...(entry.author && { author: { name: plain(entry.author) } }),
  ...(entry.categories?.length && {
    category: entry.categories.map(({ term, label }) => ({
      '@term': term,
      '@label': plain(label),
    })),
  }),
  ...(entry.summary && { summary: plain(entry.summary) }),
});

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  suppressEmptyNode: true,
});

/** Without the characters that XML 1.0 has no way to write. */
const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .trim();
