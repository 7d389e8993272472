import type { CollectionConfig, PayloadRequest } from 'payload';
import { anyone, canUpdateTexts, canWriteForAgency, nobody } from '@/access/roles';
import { localeOf } from '@/access/language';
import { isWebAddress } from '@/domain/policies/missing';
import { MEDIA_PLATFORMS } from '@/domain/statistics/codes';
import { agency } from '@/fields/agency';
import { coded } from '@/fields/coded';
import { day } from '@/fields/day';
import { ownAgency } from '@/fields/own-agency';
import { messages } from '@/messages';
import { revalidate, revalidateDeleted } from '@/jobs/revalidate';

/** 政务新媒体: accounts of the offices elsewhere, with the figures that somebody entered and their day. */
export const MediaAccounts: CollectionConfig = {
  slug: 'media-accounts',
  labels: {
    singular: { zh: '政务新媒体', en: 'Media account' },
    plural: { zh: '政务新媒体', en: 'Media accounts' },
  },
  defaultSort: 'order',
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'platform', 'agency', 'followers', 'items', 'asOf'],
    group: { zh: '基础信息', en: 'Foundations' },
  },
  access: { read: anyone, create: canWriteForAgency, update: canUpdateTexts, delete: nobody },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      localized: true,
      label: { zh: '名称', en: 'Name' },
    },
    coded('platform', { zh: '平台', en: 'Platform' }, MEDIA_PLATFORMS, {
      required: true,
      index: true,
    }),
    {
      name: 'url',
      type: 'text',
      validate: (value: unknown, { req }: { req: PayloadRequest }) =>
        value === undefined ||
        value === null ||
        value === '' ||
        isWebAddress(String(value)) ||
        messages[localeOf(req)].desk.shape.webAddress,
      label: { zh: '地址', en: 'Address' },
    },
    agency({ zh: '主办机关', en: 'Agency' }, { required: true }),
    { name: 'followers', type: 'number', min: 0, label: { zh: '关注人数', en: 'Followers' } },
    { name: 'items', type: 'number', min: 0, label: { zh: '本年发布条数', en: 'Items this year' } },
    day('asOf', { zh: '数据日期', en: 'As of' }),
    {
      name: 'order',
      type: 'number',
      defaultValue: 100,
      index: true,
      label: { zh: '排序', en: 'Order' },
    },
    {
      name: 'retired',
      type: 'checkbox',
      defaultValue: false,
      label: { zh: '已停用', en: 'Retired' },
      admin: { position: 'sidebar' },
    },
  ],
  hooks: { beforeChange: [ownAgency], afterChange: [revalidate], afterDelete: [revalidateDeleted] },
};
