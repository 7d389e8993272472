import type { Field } from 'payload';
import { noField } from '@/access/roles';
import { COMPLEXITIES, LETTER_STATUSES } from '@/domain/letters/codes';
import { agency } from '@/fields/agency';
import { coded } from '@/fields/coded';
import { day } from '@/fields/day';
import { ownAgencyOnly } from './record-letter';
import { ANSWERS_LETTERS } from './stored-letter';

const hash = (name: string): Field => ({
  name,
  type: 'text',
  index: true,
  hidden: true,
  access: { read: noField, create: noField, update: noField },
});

const isRegistered = (data: { receiptNumber?: string | null }): boolean =>
  Boolean(data.receiptNumber);

/** Once there is a letter: whoever registers it has nothing to see here yet. */
const once = {
  admin: { position: 'sidebar', readOnly: true, condition: isRegistered },
} as const;

/** Given when it is registered, and fixed by it. */
const atFiling = { access: { update: noField } } as const;

/** Beside the letter: where it stands, whose it is, and its days. */
export const besideLetter: Field[] = [
  {
    name: 'receiptNumber',
    type: 'text',
    unique: true,
    index: true,
    label: { zh: '回执编号', en: 'Receipt number' },
    ...once,
  },
  coded('status', { zh: '状态', en: 'Status' }, LETTER_STATUSES, {
    required: true,
    index: true,
    defaultValue: 'received',
    admin: { position: 'sidebar', readOnly: true },
  }),
  agency(
    { zh: '办理机关', en: 'Agency' },
    {
      defaultValue: ownAgencyOnly,
      filterOptions: ({ user }) => (user ? ANSWERS_LETTERS : true),
      admin: {
        position: 'sidebar',
        description: {
          zh: '不清楚就不填，登记后分办。',
          en: 'Left empty, it is routed once it is registered.',
        },
      },
      ...atFiling,
    },
  ),
  {
    name: 'assignee',
    type: 'relationship',
    relationTo: 'users',
    index: true,
    label: { zh: '承办人', en: 'Officer' },
    ...once,
  },
  coded('complexity', { zh: '难易', en: 'Complexity' }, COMPLEXITIES, {
    defaultValue: 'other',
    ...once,
  }),
  day(
    'receivedOn',
    { zh: '收到日期', en: 'Received on' },
    { index: true, admin: { position: 'sidebar' }, ...atFiling },
  ),
  day('dueOn', { zh: '答复期限', en: 'Due on' }, { index: true, ...once }),
  {
    name: 'isProvisional',
    type: 'checkbox',
    defaultValue: false,
    label: { zh: '期限为暂定', en: 'Due date provisional' },
    ...once,
  },
  day('closedOn', { zh: '办结日期', en: 'Closed on' }, { index: true, ...once }),
  day(
    'deletionAskedOn',
    { zh: '要求删除日期', en: 'Deletion asked on' },
    { admin: { hidden: true } },
  ),
  day('erasedOn', { zh: '个人信息删除日期', en: 'Erased on' }, { index: true, ...once }),
  {
    name: 'revision',
    type: 'number',
    defaultValue: 0,
    hidden: true,
    access: { create: noField, update: noField },
  },
  hash('queryHash'),
  hash('phoneHash'),
  hash('emailHash'),
  {
    name: 'filingKey',
    type: 'text',
    unique: true,
    index: true,
    hidden: true,
    access: { read: noField, create: noField, update: noField },
  },
];
