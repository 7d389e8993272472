import type { CollectionConfig } from 'payload';
import { hasRole, nobody } from '@/access/roles';
import { agency } from '@/fields/agency';
import { latestReassessment } from '@/domain/review/reassessment';
import { dayOf } from '@/domain/workdays/days';
import { day, toNoon } from '@/fields/day';
import { assess } from './assess';

/**
 * 不予公开事项. 条例第十八条: 行政机关应当建立健全政府信息管理动态调整机制，对本行政机关不予公开的政府
 * 信息进行定期评估审查，对因情势变化可以公开的政府信息应当公开.
 */
export const WithheldItems: CollectionConfig = {
  slug: 'withheld-items',
  labels: {
    singular: { zh: '不予公开事项', en: 'Withheld item' },
    plural: { zh: '不予公开事项', en: 'Withheld items' },
  },
  defaultSort: 'reassessOn',
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'agency', 'ground', 'state', 'reassessOn'],
    group: { zh: '公开内容', en: 'Disclosure' },
  },
  access: {
    read: ({ req: { user } }) => hasRole(user, 'clerk', 'leader', 'officer', 'auditor'),
    create: ({ req: { user } }) => hasRole(user, 'clerk', 'officer'),
    update: ({ req: { user } }) => hasRole(user, 'clerk', 'leader'),
    delete: nobody,
  },
  hooks: { beforeChange: [assess] },
  fields: [
    { name: 'title', type: 'text', required: true, label: { zh: '信息名称', en: 'Title' } },
    { name: 'number', type: 'text', label: { zh: '文号', en: 'Document number' } },
    agency({ zh: '制作机关', en: 'Agency' }),
    {
      name: 'ground',
      type: 'select',
      required: true,
      label: { zh: '不予公开的理由', en: 'Ground' },
      options: [
        {
          value: 'state-secret',
          label: { zh: '国家秘密（第十四条）', en: 'State secret (art. 14)' },
        },
        {
          value: 'forbidden-by-law',
          label: { zh: '法律、行政法规禁止（第十四条）', en: 'Forbidden by law (art. 14)' },
        },
        {
          value: 'security',
          label: { zh: '三安全一稳定（第十四条）', en: 'Security and stability (art. 14)' },
        },
        {
          value: 'third-party',
          label: { zh: '商业秘密、个人隐私（第十五条）', en: 'Third party (art. 15)' },
        },
        {
          value: 'internal',
          label: { zh: '内部事务信息（第十六条）', en: 'Internal affairs (art. 16)' },
        },
        { value: 'process', label: { zh: '过程性信息（第十六条）', en: 'Deliberative (art. 16)' } },
        {
          value: 'enforcement-file',
          label: { zh: '行政执法案卷（第十六条）', en: 'Enforcement file (art. 16)' },
        },
      ],
    },
    { name: 'reason', type: 'textarea', required: true, label: { zh: '具体说明', en: 'Reason' } },
    day('decidedOn', { zh: '决定日期', en: 'Decided on' }, { required: true }),
    day(
      'reassessOn',
      { zh: '下次评估日期', en: 'Reassess on' },
      {
        required: true,
        index: true,
        defaultValue: () => toNoon(latestReassessment(dayOf(new Date()))),
        admin: {
          description: {
            zh: '不写则按定期评估的期限填写。到期会出现在“今天的工作”里。',
            en: 'Left empty, it is given by the period; then it comes to the desk.',
          },
        },
      },
    ),
    {
      name: 'state',
      type: 'select',
      defaultValue: 'withheld',
      index: true,
      label: { zh: '状态', en: 'State' },
      options: [
        { value: 'withheld', label: { zh: '仍不公开', en: 'Withheld' } },
        { value: 'released', label: { zh: '已转为公开', en: 'Released' } },
        { value: 'destroyed', label: { zh: '已不存在', en: 'No longer exists' } },
      ],
    },
    {
      name: 'document',
      type: 'relationship',
      relationTo: 'documents',
      label: { zh: '公开后的文件', en: 'Document as released' },
    },
    {
      name: 'application',
      type: 'relationship',
      relationTo: 'applications',
      index: true,
      label: { zh: '来自哪件申请', en: 'From which application' },
    },
    {
      name: 'assessments',
      type: 'array',
      label: { zh: '评估记录', en: 'Assessments' },
      labels: {
        singular: { zh: '评估', en: 'Assessment' },
        plural: { zh: '评估记录', en: 'Assessments' },
      },
      fields: [
        day('on', { zh: '评估日期', en: 'On' }, { required: true }),
        { name: 'by', type: 'text', label: { zh: '评估人', en: 'By' }, admin: { readOnly: true } },
        {
          name: 'outcome',
          type: 'select',
          required: true,
          label: { zh: '结论', en: 'Outcome' },
          options: [
            { value: 'keep', label: { zh: '继续不公开', en: 'Keep withheld' } },
            { value: 'release', label: { zh: '转为公开', en: 'Release' } },
            { value: 'partly', label: { zh: '部分公开', en: 'Release in part' } },
          ],
        },
        { name: 'reason', type: 'textarea', required: true, label: { zh: '理由', en: 'Reason' } },
      ],
    },
  ],
};
