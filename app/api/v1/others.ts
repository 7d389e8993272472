import * as z from 'zod';
import { FORMS } from '@/domain/catalogue/codes';
import { coded } from '@/domain/open-data/fields';
import {
  agencyRecord,
  annualReportRecord,
  annualReportSummary,
  columnRecord,
  interpretationRecord,
  interpretationSummary,
  topicRecord,
  topicSummary,
} from '@/domain/open-data/records';
import { findAgencyIds } from '@/queries/agencies';
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

const byId = z.strictObject({ id: slug('Identifier. 网址名') });

const year = z.number().int().min(2008).max(2100).describe('Year reported. 报告年度');

export const OTHERS = [
  operation({
    id: 'listInterpretations',
    path: '/interpretations',
    tag: 'interpretations',
    summary: { zh: '列出政策解读', en: 'List interpretations' },
    inPath: nothing,
    query: z.strictObject({
      form: several(coded('Form 解读形式', FORMS)),
      ...pagingQuery.shape,
    }),
    answer: pageOf(interpretationSummary, 'A page of interpretations. 一页政策解读'),
    example: {},
    run: async ({ form, page, perPage }) => {
      const read = await readSummaries(await portal(), 'interpretations', {
        where: allOf(!!form && { form: { in: form } }),
        sort: ['-publishedOn', 'slug'],
        page,
        perPage,
      });
      return answerPage(read, { page, perPage });
    },
  }),
  operation({
    id: 'getInterpretation',
    path: '/interpretations/{id}',
    tag: 'interpretations',
    summary: { zh: '取一篇政策解读', en: 'Get an interpretation' },
    inPath: byId,
    query: nothing,
    answer: interpretationRecord,
    example: { id: '' },
    run: async ({ id }) =>
      answerRecord(await readRecord(await portal(), 'interpretations', { slug: { equals: id } })),
  }),
  operation({
    id: 'listTopics',
    path: '/topics',
    tag: 'topics',
    summary: { zh: '列出专题', en: 'List topics' },
    inPath: nothing,
    query: pagingQuery,
    answer: pageOf(topicSummary, 'A page of topics. 一页专题'),
    example: {},
    run: async ({ page, perPage }) => {
      const read = await readSummaries(await portal(), 'topics', {
        sort: ['order', '-openedOn', 'slug'],
        page,
        perPage,
      });
      return answerPage(read, { page, perPage });
    },
  }),
  operation({
    id: 'getTopic',
    path: '/topics/{id}',
    tag: 'topics',
    summary: { zh: '取一个专题和它的条目', en: 'Get a topic with its items' },
    inPath: byId,
    query: nothing,
    answer: topicRecord,
    example: { id: '' },
    run: async ({ id }) =>
      answerRecord(await readRecord(await portal(), 'topics', { slug: { equals: id } })),
  }),
  operation({
    id: 'listAgencies',
    path: '/agencies',
    tag: 'agencies',
    summary: { zh: '列出机构', en: 'List agencies' },
    inPath: nothing,
    query: pagingQuery,
    answer: pageOf(agencyRecord, 'A page of agencies. 一页机构'),
    example: {},
    run: async ({ page, perPage }) => {
      const read = await readSummaries(await portal(), 'agencies', {
        sort: ['order', 'slug'],
        page,
        perPage,
      });
      return answerPage(read, { page, perPage });
    },
  }),
  operation({
    id: 'getAgency',
    path: '/agencies/{id}',
    tag: 'agencies',
    summary: { zh: '取一个机构', en: 'Get an agency' },
    inPath: byId,
    query: nothing,
    answer: agencyRecord,
    example: { id: '' },
    run: async ({ id }) =>
      answerRecord(await readRecord(await portal(), 'agencies', { slug: { equals: id } })),
  }),
  operation({
    id: 'listColumns',
    path: '/columns',
    tag: 'columns',
    summary: { zh: '列出栏目', en: 'List columns' },
    inPath: nothing,
    query: pagingQuery,
    answer: pageOf(columnRecord, 'A page of columns. 一页栏目'),
    example: {},
    run: async ({ page, perPage }) => {
      const read = await readSummaries(await portal(), 'columns', {
        sort: ['order', 'slug'],
        page,
        perPage,
      });
      return answerPage(read, { page, perPage });
    },
  }),
  operation({
    id: 'getColumn',
    path: '/columns/{id}',
    tag: 'columns',
    summary: { zh: '取一个栏目', en: 'Get a column' },
    inPath: byId,
    query: nothing,
    answer: columnRecord,
    example: { id: '' },
    run: async ({ id }) =>
      answerRecord(await readRecord(await portal(), 'columns', { slug: { equals: id } })),
  }),
  operation({
    id: 'listAnnualReports',
    path: '/annual-reports',
    tag: 'annual-reports',
    summary: { zh: '列出年度报告', en: 'List annual reports' },
    inPath: nothing,
    query: z.strictObject({ year: several(year), ...pagingQuery.shape }),
    answer: pageOf(annualReportSummary, 'A page of annual reports. 一页年度报告'),
    example: {},
    run: async ({ year: years, page, perPage }) => {
      const read = await readSummaries(await portal(), 'annual-reports', {
        where: allOf(!!years && { year: { in: years } }),
        sort: ['-year', 'id'],
        page,
        perPage,
      });
      return answerPage(read, { page, perPage });
    },
  }),
  operation({
    id: 'getAnnualReport',
    path: '/annual-reports/{agency}/{year}',
    tag: 'annual-reports',
    summary: { zh: '取一份年度报告', en: 'Get an annual report' },
    inPath: z.strictObject({ agency: slug('Identifier of the agency. 机构的网址名'), year }),
    query: nothing,
    answer: annualReportRecord,
    example: { agency: '', year: '' },
    run: async ({ agency, year: reported }) => {
      const [id] = await findAgencyIds([agency]);
      if (id === undefined) return null;
      const where = allOf({ agency: { equals: id } }, { year: { equals: reported } });
      return answerRecord(await readRecord(await portal(), 'annual-reports', where));
    },
  }),
];
