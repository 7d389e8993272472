import type { CollectionConfig } from 'payload';
import { administrators, hasRole } from '@/access/roles';
import { letterKinds } from '@/domain/applications/letters/kinds';
import { messages } from '@/messages';
import { checkTemplate, LABELS } from './check-template';

/** 文书模板: the words of a letter where this county wants others than those that come with the program. */
export const LetterTemplates: CollectionConfig = {
  slug: 'letter-templates',
  labels: {
    singular: { zh: '文书模板', en: 'Letter template' },
    plural: { zh: '文书模板', en: 'Letter templates' },
  },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['kind', 'title', 'updatedAt'],
    group: { zh: '依申请公开', en: 'Applications' },
    description: {
      zh: '没有模板的文书用系统自带的文字。改过的模板从下一份文书起用，已经发出的文书不变。',
      en: 'Letters without a template use the words that come with the program. A change counts from the next letter; letters that went out stay as they are.',
    },
  },
  access: {
    read: ({ req: { user } }) =>
      hasRole(user, 'administrator', 'officer', 'counsel', 'leader', 'auditor'),
    create: administrators,
    update: administrators,
    delete: administrators,
  },
  fields: [
    {
      name: 'kind',
      type: 'select',
      required: true,
      unique: true,
      index: true,
      options: letterKinds.map((value) => ({
        value,
        label: { zh: messages['zh-CN'].cases.letters[value], en: messages.en.cases.letters[value] },
      })),
      label: { zh: '文书种类', en: 'Kind of letter' },
    },
    { name: 'title', type: 'text', required: true, label: LABELS.title },
    {
      name: 'body',
      type: 'textarea',
      required: true,
      label: LABELS.body,
      admin: { rows: 12 },
    },
    {
      name: 'help',
      type: 'ui',
      admin: { components: { Field: '/components/admin/TemplateHelp/TemplateHelp#TemplateHelp' } },
    },
    { name: 'note', type: 'textarea', label: { zh: '修改说明', en: 'Why it was changed' } },
  ],
  hooks: { beforeValidate: [checkTemplate] },
};
