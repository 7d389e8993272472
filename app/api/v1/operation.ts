import * as z from 'zod';
import type { LimitName } from '@/access/request-limits';

export type Answered = {
  body: object;
  /** When the record last changed, ISO. */
  modified?: string;
  /** For lists: where in the whole this page stands. */
  paging?: Paging;
};

export type Paging = { page: number; perPage: number; total: number };

/** One question that the interface answers. Everything said about it is made from this. */
export type Operation = {
  /** Name in the description, such as listDocuments. */
  id: string;
  /** After /api/v1, with parameters in braces. */
  path: string;
  tag: Tag;
  summary: { zh: string; en: string };
  /** Whose bucket a request is taken from; that of the interface when left out. */
  limit?: LimitName;
  /** Parameters in the path, in their order. */
  inPath: z.ZodObject;
  query: z.ZodObject;
  answer: z.ZodType;
  /** Examples of the parameters in the path, and one good question: for the page to try it. */
  example: Record<string, string>;
  /** Null where there is no such record, or the public may not read it. */
  run: (asked: never) => Promise<Answered | null>;
};

export const TAGS = {
  documents: { zh: '政府文件', en: 'Documents' },
  interpretations: { zh: '政策解读', en: 'Interpretations' },
  topics: { zh: '专题', en: 'Topics' },
  agencies: { zh: '机构', en: 'Agencies' },
  columns: { zh: '栏目', en: 'Columns' },
  'annual-reports': { zh: '年度报告', en: 'Annual reports' },
  search: { zh: '检索', en: 'Search' },
} as const;

export type Tag = keyof typeof TAGS;

/** Keeps the types of parameters between their schemas and `run`. */
export const operation = <Path extends z.ZodObject, Query extends z.ZodObject>(
  told: Omit<Operation, 'run' | 'inPath' | 'query'> & {
    inPath: Path;
    query: Query;
    run: (asked: z.infer<Path> & z.infer<Query>) => Promise<Answered | null>;
  },
): Operation => told as unknown as Operation;

const MOST_PER_PAGE = 100;

export const nothing = z.strictObject({});

export const pagingQuery = z.strictObject({
  page: z.number().int().min(1).max(100_000).default(1).describe('Page, from 1. 页码'),
  perPage: z
    .number()
    .int()
    .min(1)
    .max(MOST_PER_PAGE)
    .default(20)
    .describe('Records a page. 每页条数'),
});

/** The last part of an address. */
export const slug = (description: string) =>
  z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/)
    .max(120)
    .describe(description);

/** Several values of one filter: any of them. */
export const several = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .min(1)
    .max(20)
    .optional()
    .describe(item.description ?? '');

export const pageOf = <Item extends z.ZodType>(item: Item, description: string) =>
  z
    .object({
      items: z.array(item).describe('Records of this page. 本页内容'),
      total: z.number().int().describe('Records on all pages. 总数'),
      page: z.number().int().describe('Page, from 1. 页码'),
      perPage: z.number().int().describe('Records a page. 每页条数'),
      pages: z.number().int().describe('Pages. 总页数'),
    })
    .describe(description);

export const answerPage = <Item>(
  { items, total }: { items: readonly Item[]; total: number },
  { page, perPage }: { page: number; perPage: number },
): Answered => ({
  body: { items, total, page, perPage, pages: Math.ceil(total / perPage) },
  paging: { page, perPage, total },
});

export const answerRecord = (record: { updatedAt: string } | null): Answered | null =>
  record && { body: record, modified: record.updatedAt };
