import * as z from 'zod';
import { text } from './fields';
import {
  agencyRecord,
  annualReportRecord,
  columnRecord,
  documentRecord,
  interpretationRecord,
  topicRecord,
} from './records';

/**
 * What the platform gives away, in one shape for the interface and for the nightly files.
 * 条例第八条: 各级人民政府应当加强政府信息资源的规范化、标准化、信息化管理……
 *
 * A field that was published once keeps its name and meaning; new ones may join. Raise
 * SCHEMA_VERSION when one joins, its first number when one had to go.
 */
export const SCHEMA_VERSION = '1.0';

/** The files of an edition, in the order in which they are made and shown. */
export const DATASETS = {
  documents: documentRecord,
  interpretations: interpretationRecord,
  topics: topicRecord,
  agencies: agencyRecord,
  columns: columnRecord,
  'annual-reports': annualReportRecord,
} as const satisfies Record<string, z.ZodType>;

export type DatasetName = keyof typeof DATASETS;
export const DATASET_NAMES = Object.keys(DATASETS) as DatasetName[];

/** What tells of an edition of the files. */
export const manifestSchema = z
  .object({
    schemaVersion: text('Version of the fields. 字段说明的版本'),
    madeAt: z.iso.datetime().describe('When the edition was finished. 制成时间'),
    licence: text('Terms of use. 使用条款'),
    files: z.array(
      z.object({
        name: z.enum(DATASET_NAMES as [DatasetName, ...DatasetName[]]),
        path: text('File, from the folder of the manifest. 文件'),
        url: text('Address. 下载地址'),
        records: z.number().int().describe('Lines. 条数'),
        bytes: z.number().int().describe('Size in bytes. 字节数'),
        sha256: text('SHA-256 of the compressed file, hexadecimal. 校验值'),
      }),
    ),
  })
  .describe('An edition of the open data. 开放数据的一版');

export type Manifest = z.infer<typeof manifestSchema>;
