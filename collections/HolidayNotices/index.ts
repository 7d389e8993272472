import type { CollectionConfig } from 'payload';
import { administrators, nobody } from '@/access/roles';
import { holidays } from '@/domain/workdays/calendar';
import { firstNoticeYear, lastNoticeYear } from '@/domain/workdays/notice';
import { day } from '@/fields/day';
import { messages } from '@/messages';
import { refuseWrongNotice } from './check-notice';
import { recountOpenCases } from './recount';
import { forgetCalendar } from './work-calendar';

const holidayName = (locale: 'zh-CN' | 'en', code: string) =>
  (messages[locale].clock.holidays as Record<string, string>)[code] ?? code;

/**
 * 节假日安排: one year's notice of the State Council, typed in when it comes out. Every period that is
 * counted in working days is counted against it; the due days of open applications are counted anew.
 */
export const HolidayNotices: CollectionConfig = {
  slug: 'holiday-notices',
  labels: {
    singular: { zh: '节假日安排', en: 'Holiday notice' },
    plural: { zh: '节假日安排', en: 'Holiday notices' },
  },
  defaultSort: '-year',
  admin: {
    useAsTitle: 'year',
    defaultColumns: ['year', 'source', 'updatedAt'],
    group: { zh: '系统', en: 'System' },
    description: {
      zh: '按国务院办公厅每年公布的节假日安排填写。保存后，未办结申请的答复期限全部重新计算。',
      en: 'As the State Council’s yearly notice says. On saving, the due days of all open applications are counted anew.',
    },
  },
  access: {
    read: ({ req: { user } }) => Boolean(user),
    create: administrators,
    update: administrators,
    delete: nobody,
  },
  hooks: {
    beforeChange: [refuseWrongNotice],
    afterChange: [({ req }) => forgetCalendar(req.payload), recountOpenCases],
  },
  fields: [
    {
      name: 'year',
      type: 'number',
      required: true,
      unique: true,
      index: true,
      min: firstNoticeYear,
      max: lastNoticeYear,
      label: { zh: '年度', en: 'Year' },
    },
    {
      name: 'source',
      type: 'text',
      required: true,
      label: { zh: '通知的标题或文号', en: 'Title or number of the notice' },
    },
    {
      name: 'off',
      type: 'array',
      required: true,
      minRows: 1,
      label: { zh: '放假', en: 'Days off' },
      labels: { singular: { zh: '假期', en: 'Holiday' }, plural: { zh: '假期', en: 'Holidays' } },
      fields: [
        {
          name: 'holiday',
          type: 'select',
          required: true,
          options: holidays.map((value) => ({
            value,
            label: { zh: holidayName('zh-CN', value), en: holidayName('en', value) },
          })),
          label: { zh: '节日', en: 'Holiday' },
        },
        day('from', { zh: '第一天', en: 'First day' }, { required: true }),
        day('to', { zh: '最后一天', en: 'Last day' }, { required: true }),
      ],
    },
    {
      name: 'worked',
      type: 'array',
      label: { zh: '调休上班的周末', en: 'Weekend days worked' },
      labels: { singular: { zh: '上班日', en: 'Day' }, plural: { zh: '上班日', en: 'Days' } },
      fields: [day('on', { zh: '日期', en: 'Day' }, { required: true })],
    },
  ],
};
