import type { CollectionConfig } from 'payload';
import { CATEGORIES, KINDS, THEMES, VALIDITIES } from '@/domain/catalogue/codes';
import { RELATIONS } from '@/domain/documents/relations';
import { coded } from '@/fields/coded';
import { agency } from '@/fields/agency';
import { day } from '@/fields/day';
import { english } from '@/fields/english';
import { releaseFiles } from '@/fields/review/release-files';
import { withReview } from '@/fields/review/with-review';
import { notCopied, slug } from '@/fields/slug/slug';
import { indexChanged, unindexDeleted } from '@/jobs/index-changes';
import { dropCitations, linkChangedDocument, unlinkDeletedDocument } from '@/jobs/link-citations';
import { revalidate, revalidateDeleted } from '@/jobs/revalidate';
import {
  assignIdentity,
  confirmIdentity,
  rememberIdentity,
  returnIdentity,
} from './assign-identity';
import { canonicalNumber } from './canonical-number';
import { catalogueItemAsked } from './catalogue-item-asked';
import { changeOthers, restoreOthers } from './change-others';
import { checkDocument } from './check-document';
import { inUseOr } from './check-retired';
import { deriveValidity } from './derive-validity';
import { keepReferred } from './keep-referred';
import { requireCorrection } from './require-correction';

/** 政府文件: the texts that a government makes, dates, numbers and discloses. */
export const Documents: CollectionConfig = withReview(
  {
    slug: 'documents',
    labels: {
      singular: { zh: '政府文件', en: 'Document' },
      plural: { zh: '政府文件', en: 'Documents' },
    },
    defaultSort: '-publishedOn',
    admin: {
      useAsTitle: 'title',
      defaultColumns: ['title', 'number', 'agency', 'validity', 'stage', 'publishedOn'],
      listSearchableFields: ['title', 'number', 'indexNumber'],
      group: { zh: '公开内容', en: 'Disclosure' },
      preview: ({ id }) => (id ? `/api/preview?collection=documents&id=${String(id)}` : null),
    },
    fields: [
      {
        type: 'tabs',
        tabs: [
          {
            label: { zh: '正文', en: 'Text' },
            fields: [
              {
                name: 'title',
                type: 'text',
                required: true,
                maxLength: 300,
                label: { zh: '标题', en: 'Title' },
              },
              {
                name: 'number',
                type: 'text',
                index: true,
                label: { zh: '发文字号', en: 'Document number' },
                hooks: { beforeValidate: [canonicalNumber], beforeDuplicate: [notCopied] },
                admin: {
                  description: {
                    zh: '如 宜府发〔2020〕5号。写成方括号、全角数字都可以，保存时自动改成规范写法。',
                    en: 'Any spelling is accepted and stored in the official form.',
                  },
                },
              },
              {
                name: 'summary',
                type: 'textarea',
                maxLength: 600,
                label: { zh: '内容概述', en: 'Summary' },
              },
              { name: 'body', type: 'richText', required: true, label: { zh: '正文', en: 'Body' } },
              {
                name: 'attachments',
                type: 'upload',
                relationTo: 'files',
                hasMany: true,
                label: { zh: '附件', en: 'Attachments' },
              },
              {
                name: 'correction',
                type: 'textarea',
                maxLength: 600,
                label: { zh: '更正说明', en: 'Correction note' },
                admin: {
                  description: {
                    zh: '已公开的文件改了标题、文号、正文或附件，要说明改了什么、为什么。说明会和日期一起公开。',
                    en: 'A published text that changes says what was corrected; the note is public.',
                  },
                },
              },
            ],
          },
          {
            label: { zh: '著录与分类', en: 'Catalogue' },
            fields: [
              agency({ zh: '发文机关', en: 'Agency' }),
              {
                name: 'agencyName',
                type: 'text',
                label: { zh: '发文机关（署名）', en: 'Agency as signed' },
                admin: {
                  description: {
                    zh: '联合发文或上级机关发文时，按落款照录。',
                    en: 'As signed, for joint issues and for higher authorities.',
                  },
                },
              },
              coded('kind', { zh: '体裁', en: 'Kind' }, KINDS, {
                required: true,
                index: true,
                defaultValue: 'normative',
              }),
              coded('themes', { zh: '主题分类', en: 'Themes' }, THEMES, { hasMany: true }),
              {
                name: 'keywords',
                type: 'text',
                hasMany: true,
                label: { zh: '主题词', en: 'Keywords' },
              },
              coded(
                'category',
                { zh: '法定公开类别（条例第二十条）', en: 'Statutory category' },
                CATEGORIES,
                { index: true },
              ),
              {
                name: 'columns',
                type: 'relationship',
                relationTo: 'columns',
                hasMany: true,
                filterOptions: inUseOr('columns'),
                label: { zh: '栏目', en: 'Columns' },
              },
              {
                name: 'catalogueItems',
                type: 'relationship',
                relationTo: 'catalogue-items',
                hasMany: true,
                filterOptions: inUseOr('catalogueItems'),
                index: true,
                defaultValue: catalogueItemAsked,
                label: { zh: '公开标准目录事项', en: 'Catalogue items' },
              },
              {
                name: 'indexNumber',
                type: 'text',
                hooks: { beforeDuplicate: [notCopied] },
                unique: true,
                index: true,
                label: { zh: '索引号', en: 'Index number' },
                admin: {
                  description: {
                    zh: '留空则在提交审查时按“机构代码/年份-流水号”自动编排。',
                    en: 'Left empty, it is given on submission from the agency code, year and serial.',
                  },
                },
              },
            ],
          },
          {
            label: { zh: '日期与有效性', en: 'Dates and validity' },
            fields: [
              day('madeOn', { zh: '成文日期', en: 'Made on' }, { index: true }),
              day('effectiveOn', { zh: '施行日期', en: 'In force from' }),
              day(
                'lapsesOn',
                { zh: '失效日期', en: 'Lapses on' },
                {
                  admin: {
                    description: {
                      zh: '不再有效的第一天：有效期至12月31日的，填次年1月1日。',
                      en: 'The first day on which it no longer applies: valid until 31 December is 1 January.',
                    },
                  },
                },
              ),
              {
                name: 'relations',
                type: 'array',
                label: { zh: '对其他文件的作用', en: 'What it does to other documents' },
                labels: {
                  singular: { zh: '作用', en: 'Relation' },
                  plural: { zh: '作用', en: 'Relations' },
                },
                fields: [
                  coded('verb', { zh: '作用', en: 'Verb' }, RELATIONS, {
                    required: true,
                    index: true,
                    defaultValue: 'based-on',
                  }),
                  {
                    name: 'document',
                    type: 'relationship',
                    relationTo: 'documents',
                    index: true,
                    required: true,
                    label: { zh: '对哪个文件', en: 'To which document' },
                  },
                  day(
                    'on',
                    { zh: '自何日起', en: 'From' },
                    {
                      admin: {
                        description: {
                          zh: '留空则从本文件施行之日（没有施行日期的，成文之日）起。',
                          en: 'Left empty, from the day this document takes effect, or was made.',
                        },
                      },
                    },
                  ),
                  {
                    name: 'provisions',
                    type: 'text',
                    label: { zh: '涉及的条款', en: 'Provisions' },
                  },
                  { name: 'reason', type: 'textarea', label: { zh: '理由', en: 'Reason' } },
                ],
              },
              {
                name: 'change',
                type: 'group',
                label: {
                  zh: '被本平台以外的文件修改或废止',
                  en: 'Amended or repealed by a document not held here',
                },
                admin: {
                  description: {
                    zh: '依据文件在本平台的，不在这里填：到依据文件的“对其他文件的作用”里写明，本文件的有效性自动跟着变。',
                    en: 'If the deciding document is held here, say it there, under its relations; this text’s validity follows.',
                  },
                },
                fields: [
                  {
                    name: 'status',
                    type: 'select',
                    defaultValue: 'none',
                    label: { zh: '情形', en: 'What happened' },
                    options: [
                      { value: 'none', label: { zh: '没有', en: 'Nothing' } },
                      { value: 'amended', label: { zh: '修改', en: 'Amended' } },
                      { value: 'repealed', label: { zh: '废止', en: 'Repealed' } },
                    ],
                  },
                  day(
                    'on',
                    { zh: '自何日起', en: 'From' },
                    {
                      validate: (value, { siblingData }) => {
                        const { status } = siblingData as { status?: string };
                        if (value || !status || status === 'none') return true;
                        return '请填写自哪一天起修改或废止。 Say from which day it is amended or repealed.';
                      },
                    },
                  ),
                  {
                    name: 'byName',
                    type: 'text',
                    maxLength: 300,
                    label: { zh: '依据文件名称和文号', en: 'By which document' },
                  },
                  { name: 'reason', type: 'textarea', label: { zh: '理由', en: 'Reason' } },
                ],
              },
              coded('validity', { zh: '有效性', en: 'Validity' }, VALIDITIES, {
                index: true,
                admin: {
                  readOnly: true,
                  description: {
                    zh: '由日期和修改、废止情况推算，每天更新，不用填写。',
                    en: 'Derived from the dates every day; nobody types it.',
                  },
                },
              }),
            ],
          },
          {
            label: { zh: '解读与译文', en: 'Interpretations and translation' },
            fields: [
              {
                name: 'interpretations',
                type: 'join',
                collection: 'interpretations',
                on: 'documents',
                label: { zh: '政策解读', en: 'Interpretations' },
                admin: { defaultColumns: ['title', 'form', 'publishedOn'] },
              },
              {
                name: 'citations',
                type: 'join',
                collection: 'citations',
                on: 'document',
                label: { zh: '文中引用', en: 'Citations' },
                admin: {
                  defaultColumns: ['title', 'updatedAt'],
                  allowCreate: false,
                  description: {
                    zh: '公开后由系统识别正文引用了哪些文件。点开可以去掉认错的、补上漏掉的，正文不变。',
                    en: 'Found after publication; open it to remove a wrong link or add a missing one.',
                  },
                },
              },
              {
                name: 'interpretationWaiver',
                type: 'textarea',
                maxLength: 300,
                label: { zh: '不作解读的理由', en: 'Why it needs no interpretation' },
                admin: {
                  description: {
                    zh: '应当解读的文件没有解读会一直提示。确实不需要的，在这里写明理由。',
                    en: 'A document that should have an interpretation is flagged until it has one, or a reason stands here.',
                  },
                },
              },
              english([
                { name: 'title', type: 'text', label: { zh: '英文标题', en: 'Title' } },
                { name: 'summary', type: 'textarea', label: { zh: '英文概述', en: 'Summary' } },
                { name: 'body', type: 'richText', label: { zh: '英文正文', en: 'Body' } },
              ]),
            ],
          },
          {
            label: { zh: '来源', en: 'Source' },
            fields: [
              {
                name: 'source',
                type: 'group',
                label: false,
                fields: [
                  {
                    name: 'address',
                    type: 'text',
                    index: true,
                    label: { zh: '来源地址', en: 'Address' },
                  },
                  {
                    name: 'checksum',
                    type: 'text',
                    label: { zh: '校验值', en: 'Checksum' },
                    admin: { readOnly: true },
                  },
                  {
                    name: 'imported',
                    type: 'checkbox',
                    label: { zh: '由导入产生', en: 'Imported' },
                    admin: { readOnly: true },
                  },
                  {
                    name: 'files',
                    type: 'array',
                    label: { zh: '来源页上的附件', en: 'Files on the source page' },
                    labels: {
                      singular: { zh: '附件', en: 'File' },
                      plural: { zh: '附件', en: 'Files' },
                    },
                    fields: [
                      { name: 'name', type: 'text', label: { zh: '名称', en: 'Name' } },
                      { name: 'address', type: 'text', label: { zh: '地址', en: 'Address' } },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      slug({ required: false }),
      day(
        'publishedOn',
        { zh: '发布日期', en: 'Published on' },
        { index: true, admin: { position: 'sidebar' } },
      ),
    ],
    hooks: {
      beforeChange: [checkDocument, requireCorrection, assignIdentity, deriveValidity],
      afterChange: [
        confirmIdentity,
        changeOthers,
        releaseFiles(['attachments']),
        revalidate,
        indexChanged,
        linkChangedDocument,
      ],
      beforeDelete: [keepReferred, dropCitations, rememberIdentity],
      afterDelete: [
        returnIdentity,
        restoreOthers,
        revalidateDeleted,
        unindexDeleted,
        unlinkDeletedDocument,
      ],
    },
  },
  { derived: ['validity'] },
);
