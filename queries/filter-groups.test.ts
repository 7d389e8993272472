import { describe, expect, test } from 'vitest';
import { chosenFilters, filterGroups, type FilterWords } from './filter-groups';

const words: FilterWords = {
  facets: {
    year: '年份',
    agency: '发文机关',
    topic: '专题',
    fileType: '附件类型',
    dates: '发布日期',
  },
  values: { 'agency.health': '县卫生健康局', 'topic.city': '城市治理' },
};

const groupsOf = (
  shown: Parameters<typeof filterGroups>[0],
  facets: Parameters<typeof filterGroups>[1],
  filters: Parameters<typeof filterGroups>[2] = {},
) => filterGroups(shown, facets, filters, words, 'zh-CN');

describe('the filter form', () => {
  test('has the years from the latest to the first, and all else as it was counted', () => {
    const [years, agencies] = groupsOf(['year', 'agency'], {
      year: [
        { value: '2020', count: 9 },
        { value: '2026', count: 1 },
      ],
      agency: [
        { value: 'office', count: 9 },
        { value: 'health', count: 1 },
      ],
    });
    expect(years).toMatchObject({ options: [{ value: '2026' }, { value: '2020' }] });
    expect(agencies).toMatchObject({ options: [{ label: 'office' }, { label: '县卫生健康局' }] });
  });

  test('keeps a chosen value under which nothing is left', () => {
    const [years] = groupsOf(['year'], { year: [] }, { year: ['1999'] });
    expect(years).toMatchObject({ options: [{ value: '1999', count: 0 }], chosen: ['1999'] });
  });

  test('leaves out a facet without values, and puts the days before what is folded', () => {
    const groups = groupsOf(['agency', 'year', 'topic', 'fileType'], {
      year: [{ value: '2026', count: 1 }],
      topic: [{ value: 'city', count: 1 }],
      fileType: [{ value: 'pdf', count: 1 }],
    });
    expect(groups.map(({ label }) => label)).toEqual(['年份', '发布日期', '专题', '附件类型']);
    expect(groups.at(-1)).toMatchObject({ isFolded: true, options: [{ label: 'PDF' }] });
  });

  test('gives each chosen value a way to take it off alone, on the first page', () => {
    const address = {
      text: '停车',
      filters: { year: ['2020', '2026'], publishedFrom: '2020-01-01' },
      sort: 'oldest' as const,
      page: 3,
    };
    expect(chosenFilters('/search', ['year'], address, words, 'zh-CN')).toEqual([
      {
        label: '2020',
        removeHref: '/search?q=%E5%81%9C%E8%BD%A6&year=2026&from=2020-01-01&sort=oldest',
      },
      {
        label: '2026',
        removeHref: '/search?q=%E5%81%9C%E8%BD%A6&year=2020&from=2020-01-01&sort=oldest',
      },
      {
        label: '2020-01-01 – …',
        removeHref: '/search?q=%E5%81%9C%E8%BD%A6&year=2020&year=2026&sort=oldest',
      },
    ]);
  });
});
