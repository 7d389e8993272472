import type { CollectionConfig } from 'payload';
import { administrators, anyone, canUpdateAgency, nobody } from '@/access/roles';
import { AGENCY_KINDS } from '@/domain/catalogue/codes';
import { coded } from '@/fields/coded';
import { day } from '@/fields/day';
import { slug } from '@/fields/slug/slug';
import { revalidate, revalidateDeleted } from '@/jobs/revalidate';
import { indexChanged, unindexDeleted } from '@/jobs/index-changes';

/** 机构: who publishes, and what a person needs in order to reach them (条例 §20(2)). */
export const Agencies: CollectionConfig = {
  slug: 'agencies',
  labels: { singular: { zh: '机构', en: 'Agency' }, plural: { zh: '机构', en: 'Agencies' } },
  defaultSort: 'order',
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'code', 'phone'],
    group: { zh: '基础信息', en: 'Foundations' },
  },
  access: { read: anyone, create: administrators, update: canUpdateAgency, delete: nobody },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      localized: true,
      label: { zh: '名称', en: 'Name' },
    },
    { name: 'shortName', type: 'text', localized: true, label: { zh: '简称', en: 'Short name' } },
    slug(),
    coded('kind', { zh: '类别', en: 'Kind' }, AGENCY_KINDS, { required: true, index: true }),
    {
      name: 'code',
      type: 'text',
      label: { zh: '机构代码', en: 'Agency code' },
      admin: {
        description: {
          zh: '索引号的前半部分，例如 000014349/2019-00007 中的 000014349。',
          en: 'The first part of an index number.',
        },
      },
    },
    {
      name: 'numberPrefix',
      type: 'text',
      label: { zh: '机关代字', en: 'Number prefix' },
      admin: {
        description: {
          zh: '例如“宜府办”，答复书文号由它编成：宜府办依申请〔2026〕第1号。',
          en: 'For instance 宜府办, from which reply letters are numbered.',
        },
      },
    },
    {
      name: 'reviewBody',
      type: 'text',
      label: { zh: '行政复议机关', en: 'Review body' },
      admin: {
        description: {
          zh: '写进答复书的救济告知。部门和乡镇留空即为本级政府；县政府及其办公室须填写上一级政府。',
          en: 'Named in every reply. Empty means the county government; the government itself names the one above.',
        },
      },
    },
    { name: 'court', type: 'text', label: { zh: '管辖法院', en: 'Court' } },
    { name: 'duties', type: 'textarea', localized: true, label: { zh: '主要职责', en: 'Duties' } },
    {
      name: 'basis',
      type: 'textarea',
      localized: true,
      label: { zh: '职能依据', en: 'Basis of its duties' },
      admin: {
        description: {
          zh: '写明职责所依据的法律法规或“三定”规定，一行一项。',
          en: 'The laws and rules that give it its duties, one a line.',
        },
      },
    },
    {
      name: 'disclosureOffice',
      type: 'text',
      localized: true,
      label: { zh: '信息公开工作机构', en: 'Disclosure office' },
      admin: {
        description: {
          zh: '条例第十二条：公开指南须写明工作机构的名称。例如“政务公开股”。',
          en: 'Named in the guide (§12).',
        },
      },
    },
    { name: 'address', type: 'text', localized: true, label: { zh: '办公地址', en: 'Address' } },
    { name: 'hours', type: 'text', localized: true, label: { zh: '办公时间', en: 'Hours' } },
    { name: 'phone', type: 'text', label: { zh: '联系电话', en: 'Phone' } },
    { name: 'fax', type: 'text', label: { zh: '传真', en: 'Fax' } },
    { name: 'email', type: 'email', label: { zh: '电子邮箱', en: 'Email' } },
    { name: 'postcode', type: 'text', label: { zh: '邮政编码', en: 'Postcode' } },
    {
      name: 'leaders',
      type: 'array',
      label: { zh: '负责人', en: 'Leaders' },
      labels: { singular: { zh: '负责人', en: 'Leader' }, plural: { zh: '负责人', en: 'Leaders' } },
      fields: [
        { name: 'name', type: 'text', required: true, label: { zh: '姓名', en: 'Name' } },
        { name: 'post', type: 'text', localized: true, label: { zh: '职务', en: 'Post' } },
        { name: 'duties', type: 'textarea', localized: true, label: { zh: '分工', en: 'Duties' } },
      ],
    },
    {
      name: 'offices',
      type: 'array',
      label: { zh: '内设机构', en: 'Inner units' },
      labels: { singular: { zh: '内设机构', en: 'Unit' }, plural: { zh: '内设机构', en: 'Units' } },
      fields: [
        {
          name: 'name',
          type: 'text',
          required: true,
          localized: true,
          label: { zh: '名称', en: 'Name' },
        },
        { name: 'duties', type: 'textarea', localized: true, label: { zh: '职责', en: 'Duties' } },
        { name: 'phone', type: 'text', label: { zh: '电话', en: 'Phone' } },
      ],
    },
    {
      name: 'reportsYearly',
      type: 'checkbox',
      defaultValue: true,
      label: { zh: '每年编制公开年报', en: 'Reports every year' },
      admin: {
        description: {
          zh: '依条例第四十九条应当编制年度报告的机关。不再编制的取消勾选，催报和汇总时不计在内。',
          en: 'Agencies that publish an annual report (§49). Others are neither reminded nor summed up.',
        },
      },
    },
    day(
      'establishedOn',
      { zh: '设立日期', en: 'Established on' },
      {
        admin: {
          description: {
            zh: '填写后，成文日期早于设立日期的文件不能以它的名义保存。',
            en: 'A document dated before this day can’t be stored in its name.',
          },
        },
      },
    ),
    day('abolishedOn', { zh: '撤销日期', en: 'Abolished on' }),
    {
      name: 'order',
      type: 'number',
      defaultValue: 100,
      index: true,
      label: { zh: '排序', en: 'Order' },
    },
  ],
  hooks: {
    afterChange: [revalidate, indexChanged],
    afterDelete: [revalidateDeleted, unindexDeleted],
  },
};
