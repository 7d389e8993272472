import type { CollectionConfig } from 'payload';
import { anyone, canUpdateTexts, canWriteForAgency, nobody } from '@/access/roles';
import { DOMAINS } from '@/domain/catalogue/domains';
import { agency } from '@/fields/agency';
import { coded } from '@/fields/coded';
import { ownAgency } from '@/fields/own-agency';
import { slug } from '@/fields/slug/slug';
import { revalidate, revalidateDeleted } from '@/jobs/revalidate';
import { exportCoverage } from './export-coverage';
import { nameItem } from './name-item';

/** 公开标准目录: what must be disclosed in each field, by whom, how soon and by which law. */
export const CatalogueItems: CollectionConfig = {
  slug: 'catalogue-items',
  labels: {
    singular: { zh: '公开事项', en: 'Catalogue item' },
    plural: { zh: '公开标准目录', en: 'Catalogue items' },
  },
  defaultSort: 'order',
  // What a document's page says of its items; a relation must not bring their documents along.
  defaultPopulate: { title: true, slug: true, domain: true },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['order', 'domain', 'levelOne', 'levelTwo', 'agency', 'timeLimit'],
    listSearchableFields: ['levelOne', 'levelTwo', 'content'],
    group: { zh: '基础信息', en: 'Foundations' },
    components: {
      beforeListTable: ['/components/admin/CoverageBoard/CoverageLink#CoverageLink'],
    },
  },
  endpoints: [exportCoverage],
  // Public at once and unreviewed, as the agencies' entries are: each editor keeps their own agency's.
  access: { read: anyone, create: canWriteForAgency, update: canUpdateTexts, delete: nobody },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { zh: '名称', en: 'Title' },
      admin: {
        readOnly: true,
        description: { zh: '由两级事项拼成。', en: 'Made of the two levels.' },
      },
    },
    slug({ required: false }),
    coded('domain', { zh: '试点领域', en: 'Field' }, DOMAINS, { required: true, index: true }),
    { name: 'order', type: 'number', index: true, label: { zh: '序号', en: 'Number' } },
    {
      name: 'levelOne',
      type: 'text',
      required: true,
      label: { zh: '一级事项', en: 'Level one' },
    },
    { name: 'levelTwo', type: 'text', label: { zh: '二级事项', en: 'Level two' } },
    {
      name: 'content',
      type: 'textarea',
      required: true,
      label: { zh: '公开内容（要素）', en: 'Content' },
    },
    { name: 'basis', type: 'textarea', label: { zh: '公开依据', en: 'Basis' } },
    {
      name: 'timeLimit',
      type: 'text',
      label: { zh: '公开时限', en: 'Time limit' },
      admin: {
        description: {
          zh: '照目录填写，例如“信息形成之日起20个工作日内”。',
          en: 'As the catalogue has it.',
        },
      },
    },
    {
      name: 'reviewDays',
      type: 'number',
      min: 1,
      label: { zh: '更新周期（天）', en: 'Renewal interval (days)' },
      admin: {
        description: {
          zh: '超过这么多天没有新内容，就在覆盖情况里提示。留空表示不要求定期更新。',
          en: 'After so many days without anything new, the coverage board says so.',
        },
      },
    },
    agency({ zh: '公开主体', en: 'Agency' }),
    {
      name: 'agencyName',
      type: 'text',
      label: { zh: '公开主体（目录原文）', en: 'Agency as the catalogue has it' },
    },
    {
      name: 'channels',
      type: 'text',
      hasMany: true,
      label: { zh: '公开渠道和载体', en: 'Channels' },
    },
    {
      name: 'audience',
      type: 'select',
      defaultValue: 'all',
      label: { zh: '公开对象', en: 'Audience' },
      options: [
        { value: 'all', label: { zh: '全社会', en: 'Everyone' } },
        { value: 'specific', label: { zh: '特定群体', en: 'Those concerned' } },
      ],
    },
    { name: 'audienceNote', type: 'text', label: { zh: '特定群体说明', en: 'Who is concerned' } },
    {
      name: 'way',
      type: 'select',
      defaultValue: 'proactive',
      label: { zh: '公开方式', en: 'Way' },
      options: [
        { value: 'proactive', label: { zh: '主动公开', en: 'Proactive' } },
        { value: 'on-request', label: { zh: '依申请公开', en: 'On request' } },
      ],
    },
    {
      name: 'levels',
      type: 'select',
      hasMany: true,
      defaultValue: ['county'],
      label: { zh: '公开层级', en: 'Level' },
      options: [
        { value: 'county', label: { zh: '县级', en: 'County' } },
        { value: 'township', label: { zh: '乡级', en: 'Township' } },
      ],
    },
    {
      name: 'documents',
      type: 'join',
      collection: 'documents',
      on: 'catalogueItems',
      label: { zh: '已公开的文件', en: 'Published under it' },
      admin: { defaultColumns: ['title', 'agency', 'publishedOn'] },
    },
    {
      name: 'retired',
      type: 'checkbox',
      defaultValue: false,
      label: { zh: '已停用', en: 'Retired' },
      admin: { position: 'sidebar' },
    },
  ],
  hooks: {
    beforeChange: [ownAgency, nameItem],
    afterChange: [revalidate],
    afterDelete: [revalidateDeleted],
  },
};
