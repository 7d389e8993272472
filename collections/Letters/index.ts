import type { CollectionConfig } from 'payload';
import {
  canHandleLetters,
  canReadLetters,
  canRegisterLetters,
  nobody,
  noField,
} from '@/access/roles';
import { day } from '@/fields/day';
import { sealed } from '@/fields/sealed/sealed';
import { besideLetter } from './beside-letter';
import { letterEndpoints } from './letter-endpoints';
import { confirmLetterNumber, recordLetter } from './record-letter';
import { checkIntake } from './take-in-letter';
import { writtenFields } from './written-fields';

const byActions = { admin: { readOnly: true } } as const;

/**
 * 网民来信、网站找错、更正本人信息: whatever somebody writes to the office that asks for an answer and is no
 * application. One case with one clock; `purpose` says which kind. A citizen's letter comes in through
 * the form's own action; an officer writes down what came otherwise. What happens afterwards are actions.
 */
export const Letters: CollectionConfig = {
  slug: 'letters',
  labels: {
    singular: { zh: '来信与找错', en: 'Letter' },
    plural: { zh: '来信与找错', en: 'Letters' },
  },
  defaultSort: 'dueOn',
  disableDuplicate: true,
  admin: {
    useAsTitle: 'receiptNumber',
    hideAPIURL: true,
    defaultColumns: [
      'receiptNumber',
      'title',
      'purpose',
      'status',
      'agency',
      'receivedOn',
      'dueOn',
    ],
    listSearchableFields: ['receiptNumber', 'title'],
    components: {
      beforeListTable: ['/components/admin/AnswersDesk/AnswersDeskLink#AnswersDeskLink'],
    },
    group: { zh: '互动交流', en: 'Taking part' },
  },
  access: {
    read: canReadLetters,
    create: canRegisterLetters,
    update: canHandleLetters,
    delete: nobody,
  },
  fields: [
    {
      name: 'panel',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/components/admin/LetterPanel/LetterPanel#LetterPanel' },
      },
    },
    ...writtenFields,
    {
      name: 'history',
      type: 'json',
      access: { create: noField, update: noField },
      admin: { hidden: true },
    },
    {
      name: 'reply',
      type: 'group',
      label: { zh: '答复', en: 'Reply' },
      admin: { condition: (data) => Boolean(data.reply?.text) },
      fields: [
        { name: 'text', type: 'textarea', label: { zh: '答复内容', en: 'Reply' }, ...byActions },
        {
          name: 'draftedBy',
          type: 'text',
          label: { zh: '拟稿人', en: 'Drafted by' },
          ...byActions,
        },
        {
          name: 'reviewedBy',
          type: 'text',
          label: { zh: '审核人', en: 'Reviewed by' },
          ...byActions,
        },
        day('repliedOn', { zh: '答复日期', en: 'Replied on' }, { index: true, ...byActions }),
      ],
    },
    {
      name: 'rating',
      type: 'group',
      label: { zh: '满意度评价', en: 'Rating' },
      admin: { condition: (data) => Boolean(data.rating?.score) },
      fields: [
        {
          name: 'score',
          type: 'number',
          min: 1,
          max: 5,
          label: { zh: '评分', en: 'Score' },
          ...byActions,
        },
        sealed(
          { name: 'comment', type: 'textarea', label: { zh: '意见', en: 'Comment' }, ...byActions },
          { mask: (plain) => plain },
        ),
      ],
    },
    {
      name: 'application',
      type: 'relationship',
      relationTo: 'applications',
      index: true,
      label: { zh: '转为依申请公开', en: 'Became the application' },
      admin: { readOnly: true, condition: (data) => Boolean(data.application) },
    },
    ...besideLetter,
  ],
  endpoints: letterEndpoints,
  hooks: {
    beforeValidate: [checkIntake],
    beforeChange: [recordLetter],
    afterChange: [confirmLetterNumber],
  },
};
