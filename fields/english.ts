import type { Field, GroupField } from 'payload';

/**
 * A courtesy translation. The Chinese text is the one with legal force, so it is no second
 * locale of the same field: it can be missing, and the page says when it is.
 */
export const english = (fields: Field[]): GroupField => ({
  name: 'english',
  type: 'group',
  label: { zh: '英文译本', en: 'English translation' },
  admin: {
    description: {
      zh: '供参考，以中文为准。没有译文时，英文页面会说明并显示中文。',
      en: 'For reference only. Without it the English page says so and shows the Chinese text.',
    },
  },
  fields,
});
