import { describe, expect, it } from 'vitest';
import { filesFor, mapIndex, mapLine } from './sitemap';

describe('a site map', () => {
  it('names each address in both languages and when it changed', () => {
    expect(
      mapLine({
        address: 'https://www.example.gov.cn/documents/a',
        english: 'https://www.example.gov.cn/en/documents/a',
        changed: '2026-03-01T02:00:00.000Z',
      }),
    ).toBe(
      '<url><loc>https://www.example.gov.cn/documents/a</loc><lastmod>2026-03-01T02:00:00.000Z</lastmod>' +
        '<xhtml:link rel="alternate" hreflang="zh-CN" href="https://www.example.gov.cn/documents/a"/>' +
        '<xhtml:link rel="alternate" hreflang="en" href="https://www.example.gov.cn/en/documents/a"/></url>\n',
    );
  });

  it('escapes what would end an element', () => {
    expect(mapIndex([{ address: 'https://www.example.gov.cn/a?b=1&c="<' }])).toContain(
      '<loc>https://www.example.gov.cn/a?b=1&amp;c=&quot;&lt;</loc>',
    );
  });

  it('puts fifty thousand addresses into one file and one more into a second', () => {
    expect([0, 1, 50_000, 50_001, 100_000].map(filesFor)).toEqual([0, 1, 1, 2, 2]);
  });
});
