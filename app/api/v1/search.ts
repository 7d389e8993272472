import * as z from 'zod';
import { CATEGORIES, KINDS, THEMES, VALIDITIES } from '@/domain/catalogue/codes';
import { coded, maybe, maybeDay, maybeText, text } from '@/domain/open-data/fields';
import { answerPublished } from '@/queries/search';
import {
  COLLECTIONS,
  FACETS,
  type DirectAnswer,
  type SearchHit,
  type VersionHit,
} from '@/search/engine';
import { siteAddress } from '@/transfer/export/open-data/record-parts';
import { nothing, operation, pageOf, pagingQuery, several, slug } from './operation';

/** The engine answers no question deeper than this many pages of the largest size. */
const MOST_PAGES = 200;

const collection = z.enum(COLLECTIONS).describe('What sort of record. 内容类型');

const place = z
  .object({
    url: text('Address, with the anchor where there is one. 网页地址，能定位的带锚点'),
    label: maybeText('What people call it, such as 第三十三条. 条款名'),
    file: maybeText('Name of the attachment that holds it. 附件名称'),
  })
  .describe('Where a passage stands. 段落所在');

const version = z
  .object({
    collection,
    id: text('Identifier: the end of its address. 网址名'),
    url: text('Address of the page. 网页地址'),
    title: text('Title. 标题'),
    number: maybeText('Document number. 发文字号'),
    publishedOn: maybeDay('Published on. 发布日期'),
    validity: maybe(coded('Validity 有效性', VALIDITIES)),
  })
  .describe('A version of a text. 一个版本');

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
    place: place
      .nullable()
      .describe('Where the passage stands; null for the record as a whole. 段落所在'),
    isPinned: z.boolean().describe('Put first by the office for this question. 是否置顶'),
    versions: z
      .array(version)
      .describe(
        'Other versions of the same text that were found too, at most five. 同一文件的其他版本',
      ),
  })
  .describe('Something found. 检索到的内容');

const direct = z
  .object({
    why: z
      .enum(['number', 'article', 'question'])
      .describe(
        'What the question names or asks. 检索词指明的是: number 文号; article 条文; question 有现成解答的问题',
      ),
    ...version.shape,
    place: place.nullable().describe('Of an article: where it stands. 条文所在'),
    passage: maybeText(
      'Of an article: its text; of a question: how its answer begins. 条文内容，或者解答的开头',
    ),
  })
  .describe('The one thing that the question names. 检索词指明的那一件');

const answer = pageOf(hit, 'A page of what was found. 一页检索结果').extend({
  direct: direct.nullable().describe('Null where the question names none. 没有指明时为 null'),
  missingNumber: maybeText(
    'The document number that was asked for and that no record bears; what is listed only mentions it. 检索的文号没有对应的文件，列出的只是提到它的内容',
  ),
  answeredFor: maybeText(
    'Nothing was found as typed; these answer this text instead. 按原文没有找到，改按此检索',
  ),
  corrections: z
    .array(z.string())
    .describe('Other texts that may have been meant. 可能想检索的词语'),
  searchedToo: z.array(z.string()).describe('Words searched besides those typed. 同时检索的同义词'),
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
    topic: several(slug('Identifier of the topic. 专题的网址名')),
    hasInterpretation: several(
      z.enum(['yes', 'no']).describe('Whether there is an interpretation. 有无解读'),
    ),
    fileType: several(
      z
        .string()
        .regex(/^[a-z0-9]{1,10}$/)
        .describe('Type of an attachment, such as pdf. 附件类型'),
    ),
    year: several(z.number().int().min(1949).max(2100).describe('Year of publication. 发布年份')),
    from: z.iso.date().optional().describe('Published on this day or later. 发布日期起'),
    to: z.iso.date().optional().describe('Published on this day or earlier. 发布日期止'),
    sort: z
      .enum(['relevance', 'newest', 'oldest'])
      .default('relevance')
      .describe('Order 排序: relevance 最相关在前; newest 最近发布在前; oldest 最早发布在前'),
    ...pagingQuery.shape,
    page: z.number().int().min(1).max(MOST_PAGES).default(1).describe('Page, from 1. 页码'),
  }),
  answer,
  example: { q: '营商环境' },
  run: async ({ q, from, to, sort, page, perPage, year, ...chosen }) => {
    const result = await answerPublished(
      {
        text: q,
        filters: { ...chosen, year: year?.map(String), publishedFrom: from, publishedTo: to },
        sort,
        offset: (page - 1) * perPage,
        limit: perPage,
      },
      'zh-CN',
    );
    const { total, hits, facets } = result;
    const items = hits.map((found): z.infer<typeof hit> => ({
      ...versionOf({ ...found, title: found.title.text }),
      agency: found.agency,
      kind: found.kind as z.infer<typeof hit>['kind'],
      excerpt: found.snippet.text,
      place: placeOf(found.url, found.place),
      isPinned: found.isPinned,
      versions: found.versions.map(versionOf),
    }));
    const body: z.infer<typeof answer> = {
      items,
      total,
      page,
      perPage,
      pages: Math.ceil(total / perPage),
      direct: result.direct && directOf(result.direct),
      missingNumber: result.missingNumber,
      answeredFor: result.answeredFor,
      corrections: result.corrections,
      searchedToo: result.searchedToo,
      isRelaxed: result.isRelaxed,
      facets: Object.fromEntries(FACETS.map((name) => [name, facets[name]])),
    };
    return { body, paging: { page, perPage, total } };
  },
});

const versionOf = (found: VersionHit): z.infer<typeof version> => ({
  collection: found.collection,
  id: idOf(found.url),
  url: siteAddress(found.url),
  title: found.title,
  number: found.number,
  publishedOn: found.publishedOn,
  validity: found.validity,
});

const placeOf = (url: string, found: SearchHit['place']): z.infer<typeof place> | null =>
  found && {
    url: siteAddress(found.anchor ? `${url}#${found.anchor}` : url),
    label: found.label ?? null,
    file: found.file ?? null,
  };

const directOf = ({ why, hit: found, passage }: DirectAnswer): z.infer<typeof direct> => ({
  why,
  ...versionOf(found),
  place: placeOf(found.url, passage),
  passage: passage?.text ?? null,
});

/** `county/2020` of an annual report, the last part of anything else. */
export function idOf(url: string): string {
  const parts = url.split('/').filter(Boolean);
  return parts[0] === 'annual-reports' ? parts.slice(1).join('/') : (parts.at(-1) ?? '');
}
