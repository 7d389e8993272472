import type { CollectionConfig } from 'payload';
import { nobody, readsSubscriptions } from '@/access/roles';
import { PUBLICATION_CHANGES } from '@/domain/subscriptions/codes';
import { coded } from '@/fields/coded';

/** 发布事件: what became public, one row each, numbered without gaps; from it subscribers are told. */
export const PublicationEvents: CollectionConfig = {
  slug: 'publication-events',
  labels: {
    singular: { zh: '发布事件', en: 'Publication event' },
    plural: { zh: '发布事件', en: 'Publication events' },
  },
  defaultSort: '-serial',
  admin: {
    useAsTitle: 'key',
    defaultColumns: ['serial', 'key', 'change', 'at'],
    group: { zh: '互动交流', en: 'Taking part' },
    components: { beforeListTable: ['/components/admin/AlertsBoard/AlertsLink#AlertsLink'] },
  },
  access: { read: readsSubscriptions, create: nobody, update: nobody, delete: nobody },
  fields: [
    {
      name: 'serial',
      type: 'number',
      required: true,
      unique: true,
      index: true,
      label: { zh: '序号', en: 'Serial' },
    },
    // Collection, id and version: the same publication is one event, whoever finds it.
    {
      name: 'key',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      label: { zh: '标识', en: 'Key' },
    },
    {
      name: 'record',
      type: 'text',
      required: true,
      index: true,
      label: { zh: '内容', en: 'Record' },
    },
    coded('change', { zh: '变化', en: 'Change' }, PUBLICATION_CHANGES, { required: true }),
    { name: 'at', type: 'date', required: true, index: true, label: { zh: '时间', en: 'At' } },
  ],
};
