import { describe, expect, it } from 'vitest';
import { articleTags, columnTags, minuteOf, siteTags } from './national-tags';

describe('the national tags', () => {
  it('name the site by its host, and leave out a code that nobody gave', () => {
    expect(siteTags({ name: '某县信息公开', address: 'https://www.example.gov.cn/' })).toEqual({
      SiteName: '某县信息公开',
      SiteDomain: 'www.example.gov.cn',
    });
    expect(
      siteTags({ name: '某县', address: 'http://localhost:3000', code: '3609240001' }),
    ).toMatchObject({ SiteDomain: 'localhost:3000', SiteIDCode: '3609240001' });
  });

  it('give a column all of its four, also where it has no description', () => {
    expect(columnTags({ name: '就业', type: '信息公开目录' })).toEqual({
      ColumnName: '就业',
      ColumnDescription: '就业',
      ColumnKeywords: '就业',
      ColumnType: '信息公开目录',
    });
  });

  it('say of an article only what is known, each on one line', () => {
    const tags = articleTags({
      title: '关于停车\n管理的通知',
      published: '2026-03-01',
      source: '县政府办公室',
      keywords: ['停车', '管理'],
      description: '',
      url: 'https://www.example.gov.cn/documents/a',
    });
    expect(tags).toEqual({
      ArticleTitle: '关于停车 管理的通知',
      PubDate: '2026-03-01 00:00',
      ContentSource: '县政府办公室',
      Keywords: '停车,管理',
      Url: 'https://www.example.gov.cn/documents/a',
    });
  });

  it('tell the minute in Beijing, and of a stored day its first', () => {
    expect(minuteOf('2026-03-01T16:05:00.000Z')).toBe('2026-03-02 00:05');
    expect(minuteOf('2026-03-01T12:00:00.000Z')).toBe('2026-03-01 00:00');
    expect(minuteOf(null)).toBeUndefined();
    expect(minuteOf('gestern')).toBeUndefined();
  });
});
