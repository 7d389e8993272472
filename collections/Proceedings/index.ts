import type { CollectionConfig } from 'payload';
import { canHandleProceedings, canReadProceedings, nobody } from '@/access/roles';
import { PROCEEDING_KINDS, PROCEEDING_RESULTS } from '@/domain/proceedings/proceedings';
import { agency } from '@/fields/agency';
import { coded } from '@/fields/coded';
import { day } from '@/fields/day';
import { checkDays } from './check-days';

/**
 * 行政复议、行政诉讼: one review or suit about disclosure, from which the third table of the annual
 * report is counted. Who brought it stands in the application that it is linked to, not here.
 */
export const Proceedings: CollectionConfig = {
  slug: 'proceedings',
  labels: {
    singular: { zh: '行政复议、诉讼', en: 'Review or lawsuit' },
    plural: { zh: '行政复议、诉讼', en: 'Reviews and lawsuits' },
  },
  defaultSort: '-filedOn',
  admin: {
    useAsTitle: 'number',
    defaultColumns: ['number', 'kind', 'agency', 'filedOn', 'result', 'closedOn'],
    group: { zh: '依申请公开', en: 'Applications' },
  },
  access: {
    read: canReadProceedings,
    create: canHandleProceedings,
    update: canHandleProceedings,
    delete: nobody,
  },
  fields: [
    coded('kind', { zh: '类别', en: 'Kind' }, PROCEEDING_KINDS, { required: true, index: true }),
    {
      name: 'number',
      type: 'text',
      required: true,
      label: { zh: '案号', en: 'Case number' },
      admin: {
        description: {
          zh: '复议机关或法院编的案号；还没有案号的，写收到通知的日期和来源。',
          en: 'As the review body or the court numbered it.',
        },
      },
    },
    agency({ zh: '被申请或被告机关', en: 'Agency' }, { required: true }),
    {
      name: 'application',
      type: 'relationship',
      relationTo: 'applications',
      index: true,
      label: { zh: '因哪件申请', en: 'About which application' },
    },
    { name: 'body', type: 'text', label: { zh: '复议机关或法院', en: 'Review body or court' } },
    day('filedOn', { zh: '受理日期', en: 'Accepted on' }, { required: true, index: true }),
    coded('result', { zh: '结果', en: 'Result' }, PROCEEDING_RESULTS, {
      index: true,
      admin: { description: { zh: '尚未审结的留空。', en: 'Empty while it is pending.' } },
    }),
    day('closedOn', { zh: '审结日期', en: 'Closed on' }, { index: true }),
    { name: 'note', type: 'textarea', label: { zh: '备注', en: 'Note' } },
  ],
  hooks: { beforeChange: [checkDays] },
};
