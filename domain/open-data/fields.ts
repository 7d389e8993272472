import * as z from 'zod';
import type { Entry } from '../catalogue/codes';

/**
 * The small parts of which open data are made. Every field is there in every record, `null` where
 * nothing is known, so that a reader of the data never has to ask whether a name exists.
 */

/** One of the catalogue's codes; the Chinese names of all of them stand in the description. */
export function coded<Code extends string>(name: string, entries: readonly Entry<Code>[]) {
  const codes = entries.map(({ code }) => code) as [Code, ...Code[]];
  const meanings = entries.map(({ code, zh }) => `${code} ${zh}`).join('; ');
  return z.enum(codes).describe(`${name}: ${meanings}`);
}

export const text = (description: string) => z.string().describe(description);

export const maybe = <Schema extends z.ZodType>(schema: Schema) => {
  const description = schema.description;
  return description ? schema.nullable().describe(description) : schema.nullable();
};

export const maybeText = (description: string) => maybe(text(description));

export const maybeDay = (description: string) =>
  z.iso.date().nullable().describe(`${description}; a day in Asia/Shanghai, YYYY-MM-DD`);

export const id = () =>
  text('Identifier: the last part of the page’s address. It never changes. 网址名，不会改变');

export const address = () => text('Address of the page for people. 网页地址');

export const updatedAt = () =>
  z.iso
    .datetime()
    .describe('When the public record last changed: published, corrected, repealed. 最后更新时间');

export const agencyReference = z
  .object({
    id: text('Identifier of the agency. 机构的网址名'),
    name: text('Name in Chinese. 名称'),
  })
  .describe('An agency, by identifier and name. 机构');

export const reference = z
  .object({ id: text('Identifier. 网址名'), title: text('Title in Chinese. 标题') })
  .describe('A record, by identifier and title. 所指的条目');

export const attachment = z
  .object({
    title: text('Name. 名称'),
    url: text('Address of the file. 下载地址'),
    type: maybeText('Media type. 文件类型'),
    bytes: z.number().int().nullable().describe('Size in bytes. 字节数'),
  })
  .describe('A file. 附件');

const run = z
  .object({
    text: text('Characters; a line break is \\n. 文字'),
    bold: z.boolean().optional().describe('Bold. 加粗'),
    italic: z.boolean().optional().describe('Italic. 斜体'),
    href: z.string().optional().describe('Where a link leads. 链接'),
  })
  .describe('A run of characters with the same marks. 一段同样格式的文字');

const runs = z.array(run);

const cell = z.object({
  runs,
  header: z.boolean().optional().describe('A heading of its row or column. 表头'),
  colSpan: z.number().int().optional(),
  rowSpan: z.number().int().optional(),
});

/** The structure of a text; domain/documents/blocks.ts says the same to the compiler. */
export const block = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('heading'),
      level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
      runs,
    }),
    z.object({
      kind: z.literal('paragraph'),
      runs,
      align: z.enum(['center', 'right']).optional(),
    }),
    z.object({
      kind: z.literal('list'),
      ordered: z.boolean(),
      items: z.array(runs),
      start: z.number().int().optional(),
    }),
    z.object({ kind: z.literal('table'), rows: z.array(z.array(cell)) }),
    z.object({
      kind: z.literal('image'),
      runs: runs.describe('What the picture shows, in words. 替代文字'),
      src: z.string().optional(),
      width: z.number().optional(),
      height: z.number().optional(),
    }),
  ])
  .describe('A heading, paragraph, list or table of a text. 正文的一个部分');

export const blocks = z.array(block).describe('The text with its structure. 正文（带结构）');

export const plainText = () => text('The text, one paragraph a line. 正文（纯文本）');
