import type { CollectionConfig } from 'payload';
import {
  CONSULTATION_KINDS,
  OUTCOME_DECISIONS,
  PARTICIPATION_KINDS,
} from '@/domain/consultations/codes';
import { agency } from '@/fields/agency';
import { coded } from '@/fields/coded';
import { day } from '@/fields/day';
import { english } from '@/fields/english';
import { releaseFiles } from '@/fields/review/release-files';
import { withReview } from '@/fields/review/with-review';
import { contentAddress } from '@/fields/slug/content-address';
import { slug } from '@/fields/slug/slug';
import { wholeNumber } from '@/fields/whole-number';
import { indexChanged, unindexDeleted } from '@/jobs/index-changes';
import { revalidate, revalidateDeleted } from '@/jobs/revalidate';
import { checkConsultation } from './check-consultation';

const moment = {
  admin: { date: { pickerAppearance: 'dayAndTime' as const, displayFormat: 'yyyy-MM-dd HH:mm' } },
};

/**
 * 意见征集、重大决策预公开: a draft put before the public, the time in which anybody may comment, and the
 * outcome that the office owes afterwards. The outcome is text like any other: it is reviewed and
 * published as a new version of the same record.
 */
export const Consultations: CollectionConfig = withReview(
  {
    slug: 'consultations',
    labels: {
      singular: { zh: '意见征集', en: 'Consultation' },
      plural: { zh: '意见征集', en: 'Consultations' },
    },
    defaultSort: '-opensAt',
    admin: {
      useAsTitle: 'title',
      preview: ({ id }) => (id ? `/api/preview?collection=consultations&id=${String(id)}` : null),
      defaultColumns: ['title', 'kind', 'agency', 'opensAt', 'closesAt', 'outcomeDueOn', 'stage'],
      group: { zh: '互动交流', en: 'Taking part' },
    },
    fields: [
      {
        name: 'title',
        type: 'text',
        required: true,
        maxLength: 300,
        label: { zh: '标题', en: 'Title' },
      },
      {
        type: 'tabs',
        tabs: [
          {
            label: { zh: '征求意见', en: 'What is asked' },
            fields: [
              {
                name: 'summary',
                type: 'textarea',
                maxLength: 600,
                label: { zh: '要点', en: 'Summary' },
              },
              {
                name: 'background',
                type: 'richText',
                label: { zh: '起草背景和说明', en: 'Background' },
              },
              { name: 'draft', type: 'richText', label: { zh: '征求意见稿', en: 'The draft' } },
              {
                name: 'replaces',
                type: 'relationship',
                relationTo: 'documents',
                label: { zh: '拟修改或替代的现行文件', en: 'Text in force that it would change' },
              },
              {
                name: 'attachments',
                type: 'upload',
                relationTo: 'files',
                hasMany: true,
                label: { zh: '附件', en: 'Attachments' },
              },
              {
                name: 'participation',
                type: 'array',
                label: { zh: '听证、论证等', en: 'Hearings and opinions' },
                labels: {
                  singular: { zh: '一次听证或论证', en: 'Hearing or opinion' },
                  plural: { zh: '听证、论证等', en: 'Hearings and opinions' },
                },
                fields: [
                  coded('kind', { zh: '形式', en: 'Form' }, PARTICIPATION_KINDS, {
                    required: true,
                  }),
                  {
                    name: 'title',
                    type: 'text',
                    required: true,
                    label: { zh: '名称', en: 'Title' },
                  },
                  day('heldOn', { zh: '日期', en: 'Held on' }),
                  {
                    name: 'summary',
                    type: 'textarea',
                    label: { zh: '情况和主要意见', en: 'What was said' },
                  },
                ],
              },
            ],
          },
          {
            label: { zh: '意见反馈', en: 'Outcome' },
            fields: [
              {
                name: 'outcome',
                type: 'group',
                label: { zh: '意见征集结果', en: 'Outcome' },
                fields: [
                  {
                    name: 'summary',
                    type: 'textarea',
                    label: { zh: '总体情况', en: 'In all' },
                    admin: {
                      description: {
                        zh: '收到多少条意见、集中在哪些方面、怎样处理。网上收到的条数由系统统计。',
                        en: 'How many, about what, what became of them. Those from the website are counted here.',
                      },
                    },
                  },
                  {
                    name: 'otherWays',
                    type: 'number',
                    min: 0,
                    label: { zh: '其他渠道收到的意见（条）', en: 'Received in other ways' },
                  },
                  {
                    name: 'points',
                    type: 'array',
                    label: { zh: '意见采纳情况', en: 'Points and what became of them' },
                    labels: {
                      singular: { zh: '意见', en: 'Point' },
                      plural: { zh: '意见', en: 'Points' },
                    },
                    fields: [
                      {
                        name: 'opinion',
                        type: 'textarea',
                        required: true,
                        label: { zh: '主要意见', en: 'What was said' },
                      },
                      {
                        name: 'count',
                        type: 'number',
                        min: 1,
                        label: { zh: '条数', en: 'How many' },
                      },
                      coded('decision', { zh: '采纳情况', en: 'Decision' }, OUTCOME_DECISIONS, {
                        required: true,
                      }),
                      {
                        name: 'reason',
                        type: 'textarea',
                        label: { zh: '理由或修改说明', en: 'Why' },
                      },
                    ],
                  },
                ],
              },
              {
                name: 'finalDocument',
                type: 'relationship',
                relationTo: 'documents',
                label: { zh: '正式文件', en: 'Final document' },
              },
              {
                name: 'withoutOutcome',
                type: 'textarea',
                label: { zh: '终止说明', en: 'Why it was broken off' },
                admin: {
                  description: {
                    zh: '事项不再推进、没有结果可公布时，在这里说明原因。',
                    en: 'When the matter is given up: why. It is public.',
                  },
                },
              },
            ],
          },
        ],
      },
      english([
        { name: 'title', type: 'text', label: { zh: '英文标题', en: 'Title' } },
        { name: 'summary', type: 'textarea', label: { zh: '英文要点', en: 'Summary' } },
      ]),
      coded('kind', { zh: '类别', en: 'Kind' }, CONSULTATION_KINDS, {
        required: true,
        index: true,
        defaultValue: 'normative',
        admin: { position: 'sidebar' },
      }),
      agency({ zh: '征集机关', en: 'Agency' }, { required: true, admin: { position: 'sidebar' } }),
      {
        name: 'opensAt',
        type: 'date',
        required: true,
        index: true,
        label: { zh: '开始时间', en: 'Opens' },
        admin: { position: 'sidebar', ...moment.admin },
      },
      {
        name: 'closesAt',
        type: 'date',
        required: true,
        index: true,
        label: { zh: '截止时间', en: 'Closes' },
        admin: { position: 'sidebar', ...moment.admin },
      },
      {
        name: 'shortenedBecause',
        type: 'textarea',
        maxLength: 500,
        label: { zh: '缩短期限的原因', en: 'Why the time is shorter' },
        admin: {
          position: 'sidebar',
          condition: (data) => data.kind === 'major-decision',
          description: {
            zh: '重大行政决策公开征求意见一般不少于30日；确需缩短的，在这里说明，会一并公布。',
            en: 'A major decision is open for at least 30 days. Where it has to be shorter, say why; it is public.',
          },
        },
      },
      {
        name: 'takesComments',
        type: 'checkbox',
        defaultValue: true,
        label: { zh: '在网上接收意见', en: 'Takes comments online' },
        admin: { position: 'sidebar' },
      },
      {
        name: 'otherWays',
        type: 'textarea',
        label: { zh: '其他提意见的方式', en: 'Other ways to comment' },
        admin: {
          position: 'sidebar',
          description: { zh: '邮寄地址、电话、邮箱、联系人。', en: 'Post, telephone, mail.' },
        },
      },
      {
        name: 'outcomeDays',
        type: 'number',
        min: 1,
        max: 250,
        validate: wholeNumber,
        label: { zh: '公布结果的期限（工作日）', en: 'Working days until the outcome' },
        admin: {
          position: 'sidebar',
          description: {
            zh: '自截止之日起算。留空按“办理时限”中的规定。',
            en: 'From the close; empty means what the response limits say.',
          },
        },
      },
      day(
        'outcomeDueOn',
        { zh: '结果应于', en: 'Outcome due' },
        {
          index: true,
          admin: { position: 'sidebar', readOnly: true },
        },
      ),
      day(
        'outcomeOn',
        { zh: '结果公布日期', en: 'Outcome published' },
        {
          index: true,
          admin: { position: 'sidebar', readOnly: true },
        },
      ),
      slug({ required: false }),
      day(
        'publishedOn',
        { zh: '发布日期', en: 'Published on' },
        {
          index: true,
          admin: { position: 'sidebar' },
        },
      ),
    ],
    hooks: {
      beforeChange: [contentAddress('c'), checkConsultation],
      afterChange: [releaseFiles(['attachments']), revalidate, indexChanged],
      afterDelete: [revalidateDeleted, unindexDeleted],
    },
  },
  { derived: ['outcomeDueOn', 'outcomeOn'] },
);
