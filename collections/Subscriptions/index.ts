import type { CollectionConfig, Field } from 'payload';
import { nobody, noField, readsSubscriptions } from '@/access/roles';
import { maskEmail } from '@/domain/applications/masking';
import {
  FREQUENCIES,
  SUBSCRIPTION_STATES,
  SUBSCRIPTION_SUBJECTS,
} from '@/domain/subscriptions/codes';
import { coded } from '@/fields/coded';
import { sealed } from '@/fields/sealed/sealed';

const secret = (name: string, rest: object = {}): Field => ({
  name,
  type: 'text',
  index: true,
  hidden: true,
  access: { read: noField, create: noField, update: noField },
  ...rest,
});

/** 订阅: who asked to be told of what. The address is encrypted, and goes with the subscription. */
export const Subscriptions: CollectionConfig = {
  slug: 'subscriptions',
  labels: {
    singular: { zh: '订阅', en: 'Subscription' },
    plural: { zh: '订阅', en: 'Subscriptions' },
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  admin: {
    useAsTitle: 'label',
    hideAPIURL: true,
    defaultColumns: ['label', 'subject', 'frequency', 'state', 'createdAt'],
    group: { zh: '互动交流', en: 'Taking part' },
    components: { beforeListTable: ['/components/admin/AlertsBoard/AlertsLink#AlertsLink'] },
  },
  access: { read: readsSubscriptions, create: nobody, update: nobody, delete: nobody },
  fields: [
    { name: 'label', type: 'text', label: { zh: '订阅内容', en: 'What is followed' } },
    coded('subject', { zh: '类别', en: 'Kind' }, SUBSCRIPTION_SUBJECTS, {
      required: true,
      index: true,
    }),
    { name: 'target', type: 'text', index: true, label: { zh: '对象', en: 'Target' } },
    coded('frequency', { zh: '频率', en: 'Frequency' }, FREQUENCIES, {
      required: true,
      defaultValue: 'daily',
    }),
    coded('state', { zh: '状态', en: 'State' }, SUBSCRIPTION_STATES, {
      required: true,
      index: true,
      defaultValue: 'unconfirmed',
    }),
    sealed(
      { name: 'email', type: 'text', label: { zh: '电子邮箱', en: 'Email' } },
      { mask: maskEmail },
    ),
    {
      name: 'language',
      type: 'select',
      defaultValue: 'zh-CN',
      options: [
        { value: 'zh-CN', label: '中文' },
        { value: 'en', label: 'English' },
      ],
      label: { zh: '邮件语言', en: 'Language of mail' },
    },
    { name: 'confirmedAt', type: 'date', label: { zh: '确认时间', en: 'Confirmed at' } },
    { name: 'leftAt', type: 'date', label: { zh: '退订时间', en: 'Left at' } },
    { name: 'lastSentAt', type: 'date', label: { zh: '上次汇总', en: 'Last digest' } },
    // The number of the last event of which this subscriber was told.
    {
      name: 'toldUntil',
      type: 'number',
      defaultValue: 0,
      index: true,
      label: { zh: '已告知至', en: 'Told until' },
    },
    secret('emailHash'),
    // Keyed hashes: the links in the mails hold the tokens, which are kept nowhere.
    secret('confirmHash', { unique: true }),
    secret('leaveHash', { unique: true }),
    secret('subjectKey', { unique: true }),
  ],
};
