import type { CollectionConfig } from 'payload';
import { canHandleApplications, canReadApplications, nobody } from '@/access/roles';
import {
  applicantKinds,
  deliveryWays,
  idTypes,
  informationForms,
} from '@/domain/applications/applicants';
import { channels } from '@/domain/applications/clock';
import { replyKindCodes } from '@/domain/applications/reply-kinds';
import { statuses } from '@/domain/applications/statuses';
import { day } from '@/fields/day';
import { sealed } from '@/fields/sealed/sealed';
import { recordApplication } from './record-application';
import { worded } from './worded';

const maskAll = (plain: string): string =>
  `${plain.slice(0, 1)}${'*'.repeat(Math.max(plain.length - 5, 3))}${plain.slice(-4)}`;
const keepOpen = { mask: maskAll, open: true };

/** A day that the clock needs: kept in the sidebar beside the due date that follows from it. */
const inSidebar = { admin: { position: 'sidebar' as const } };

/**
 * 依申请公开 (条例第二十七条至第四十五条). A citizen's application comes in through the form's own
 * action; nobody creates one through the interfaces except the office that writes down an oral one.
 */
export const Applications: CollectionConfig = {
  slug: 'applications',
  labels: {
    singular: { zh: '依申请公开', en: 'Application' },
    plural: { zh: '依申请公开', en: 'Applications' },
  },
  defaultSort: 'dueOn',
  // A copy would be opened by the query code of another case.
  disableDuplicate: true,
  admin: {
    useAsTitle: 'receiptNumber',
    hideAPIURL: true,
    defaultColumns: [
      'receiptNumber',
      'informationTitle',
      'applicantKind',
      'status',
      'receivedOn',
      'dueOn',
      'agency',
    ],
    listSearchableFields: ['receiptNumber', 'informationTitle'],
    group: { zh: '依申请公开', en: 'Applications' },
    description: {
      zh: '按答复期限先后排列。期限按国务院节假日安排推算，含调休上班日。',
      en: 'Ordered by due date, counted in working days including make-up working weekends.',
    },
  },
  access: {
    read: canReadApplications,
    create: canHandleApplications,
    update: canHandleApplications,
    delete: nobody,
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: { zh: '申请内容', en: 'Request' },
          fields: [
            {
              name: 'informationTitle',
              type: 'text',
              required: true,
              label: { zh: '所需信息名称', en: 'Information wanted' },
            },
            {
              name: 'informationNumber',
              type: 'text',
              label: { zh: '文号', en: 'Document number' },
            },
            { name: 'description', type: 'textarea', label: { zh: '内容描述', en: 'Description' } },
            {
              name: 'form',
              type: 'select',
              required: true,
              options: worded('forms', informationForms),
              label: { zh: '获取方式', en: 'Form' },
            },
            {
              name: 'delivery',
              type: 'select',
              required: true,
              options: worded('delivery', deliveryWays),
              label: { zh: '获取途径', en: 'Delivery' },
            },
            {
              name: 'agency',
              type: 'relationship',
              relationTo: 'agencies',
              index: true,
              label: { zh: '受理机关', en: 'Agency' },
            },
          ],
        },
        {
          label: { zh: '申请人', en: 'Applicant' },
          fields: [
            {
              name: 'applicantKind',
              type: 'select',
              required: true,
              index: true,
              options: worded('applicants.kinds', applicantKinds),
              label: { zh: '申请人类别', en: 'Applicant' },
            },
            {
              name: 'name',
              type: 'text',
              required: true,
              label: { zh: '姓名或单位名称', en: 'Name' },
            },
            { name: 'representative', type: 'text', label: { zh: '联系人', en: 'Contact person' } },
            {
              name: 'idType',
              type: 'select',
              options: worded('applicants.idTypes', idTypes),
              label: { zh: '证件种类', en: 'Identity paper' },
            },
            sealed(
              { name: 'idNumber', type: 'text', label: { zh: '证件号码', en: 'Identity number' } },
              { mask: maskAll },
            ),
            {
              name: 'creditCode',
              type: 'text',
              label: { zh: '统一社会信用代码', en: 'Credit code' },
            },
            sealed(
              { name: 'phone', type: 'text', label: { zh: '联系电话', en: 'Phone' } },
              keepOpen,
            ),
            sealed(
              { name: 'email', type: 'text', label: { zh: '电子邮箱', en: 'Email' } },
              keepOpen,
            ),
            sealed(
              { name: 'address', type: 'text', label: { zh: '通信地址', en: 'Address' } },
              keepOpen,
            ),
            { name: 'postcode', type: 'text', label: { zh: '邮政编码', en: 'Postcode' } },
          ],
        },
        {
          label: { zh: '答复', en: 'Reply' },
          fields: [
            {
              name: 'reply',
              type: 'group',
              label: false,
              fields: [
                {
                  name: 'kind',
                  type: 'select',
                  options: worded('replies.kinds', replyKindCodes),
                  label: { zh: '答复类型', en: 'Kind of reply' },
                },
                {
                  name: 'number',
                  type: 'text',
                  label: { zh: '答复书文号', en: 'Letter number' },
                },
                { name: 'facts', type: 'textarea', label: { zh: '查明的事实', en: 'Facts' } },
                {
                  name: 'decision',
                  type: 'textarea',
                  label: { zh: '答复内容与理由', en: 'Decision and reasons' },
                  admin: {
                    description: {
                      zh: '法律依据和救济途径由系统按答复类型写入，不用在这里填写。',
                      en: 'The legal basis and the remedy are added by the system for the kind of reply.',
                    },
                  },
                },
                day('decidedOn', { zh: '答复日期', en: 'Decided on' }),
                {
                  name: 'letter',
                  type: 'textarea',
                  label: { zh: '答复书全文', en: 'Letter' },
                  admin: {
                    readOnly: true,
                    description: {
                      zh: '状态改为“已答复”时按案件内容生成，申请人在办理进度页看到的就是这一份。',
                      en: 'Made from the case when it is marked as answered; the applicant reads this text.',
                    },
                  },
                },
              ],
            },
          ],
        },
      ],
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'received',
      index: true,
      options: worded('statuses', statuses),
      label: { zh: '办理状态', en: 'Status' },
      admin: { position: 'sidebar' },
    },
    {
      name: 'note',
      type: 'textarea',
      virtual: true,
      label: { zh: '办理说明', en: 'Note on this step' },
      admin: {
        position: 'sidebar',
        // Payload locks a virtual field unless it is told not to.
        readOnly: false,
        description: {
          zh: '写入办理记录；申请人看得到。',
          en: 'Kept in the record; the applicant sees it.',
        },
      },
    },
    {
      name: 'receiptNumber',
      type: 'text',
      unique: true,
      index: true,
      label: { zh: '回执编号', en: 'Receipt number' },
      admin: { position: 'sidebar', readOnly: true },
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
      'occurredOn',
      { zh: '办理日期', en: 'Date of this step' },
      {
        virtual: true,
        admin: {
          position: 'sidebar',
          readOnly: false,
          description: {
            zh: '补录过去的步骤时填写；不填就是今天。',
            en: 'For a step that happened earlier; today when left empty.',
          },
        },
      },
    ),
    day('filedOn', { zh: '提交日期', en: 'Filed on' }, { admin: { position: 'sidebar' } }),
    day(
      'receivedOn',
      { zh: '收到之日', en: 'Received on' },
      {
        index: true,
        admin: {
          position: 'sidebar',
          readOnly: true,
          description: {
            zh: '条例第三十一条：网上和传真申请，以双方确认之日为收到之日。',
            en: 'Article 31: for the internet and fax, the day on which both sides confirm.',
          },
        },
      },
    ),
    day('signedOn', { zh: '签收日期', en: 'Signed for on' }, inSidebar),
    day('confirmedOn', { zh: '双方确认日期', en: 'Confirmed on' }, inSidebar),
    day('supplementRequestedOn', { zh: '告知补正日期', en: 'Supplement asked for on' }, inSidebar),
    day('supplementReceivedOn', { zh: '收到补正日期', en: 'Supplement received on' }, inSidebar),
    {
      name: 'extensionWorkdays',
      type: 'number',
      min: 1,
      max: 20,
      label: { zh: '延长（工作日）', en: 'Extension (working days)' },
      admin: {
        position: 'sidebar',
        condition: (data) => data.status === 'extended' || Boolean(data.extensionWorkdays),
      },
    },
    day(
      'dueOn',
      { zh: '答复期限', en: 'Due on' },
      { index: true, admin: { position: 'sidebar', readOnly: true } },
    ),
    {
      name: 'isProvisional',
      type: 'checkbox',
      label: { zh: '期限为暂定', en: 'Due date is provisional' },
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'history',
      type: 'array',
      label: { zh: '办理记录', en: 'History' },
      labels: {
        singular: { zh: '步骤', en: 'Step' },
        plural: { zh: '步骤', en: 'Steps' },
      },
      admin: { readOnly: true, position: 'sidebar', initCollapsed: true },
      fields: [
        {
          name: 'status',
          type: 'select',
          options: worded('statuses', statuses),
          required: true,
          label: { zh: '办理状态', en: 'Status' },
        },
        {
          name: 'at',
          type: 'date',
          required: true,
          label: { zh: '时间', en: 'Time' },
          admin: { date: { pickerAppearance: 'dayAndTime', displayFormat: 'yyyy-MM-dd HH:mm' } },
        },
        { name: 'by', type: 'text', label: { zh: '经办人', en: 'By' } },
        { name: 'note', type: 'textarea', label: { zh: '办理说明', en: 'Note' } },
      ],
    },
    // A keyed hash: the code itself is shown once and kept nowhere.
    { name: 'queryHash', type: 'text', hidden: true, access: { read: nobody as never } },
  ],
  hooks: { beforeChange: [recordApplication] },
};
