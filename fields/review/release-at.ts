import type { DateField } from 'payload';

/** When an approved text goes out by itself; see jobs/release.ts. Empty: by a person's hand. */
export const releaseAt: DateField = {
  name: 'releaseAt',
  type: 'date',
  index: true,
  label: { zh: '定时发布', en: 'Release at' },
  admin: {
    position: 'sidebar',
    date: { pickerAppearance: 'dayAndTime', displayFormat: 'yyyy-MM-dd HH:mm' },
    description: {
      zh: '审批通过后到这个时间自动发布，文件和它的解读一起。留空由人发布。',
      en: 'Once approved, it goes out at this time, together with its interpretations.',
    },
  },
};
