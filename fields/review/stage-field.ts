import type { UIField } from 'payload';
import { messages } from '@/messages';

/** The column of the admin's lists that says in words where a text stands. Nothing is stored. */
export const stageField: UIField = {
  name: 'stage',
  type: 'ui',
  label: { zh: messages['zh-CN'].review.list.stage, en: messages.en.review.list.stage },
  admin: {
    components: {
      Cell: '/components/admin/StageCell/StageCell#StageCell',
    },
  },
};
