import type { GroupField } from 'payload';
import { noField, readsReview } from '@/access/roles';
import { REVIEW_ACTIONS, REVIEW_STATES } from '@/domain/review/review';
import { messages } from '@/messages';

const words = (key: keyof (typeof messages)['zh-CN']['review']['states']) => ({
  zh: messages['zh-CN'].review.states[key],
  en: messages.en.review.states[key],
});

/**
 * The review record. Only the hook writes `state`, `writtenBy`, `fingerprint` and `steps`;
 * a person asks for a step through `action` and `opinion`, which are never stored.
 */
export const reviewField: GroupField = {
  name: 'review',
  type: 'group',
  label: { zh: '审查与审批', en: 'Review' },
  access: {
    read: readsReview,
  },
  admin: {
    position: 'sidebar',
    components: { Field: '/components/admin/ReviewPanel/ReviewPanel#ReviewPanel' },
  },
  fields: [
    {
      name: 'state',
      type: 'select',
      defaultValue: 'draft',
      index: true,
      label: { zh: '状态', en: 'State' },
      options: REVIEW_STATES.map((value) => ({ value, label: words(value) })),
    },
    { name: 'writtenBy', type: 'text' },
    { name: 'fingerprint', type: 'text' },
    {
      name: 'steps',
      type: 'array',
      access: { create: noField, update: noField },
      fields: [
        { name: 'action', type: 'text', required: true },
        { name: 'by', type: 'text', required: true },
        { name: 'byName', type: 'text', required: true },
        { name: 'at', type: 'date', required: true },
        { name: 'opinion', type: 'textarea' },
        { name: 'fingerprint', type: 'text', required: true },
        // Names and checksums of the attachments that this step speaks of.
        { name: 'attachments', type: 'json' },
      ],
    },
    {
      name: 'action',
      type: 'select',
      virtual: true,
      options: REVIEW_ACTIONS.map((value) => ({ value, label: value })),
    },
    { name: 'opinion', type: 'textarea', virtual: true, maxLength: 1000 },
    // Ids of the attachments that the clerk says to have opened and examined, asked with `examine`.
    { name: 'examined', type: 'json', virtual: true },
    // Asked with a withdrawal: the title itself must not stay public.
    { name: 'hidesTitle', type: 'checkbox', virtual: true },
  ],
};
