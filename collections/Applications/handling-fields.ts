import type { Field, RelationshipFieldSingleValidation } from 'payload';
import { relationship } from 'payload/shared';
import { noField } from '@/access/roles';
import { channels } from '@/domain/applications/clock';
import { statuses } from '@/domain/applications/statuses';
import { day } from '@/fields/day';
import type { User } from '@/payload-types';
import { worded } from './worded';

/** What only the rules write is not shown to whoever still registers the application. */
const isRegistered = (data: { receiptNumber?: string | null }): boolean =>
  Boolean(data.receiptNumber);
const readOnly = {
  admin: { position: 'sidebar' as const, readOnly: true, condition: isRegistered },
};

/**
 * Payload holds the picker's filter against the stored agency too, at every step. An agency may have left
 * the county since, and a past year's ledger may tell of one: only a choice is refused.
 */
const newlyChosen: RelationshipFieldSingleValidation = (value, options) => {
  const isKept =
    Boolean(options.req.context.caseLedger) || String(value) === String(options.previousValue);
  return relationship(value, isKept ? { ...options, filterOptions: undefined } : options);
};

/** Beside the case: where it stands, whose it is, and the days from which the due day follows. */
export const handlingFields: Field[] = [
  {
    name: 'status',
    type: 'select',
    required: true,
    defaultValue: 'received',
    index: true,
    options: worded('statuses', statuses),
    label: { zh: '办理状态', en: 'Status' },
    // Without the condition: Payload lets a field that is not always shown be empty in the database.
    admin: { position: 'sidebar', readOnly: true },
  },
  day('dueOn', { zh: '答复期限', en: 'Due on' }, { index: true, ...readOnly }),
  {
    name: 'isProvisional',
    type: 'checkbox',
    label: { zh: '期限为暂定', en: 'Due date is provisional' },
    ...readOnly,
  },
  {
    name: 'stopped',
    type: 'text',
    label: { zh: '期限停止计算的原因', en: 'Why the clock stands still' },
    admin: { position: 'sidebar', readOnly: true, hidden: true },
  },
  {
    name: 'receiptNumber',
    type: 'text',
    unique: true,
    index: true,
    label: { zh: '回执编号', en: 'Receipt number' },
    ...readOnly,
  },
  {
    name: 'agency',
    type: 'relationship',
    relationTo: 'agencies',
    index: true,
    label: { zh: '承办机关', en: 'Agency' },
    // The State Council issues documents that are published here; it answers no application here.
    filterOptions: { kind: { not_equals: 'external' } },
    validate: newlyChosen,
    // Whoever belongs to an agency registers for it.
    defaultValue: ({ user }) => {
      const agency = (user as User | null | undefined)?.agency;
      return typeof agency === 'object' ? agency?.id : agency;
    },
    admin: { position: 'sidebar' },
  },
  {
    name: 'assignee',
    type: 'relationship',
    relationTo: 'users',
    index: true,
    label: { zh: '承办人', en: 'Assigned to' },
    ...readOnly,
  },
  {
    name: 'channel',
    type: 'select',
    required: true,
    defaultValue: 'internet',
    options: worded('channels', channels),
    label: { zh: '申请渠道', en: 'Channel' },
    admin: { position: 'sidebar' },
  },
  day(
    'filedOn',
    { zh: '提交日期', en: 'Filed on' },
    {
      index: true,
      admin: {
        position: 'sidebar',
        description: { zh: '不填就是今天。', en: 'Today when left empty.' },
      },
    },
  ),
  day(
    'signedOn',
    { zh: '签收日期', en: 'Signed for on' },
    {
      admin: { position: 'sidebar', condition: (data) => data.channel === 'signed-post' },
    },
  ),
  day(
    'receivedOn',
    { zh: '收到之日', en: 'Received on' },
    {
      index: true,
      admin: {
        ...readOnly.admin,
        description: {
          zh: '条例第三十一条：网上和传真申请，以双方确认之日为收到之日。',
          en: 'Article 31: for the internet and fax, the day on which both sides confirm.',
        },
      },
    },
  ),
  // The day on which the agency owed nothing more, for statistics: answered, lapsed or withdrawn.
  day('closedOn', { zh: '办结日期', en: 'Closed on' }, { index: true, ...readOnly }),
  day('servedOn', { zh: '送达日期', en: 'Served on' }, readOnly),
  {
    name: 'revision',
    type: 'number',
    defaultValue: 0,
    admin: { hidden: true },
    access: { create: noField, update: noField },
  },
  // While somebody acts on the case: when they began, in ms. Whoever comes meanwhile is told (claim.ts).
  {
    name: 'actingSince',
    type: 'number',
    admin: { hidden: true },
    access: { read: noField, create: noField, update: noField },
  },
  // The numbers of all its letters: one that was drawn and is here is taken.
  {
    name: 'letterNumbers',
    type: 'text',
    hidden: true,
    access: { create: noField, update: noField },
  },
  // A keyed hash: the code itself is shown once and kept nowhere.
  {
    name: 'queryHash',
    type: 'text',
    hidden: true,
    access: { read: noField, create: noField, update: noField },
  },
  // Made from the number or the title wanted: the same for the same information (§44).
  {
    name: 'requestKey',
    type: 'text',
    index: true,
    hidden: true,
    access: { create: noField, update: noField },
  },
  // One filing twice, by a double click or a broken line, is one case.
  {
    name: 'filingKey',
    type: 'text',
    unique: true,
    index: true,
    hidden: true,
    access: { read: noField, create: noField, update: noField },
  },
  // Taken over from a past year's ledger: its key there.
  {
    name: 'ledgerKey',
    type: 'text',
    unique: true,
    index: true,
    hidden: true,
    access: { create: noField, update: noField },
  },
  {
    name: 'isHeld',
    type: 'checkbox',
    defaultValue: false,
    label: {
      zh: '复议或诉讼未结，暂不删除个人信息',
      en: 'Review or suit pending: keep personal data',
    },
    admin: { position: 'sidebar', condition: (data) => Boolean(data.closedOn) && !data.erasedOn },
  },
  {
    name: 'deletionAskedOn',
    type: 'date',
    label: { zh: '申请人要求删除个人信息', en: 'Deletion asked for on' },
    admin: {
      position: 'sidebar',
      readOnly: true,
      condition: (data) => Boolean(data.deletionAskedOn),
    },
  },
  {
    name: 'erasedOn',
    type: 'date',
    index: true,
    label: { zh: '个人信息已删除', en: 'Personal data erased on' },
    admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data.erasedOn) },
  },
];
