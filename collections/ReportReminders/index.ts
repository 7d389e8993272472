import type { CollectionConfig } from 'payload';
import { administrators, nobody } from '@/access/roles';
import { agency } from '@/fields/agency';
import { remind } from './remind';

/**
 * 年报催报: which agency was reminded of which year's report, and when. Written by the job that sends
 * the mails, so that no agency is reminded twice of the same.
 */
export const ReportReminders: CollectionConfig = {
  slug: 'report-reminders',
  labels: {
    singular: { zh: '年报催报', en: 'Report reminder' },
    plural: { zh: '年报催报', en: 'Report reminders' },
  },
  defaultSort: '-createdAt',
  admin: { hidden: true },
  access: { read: administrators, create: nobody, update: nobody, delete: nobody },
  fields: [
    agency({ zh: '机构', en: 'Agency' }, { required: true }),
    {
      name: 'year',
      type: 'number',
      required: true,
      index: true,
      label: { zh: '年度', en: 'Year' },
    },
    // Agency, year and occasion: the same reminder goes out once.
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'waiting',
      options: ['waiting', 'sent', 'failed', 'skipped'],
    },
    { name: 'attempts', type: 'number', defaultValue: 0 },
    { name: 'error', type: 'text' },
    { name: 'sentAt', type: 'date' },
  ],
  endpoints: [remind],
};
