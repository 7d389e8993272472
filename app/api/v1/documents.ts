import type { Where } from 'payload';
import * as z from 'zod';
import { CATEGORIES, KINDS, THEMES, VALIDITIES } from '@/domain/catalogue/codes';
import { formatIndexNumber, parseIndexNumber } from '@/domain/documents/index-number';
import { coded } from '@/domain/open-data/fields';
import { documentRecord, documentSummary } from '@/domain/open-data/records';
import { findAgencyIds } from '@/queries/agencies';
import { columnIds } from '@/queries/feeds';
import { allOf, portal } from '@/queries/portal';
import { readRecord, readSummaries } from '@/transfer/export/open-data/read';
import {
  answerPage,
  answerRecord,
  nothing,
  operation,
  pageOf,
  pagingQuery,
  several,
  slug,
} from './operation';

const filters = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .describe('Words in title or number. 标题或发文字号中的文字'),
  kind: several(coded('Kind 体裁', KINDS)),
  theme: several(coded('Theme 主题分类', THEMES)),
  agency: several(slug('Identifier of the agency. 机构的网址名')),
  column: several(slug('Identifier of the column. 栏目的网址名')),
  category: several(coded('Statutory category 法定公开类别', CATEGORIES)),
  validity: several(coded('Validity 有效性', VALIDITIES)),
  year: several(z.number().int().min(1949).max(2100).describe('Year of publication. 发布年份')),
  from: z.iso.date().optional().describe('Published on this day or later. 发布日期起'),
  to: z.iso.date().optional().describe('Published on this day or earlier. 发布日期止'),
  updatedSince: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('Changed at this time or later, such as 2026-11-25T00:00:00Z. 何时以后有变化'),
  sort: z
    .enum(['newest', 'oldest', 'updated'])
    .default('newest')
    .describe('Order 排序: newest 最近发布在前; oldest 最早发布在前; updated 最近更新在前'),
});

export const listDocuments = operation({
  id: 'listDocuments',
  path: '/documents',
  tag: 'documents',
  summary: { zh: '按条件列出政府文件', en: 'List documents' },
  inPath: nothing,
  query: filters.extend(pagingQuery.shape),
  answer: pageOf(documentSummary, 'A page of documents. 一页政府文件'),
  example: { kind: 'normative' },
  run: async ({ page, perPage, sort, ...chosen }) => {
    const read = await readSummaries(await portal(), 'documents', {
      where: await conditionOf(chosen),
      sort: SORTS[sort],
      page,
      perPage,
    });
    return answerPage(read, { page, perPage });
  },
});

export const getDocument = operation({
  id: 'getDocument',
  path: '/documents/{id}',
  tag: 'documents',
  summary: { zh: '取一份政府文件', en: 'Get a document' },
  inPath: z.strictObject({
    id: z
      .string()
      .min(1)
      .max(120)
      .describe('Identifier or index number, its slash as %2F. 网址名或者索引号（斜线写成 %2F）'),
  }),
  query: nothing,
  answer: documentRecord,
  example: { id: '' },
  run: async ({ id }) => {
    const indexNumber = parseIndexNumber(id);
    const where: Where = {
      or: [
        { slug: { equals: id } },
        ...(indexNumber ? [{ indexNumber: { equals: formatIndexNumber(indexNumber) } }] : []),
      ],
    };
    return answerRecord(await readRecord(await portal(), 'documents', where));
  },
});

/** The address name comes last, so that records of one day keep their order from page to page. */
const SORTS = {
  newest: ['-publishedOn', 'slug'],
  oldest: ['publishedOn', 'slug'],
  updated: ['-updatedAt', 'slug'],
};

type Filters = Omit<z.infer<typeof filters>, 'sort'>;

async function conditionOf(chosen: Filters): Promise<Where> {
  const { text, kind, theme, agency, column, category, validity, year, from, to } = chosen;
  return allOf(
    !!text && { or: [{ title: { like: text } }, { number: { like: text } }] },
    !!kind && { kind: { in: kind } },
    !!theme && { themes: { in: theme } },
    !!agency && oneOf('agency', await findAgencyIds(agency)),
    !!column && oneOf('columns', await columnIds(column)),
    !!category && { category: { in: category } },
    !!validity && { validity: { in: validity } },
    !!year && { or: year.map((one) => between(`${one}-01-01`, `${one}-12-31`)) },
    (!!from || !!to) && between(from, to),
    !!chosen.updatedSince && {
      updatedAt: { greater_than_equal: new Date(chosen.updatedSince).toISOString() },
    },
  );
}

/** Nothing belongs to an agency or column that there is not. */
const oneOf = (field: string, ids: (number | string)[]): Where =>
  ids.length > 0 ? { [field]: { in: ids } } : { id: { exists: false } };

/** Days are stored as noon in Greenwich, in the middle of the day there and in Shanghai. */
const between = (from: string | undefined, to: string | undefined): Where => ({
  publishedOn: {
    ...(from && { greater_than_equal: `${from}T00:00:00.000Z` }),
    ...(to && { less_than_equal: `${to}T23:59:59.999Z` }),
  },
});
