import * as z from 'zod';
import { RELATIONS } from '../documents/relations';
import { AGENCY_KINDS, CATEGORIES, FORMS, KINDS, THEMES, VALIDITIES } from '../catalogue/codes';
import {
  address,
  agencyReference,
  attachment,
  blocks,
  coded,
  id,
  maybe,
  maybeDay,
  maybeText,
  plainText,
  reference,
  text,
  updatedAt,
} from './fields';

export const documentSummary = z
  .object({
    id: id(),
    url: address(),
    title: text('Title. 标题'),
    titleEnglish: maybeText('Title in English, for reference. 英文标题（参考译文）'),
    number: maybeText('Document number. 发文字号'),
    indexNumber: maybeText('Index number. 索引号'),
    agency: maybe(agencyReference),
    agencyName: maybeText('Agency as signed. 发文机关（署名）'),
    kind: coded('Kind 体裁', KINDS),
    themes: z.array(coded('Theme 主题分类', THEMES)).describe('Themes. 主题分类'),
    category: maybe(coded('Statutory category 法定主动公开类别（条例第二十条）', CATEGORIES)),
    keywords: z.array(z.string()).describe('Keywords. 主题词'),
    columns: z.array(z.string()).describe('Identifiers of its columns. 所在栏目的网址名'),
    summary: maybeText('Summary. 内容概述'),
    madeOn: maybeDay('Made on. 成文日期'),
    effectiveOn: maybeDay('In force from. 施行日期'),
    lapsesOn: maybeDay('Lapses on. 失效日期'),
    publishedOn: maybeDay('Published on. 发布日期'),
    validity: maybe(coded('Validity 有效性', VALIDITIES)),
    correction: maybeText('What was corrected after publication. 更正说明'),
    updatedAt: updatedAt(),
  })
  .describe('A document without its text. 政府文件（不含正文）');

export const documentRecord = documentSummary
  .extend({
    text: plainText(),
    blocks,
    english: z
      .object({
        summary: maybeText('Summary in English. 英文概述'),
        text: maybeText('Text in English. 英文正文'),
      })
      .nullable()
      .describe('Translation, for reference only. 参考译文'),
    attachments: z.array(attachment).describe('Files. 附件'),
    interpretations: z
      .array(
        z.object({
          id: id(),
          title: text('Title. 标题'),
          form: coded('Form 解读形式', FORMS),
        }),
      )
      .describe('What explains it. 政策解读'),
    relations: z
      .array(
        z.object({
          verb: coded('What it does to the other 关系', RELATIONS),
          document: reference,
          on: maybeDay('From. 自何日起'),
          provisions: maybeText('Which provisions. 涉及条款'),
          reason: maybeText('Reason. 理由'),
        }),
      )
      .describe('What it does to other documents. 与其他文件的关系'),
    change: z
      .object({
        status: z.enum(['amended', 'repealed']).describe('amended 修改; repealed 废止'),
        on: maybeDay('From. 自何日起'),
        by: maybeText('Deciding document that is not held here. 依据文件（本平台未收录的）'),
        reason: maybeText('Reason. 理由'),
      })
      .nullable()
      .describe('Amendment or repeal by a document that is not held here. 修改或废止'),
    source: maybeText('Address from which it was imported. 来源地址'),
  })
  .describe('A document with its text. 政府文件');

export const interpretationSummary = z
  .object({
    id: id(),
    url: address(),
    title: text('Title. 标题'),
    titleEnglish: maybeText('Title in English. 英文标题'),
    form: coded('Form 解读形式', FORMS),
    documents: z.array(reference).describe('Documents that it explains. 所解读的文件'),
    agency: maybe(agencyReference),
    summary: maybeText('Summary. 要点'),
    summaryEnglish: maybeText('Summary in English. 英文要点'),
    publishedOn: maybeDay('Published on. 发布日期'),
    updatedAt: updatedAt(),
  })
  .describe('An interpretation without its text. 政策解读（不含正文）');

export const interpretationRecord = interpretationSummary
  .extend({
    text: plainText(),
    blocks,
    textAlternative: maybeText('Words of pictures or film. 图片、视频的文字版'),
    questions: z
      .array(z.object({ question: text('Question. 问'), answer: text('Answer. 答') }))
      .describe('Questions and answers. 问答'),
    images: z
      .array(z.object({ url: text('Address. 地址'), alt: text('In words. 文字说明') }))
      .describe('Pictures. 图片'),
  })
  .describe('An interpretation with its text. 政策解读');

export const topicSummary = z
  .object({
    id: id(),
    url: address(),
    title: text('Title. 名称'),
    titleEnglish: maybeText('Title in English. 英文名称'),
    summary: text('What it is about. 说明'),
    summaryEnglish: maybeText('In English. 英文说明'),
    agency: maybe(agencyReference),
    openedOn: maybeDay('Opened on. 开设日期'),
    closedOn: maybeDay('Archived on. 归档日期'),
    publishedOn: maybeDay('Published on. 发布日期'),
    updatedAt: updatedAt(),
  })
  .describe('A topic without its items. 专题（不含条目）');

export const topicRecord = topicSummary
  .extend({
    sections: z
      .array(
        z.object({
          title: text('Title. 分栏名称'),
          titleEnglish: maybeText('Title in English. 英文名称'),
          items: z.array(
            z.object({
              type: z.enum(['document', 'interpretation']),
              id: id(),
              title: text('Title. 标题'),
            }),
          ),
        }),
      )
      .describe('Sections in their order. 分栏'),
  })
  .describe('A topic with its items. 专题');

export const agencyRecord = z
  .object({
    id: id(),
    url: address(),
    name: text('Name. 名称'),
    nameEnglish: maybeText('Name in English. 英文名称'),
    shortName: maybeText('Short name. 简称'),
    kind: coded('Kind 类别', AGENCY_KINDS),
    code: maybeText('Agency code in index numbers. 机构代码'),
    duties: maybeText('Duties. 主要职责'),
    address: maybeText('Office address. 办公地址'),
    hours: maybeText('Office hours. 办公时间'),
    phone: maybeText('Phone. 联系电话'),
    fax: maybeText('Fax. 传真'),
    email: maybeText('Mail. 电子邮箱'),
    postcode: maybeText('Postcode. 邮政编码'),
    leaders: z
      .array(
        z.object({
          name: text('Name. 姓名'),
          post: maybeText('Post. 职务'),
          duties: maybeText('Duties. 分工'),
        }),
      )
      .describe('Leaders. 负责人'),
    offices: z
      .array(
        z.object({
          name: text('Name. 名称'),
          phone: maybeText('Phone. 联系电话'),
          duties: maybeText('Duties. 职责'),
        }),
      )
      .describe('Inner units. 内设机构'),
    updatedAt: updatedAt(),
  })
  .describe('An agency. 机构');

export const columnRecord = z
  .object({
    id: id(),
    url: address(),
    name: text('Name. 名称'),
    nameEnglish: maybeText('Name in English. 英文名称'),
    description: maybeText('What it holds. 栏目说明'),
    parent: maybeText('Identifier of the column above. 上级栏目的网址名'),
    group: maybeText('Group. 分组'),
    updatedAt: updatedAt(),
  })
  .describe('A column. 栏目');

const figures = z.record(
  z.string(),
  z.record(z.string(), z.number().nullable().describe('null is a blank cell. 空格为 null')),
);

export const annualReportSummary = z
  .object({
    id: text('Identifier: agency and year, such as county/2020. 机构网址名和年度'),
    url: address(),
    agency: agencyReference,
    year: z.number().int().describe('Year reported. 报告年度'),
    layout: z
      .enum(['2019', '2021'])
      .describe(
        'National layout 版式: 2019 国办公开办函〔2019〕60号; 2021 国办公开办函〔2021〕30号',
      ),
    title: maybeText('Title. 标题'),
    titleEnglish: maybeText('Title in English. 英文标题'),
    publishedOn: maybeDay('Published on. 发布日期'),
    updatedAt: updatedAt(),
  })
  .describe('An annual report without text and figures. 年度报告（不含正文和统计表）');

export const annualReportRecord = annualReportSummary
  .extend({
    preface: maybeText('Preface. 引言'),
    parts: z
      .object({
        overview: maybeText('一、总体情况'),
        disclosure: maybeText('二、主动公开政府信息情况'),
        applications: maybeText('三、收到和处理政府信息公开申请情况'),
        litigation: maybeText('四、行政复议、行政诉讼情况'),
        problems: maybeText('五、存在的主要问题及改进情况'),
        other: maybeText('六、其他需要报告的事项'),
      })
      .describe('The six parts as plain text. 六个部分'),
    tables: z
      .record(z.string(), figures)
      .nullable()
      .describe('Figures by table, row and column. 统计表：表、行、列'),
    attachments: z.array(attachment).describe('Files. 附件'),
  })
  .describe('An annual report with text and figures. 年度报告');

export type DocumentSummary = z.infer<typeof documentSummary>;
export type DocumentRecord = z.infer<typeof documentRecord>;
export type InterpretationSummary = z.infer<typeof interpretationSummary>;
export type InterpretationRecord = z.infer<typeof interpretationRecord>;
export type TopicSummary = z.infer<typeof topicSummary>;
export type TopicRecord = z.infer<typeof topicRecord>;
export type AgencyRecord = z.infer<typeof agencyRecord>;
export type ColumnRecord = z.infer<typeof columnRecord>;
export type AnnualReportSummary = z.infer<typeof annualReportSummary>;
export type AnnualReportRecord = z.infer<typeof annualReportRecord>;
