import * as z from 'zod';
import { maybeText, text } from '@/domain/open-data/fields';
import { suggestPublished } from '@/queries/suggestions';
import { COLLECTIONS } from '@/search/engine';
import { siteAddress } from '@/transfer/export/open-data/record-parts';
import { nothing, operation } from './operation';
import { idOf } from './search';

const suggestion = z
  .object({
    collection: z.enum(COLLECTIONS).describe('What sort of record. 内容类型'),
    id: text('Identifier: the end of its address. 网址名'),
    url: text('Address of the page. 网页地址'),
    path: text('Path of the page. 网页路径'),
    title: text('Title. 标题'),
    number: maybeText('Document number. 发文字号'),
    marks: z
      .array(z.tuple([z.number().int(), z.number().int()]))
      .describe('Where the typed text stands in the title: from, to. 标题中与输入相同的文字'),
  })
  .describe('What may be meant. 可能要找的内容');

const answer = z
  .object({ items: z.array(suggestion).describe('The likeliest first. 最可能的在前') })
  .describe('What the typed text may become. 输入建议');

/** Between two keystrokes: a bucket of its own, so that typing uses up nobody's searches. */
export const suggest = operation({
  id: 'suggest',
  path: '/suggest',
  tag: 'search',
  summary: { zh: '输入时的建议', en: 'Suggest while somebody types' },
  limit: 'suggest',
  inPath: nothing,
  query: z.strictObject({
    q: z.string().trim().min(1).max(100).describe('What has been typed. 已输入的文字'),
    limit: z.number().int().min(1).max(10).default(8).describe('How many. 条数'),
  }),
  answer,
  example: { q: '政府信息' },
  run: async ({ q, limit }) => {
    const found = await suggestPublished(q, limit);
    const body: z.infer<typeof answer> = {
      items: found.map(({ collection, url, text: title, number, marks }) => ({
        collection,
        id: idOf(url),
        url: siteAddress(url),
        path: url,
        title,
        number,
        marks,
      })),
    };
    return { body };
  },
});
