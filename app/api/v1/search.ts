import * as z from 'zod';
import { CATEGORIES, KINDS, THEMES, VALIDITIES } from '@/domain/catalogue/codes';
import { coded, maybe, maybeDay, maybeText, text } from '@/domain/open-data/fields';
import { searchPublished } from '@/queries/search';
import { COLLECTIONS, FACETS } from '@/search/engine';
import { siteAddress } from '@/transfer/export/open-data/record-parts';
import { nothing, operation, pageOf, pagingQuery, several, slug } from './operation';

/** The engine answers no question deeper than this many pages of the largest size. */
const MOST_PAGES = 200;

const collection = z.enum(COLLECTIONS).describe('What sort of record. 内容类型');

const hit = z
  .object({
    collection,
    id: text('Identifier: the end of its address. 网址名'),
    url: text('Address of the page. 网页地址'),
    title: text('Title. 标题'),
    number: maybeText('Document number. 发文字号'),
    agency: maybeText('Agency. 机构'),
    kind: maybe(coded('Kind 体裁', KINDS)),
    publishedOn: maybeDay('Published on. 发布日期'),
    validity: maybe(coded('Validity 有效性', VALIDITIES)),
    excerpt: text('The passage that matched. 匹配的段落'),
  })
  .describe('Something found. 检索到的内容');

const answer = pageOf(hit, 'A page of what was found. 一页检索结果').extend({
  isRelaxed: z
    .boolean()
    .describe('Nothing held every word, so these hold some. 没有同时含有全部词语的内容'),
  facets: z
    .record(
      z.string(),
      z.array(z.object({ value: z.string(), count: z.number().int().describe('Records. 条数') })),
    )
    .describe('How many of each value. 各条件下的条数'),
});

export const search = operation({
  id: 'search',
  path: '/search',
  tag: 'search',
  summary: { zh: '全文检索', en: 'Search in everything' },
  inPath: nothing,
  query: z.strictObject({
    q: z.string().trim().min(1).max(200).describe('Words, a number, a question. 检索词'),
    collection: several(collection),
    kind: several(coded('Kind 体裁', KINDS)),
    theme: several(coded('Theme 主题分类', THEMES)),
    agency: several(slug('Identifier of the agency. 机构的网址名')),
    column: several(slug('Identifier of the column. 栏目的网址名')),
    category: several(coded('Statutory category 法定公开类别', CATEGORIES)),
    validity: several(coded('Validity 有效性', VALIDITIES)),
    year: several(z.number().int().min(1949).max(2100).describe('Year of publication. 发布年份')),
    from: z.iso.date().optional().describe('Published on this day or later. 发布日期起'),
    to: z.iso.date().optional().describe('Published on this day or earlier. 发布日期止'),
    sort: z
      .enum(['relevance', 'newest'])
      .default('relevance')
      .describe('Order 排序: relevance 最相关在前; newest 最近发布在前'),
    ...pagingQuery.shape,
    page: z.number().int().min(1).max(MOST_PAGES).default(1).describe('Page, from 1. 页码'),
  }),
  answer,
  example: { q: '营商环境' },
  run: async ({ q, from, to, sort, page, perPage, year, ...chosen }) => {
    const result = await searchPublished(
      {
        text: q,
        filters: { ...chosen, year: year?.map(String), publishedFrom: from, publishedTo: to },
        sort,
        offset: (page - 1) * perPage,
        limit: perPage,
      },
      'zh-CN',
    );
    const { total, hits, isRelaxed, facets } = result;
    const items = hits.map((found): z.infer<typeof hit> => ({
      collection: found.collection,
      id: idOf(found.url),
      url: siteAddress(found.url),
      title: found.title.text,
      number: found.number,
      agency: found.agency,
      kind: found.kind as z.infer<typeof hit>['kind'],
      publishedOn: found.publishedOn,
      validity: found.validity,
      excerpt: found.snippet.text,
    }));
    const body: z.infer<typeof answer> = {
      items,
      total,
      page,
      perPage,
      pages: Math.ceil(total / perPage),
      isRelaxed,
      facets: Object.fromEntries(FACETS.map((name) => [name, facets[name]])),
    };
    return { body, paging: { page, perPage, total } };
  },
});

/** `county/2020` of an annual report, the last part of anything else. */
function idOf(url: string): string {
  const parts = url.split('/').filter(Boolean);
  return parts[0] === 'annual-reports' ? parts.slice(1).join('/') : (parts.at(-1) ?? '');
}
