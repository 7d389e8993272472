import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atomOf, type Feed, type FeedEntry } from './atom';

const feedOf = (entries: FeedEntry[]): Feed => ({
  title: '政府文件 · 宜丰县',
  subtitle: '最近发布和更新的内容',
  self: 'https://county.example/feeds/documents.atom',
  alternate: 'https://county.example/documents?kind=notice&year=2026',
  language: 'zh-CN',
  author: '宜丰县人民政府',
  entries,
});

const entry = (title: string, updated = '2026-11-25T08:00:00.000Z'): FeedEntry => ({
  id: 'https://county.example/documents/a',
  title,
  address: 'https://county.example/documents/a',
  updated,
  published: '2026-11-01T00:00:00+08:00',
  summary: title,
  author: '县政府办公室',
  categories: [{ term: 'notice', label: '通知公告' }],
});

const read = (xml: string) => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => name === 'entry' || name === 'category',
    parseTagValue: false,
    trimValues: false,
  });
  return (parser.parse(xml) as { feed: Record<string, never> }).feed as unknown as {
    id: string;
    updated: string;
    entry?: { title: string; summary: string; category: unknown[] }[];
    link: { '@rel': string; '@href': string }[];
  };
};

describe('an Atom feed', () => {
  it('says what RFC 4287 asks of a feed and of each entry', () => {
    const feed = read(atomOf(feedOf([entry('关于印发办法的通知')])));
    expect(feed).toMatchObject({
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': 'zh-CN',
      id: 'https://county.example/feeds/documents.atom',
      title: '政府文件 · 宜丰县',
      author: { name: '宜丰县人民政府' },
    });
    expect(feed.link.map((link) => [link['@rel'], link['@href']])).toEqual([
      ['self', 'https://county.example/feeds/documents.atom'],
      ['alternate', 'https://county.example/documents?kind=notice&year=2026'],
    ]);
    expect(feed.entry).toMatchObject([
      {
        id: 'https://county.example/documents/a',
        title: '关于印发办法的通知',
        updated: '2026-11-25T08:00:00.000Z',
        published: '2026-11-01T00:00:00+08:00',
        author: { name: '县政府办公室' },
        category: [{ '@term': 'notice', '@label': '通知公告' }],
      },
    ]);
  });

  it('was updated when its newest entry was, and is the same bytes until then', () => {
    const entries = [
      entry('甲', '2026-11-20T08:00:00.000Z'),
      entry('乙', '2026-11-25T08:00:00.000Z'),
    ];
    expect(read(atomOf(feedOf(entries))).updated).toBe('2026-11-25T08:00:00.000Z');
    expect(atomOf(feedOf(entries))).toBe(atomOf(feedOf(entries)));
  });

  it('is valid without entries', () => {
    const xml = atomOf(feedOf([]));
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(read(xml).updated).toBe('1970-01-01T00:00:00.000Z');
  });

  it('stays well-formed whatever a title holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const xml = atomOf(feedOf([entry(title)]));
        expect(XMLValidator.validate(xml)).toBe(true);
      }),
    );
    const [one] = read(atomOf(feedOf([entry('<script>alert(1)</script> & ]]> "x"')]))).entry ?? [];
    expect(one?.title).toBe('<script>alert(1)</script> & ]]> "x"');
  });
});
