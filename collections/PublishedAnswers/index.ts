import type { CollectionConfig, Field } from 'payload';
import {
  canUpdatePublishedCases,
  noField,
  readsLetterOfText,
  readsAnswersOfCases,
  readsPublishedCaseDrafts,
} from '@/access/roles';
import { worded } from '@/collections/Applications/worded';
import { replyKindCodes } from '@/domain/applications/reply-kinds';
import { agency } from '@/fields/agency';
import { day } from '@/fields/day';
import { english } from '@/fields/english';
import { withReview } from '@/fields/review/with-review';
import { slug } from '@/fields/slug/slug';
import { indexChanged, unindexDeleted } from '@/jobs/index-changes';
import { revalidate, revalidateDeleted } from '@/jobs/revalidate';
import { checkAnonymous } from './check-anonymous';
import { nameAnswer } from './name-answer';

const words = (): Field[] => [
  { name: 'title', type: 'text', label: { zh: '标题', en: 'Title' } },
  { name: 'question', type: 'textarea', label: { zh: '申请内容', en: 'What was asked' } },
  { name: 'answer', type: 'textarea', label: { zh: '答复内容', en: 'The answer' } },
];

/**
 * 依申请公开答复选登: answered applications that others may want to know of, without whoever asked
 * (条例第四十四条: 公开后可以告知申请人获取的方式). Like every text it is examined before it is public.
 */
export const PublishedAnswers: CollectionConfig = withReview(
  {
    slug: 'published-answers',
    labels: {
      singular: { zh: '答复选登', en: 'Published answer' },
      plural: { zh: '答复选登', en: 'Published answers' },
    },
    defaultSort: '-answeredOn',
    // A copy of an answer is another answer to the same question.
    disableDuplicate: true,
    admin: {
      useAsTitle: 'title',
      defaultColumns: ['title', 'replyKind', 'agency', 'answeredOn', 'stage'],
      group: { zh: '公开内容', en: 'Disclosure' },
      description: {
        zh: '不写申请人、第三方的姓名、电话、证件号码和地址；写了的不能保存。',
        en: 'No names, telephone or identity numbers and addresses of applicants or third parties: a text with one is not saved.',
      },
    },
    access: {
      read: readsAnswersOfCases,
      readVersions: readsPublishedCaseDrafts,
      update: canUpdatePublishedCases,
    },
    fields: [
      ...words().map((field) => ({ ...field, required: true }) as Field),
      {
        name: 'replyKind',
        type: 'select',
        required: true,
        index: true,
        options: worded('replies.kinds', replyKindCodes),
        label: { zh: '答复类型', en: 'Kind of reply' },
      },
      agency({ zh: '答复机关', en: 'Agency' }, { required: true }),
      day('receivedOn', { zh: '收到申请日期', en: 'Received on' }),
      day('answeredOn', { zh: '答复日期', en: 'Answered on' }, { required: true, index: true }),
      english(words()),
      slug({ required: false }),
      {
        name: 'application',
        type: 'relationship',
        relationTo: 'applications',
        index: true,
        label: { zh: '所根据的申请', en: 'From the application' },
        // Whoever could choose one would be told by the refusals who applied.
        access: { read: readsLetterOfText, create: noField, update: noField },
        admin: {
          position: 'sidebar',
          readOnly: true,
          description: {
            zh: '不对外公开，只用来核对文中没有申请人的个人信息。',
            en: 'Never public: only to check that the text names nobody.',
          },
        },
      },
      day(
        'publishedOn',
        { zh: '发布日期', en: 'Published on' },
        { admin: { position: 'sidebar' } },
      ),
    ],
    hooks: {
      beforeChange: [nameAnswer, checkAnonymous],
      afterChange: [indexChanged, revalidate],
      afterDelete: [unindexDeleted, revalidateDeleted],
    },
  },
  { derived: ['application'] },
);
