import type { CollectionConfig, Field } from 'payload';
import {
  canUpdatePublishedCases,
  nobody,
  noField,
  readsLetterOfText,
  readsPublishedCaseDrafts,
  readsPublishedCases,
} from '@/access/roles';
import { nameAnswer } from '@/collections/PublishedAnswers/name-answer';
import { LETTER_KINDS } from '@/domain/letters/codes';
import { agency } from '@/fields/agency';
import { coded } from '@/fields/coded';
import { day } from '@/fields/day';
import { english } from '@/fields/english';
import { withReview } from '@/fields/review/with-review';
import { slug } from '@/fields/slug/slug';
import { indexChanged, unindexDeleted } from '@/jobs/index-changes';
import { revalidate, revalidateDeleted } from '@/jobs/revalidate';
import { checkConsent } from './check-consent';
import { checkLetterAnonymous } from './check-letter-anonymous';

const words = (): Field[] => [
  { name: 'title', type: 'text', label: { zh: '标题', en: 'Title' } },
  { name: 'question', type: 'textarea', label: { zh: '来信内容', en: 'The letter' } },
  { name: 'answer', type: 'textarea', label: { zh: '答复内容', en: 'The reply' } },
];

/** 来信选登: answered letters of general use, with their writers' consent and without their names. */
export const PublishedLetters: CollectionConfig = withReview(
  {
    slug: 'published-letters',
    labels: {
      singular: { zh: '来信选登', en: 'Published letter' },
      plural: { zh: '来信选登', en: 'Published letters' },
    },
    defaultSort: '-answeredOn',
    disableDuplicate: true,
    admin: {
      useAsTitle: 'title',
      defaultColumns: ['title', 'kind', 'agency', 'answeredOn', 'stage'],
      group: { zh: '互动交流', en: 'Taking part' },
      description: {
        zh: '由经办人从已答复、写信人同意公开的来信生成草稿，再由编辑修改、提交审查。',
        en: 'An officer makes the draft out of an answered letter whose writer agreed; an editor words and submits it.',
      },
    },
    access: {
      // A draft is made of a letter whose writer agreed (publish-draft), and in no other way.
      create: nobody,
      read: readsPublishedCases,
      readVersions: readsPublishedCaseDrafts,
      update: canUpdatePublishedCases,
    },
    fields: [
      ...words().map((field) => ({ ...field, required: true }) as Field),
      coded('kind', { zh: '类别', en: 'Kind' }, LETTER_KINDS, { index: true }),
      agency({ zh: '答复机关', en: 'Agency' }, { required: true }),
      day('receivedOn', { zh: '来信日期', en: 'Received on' }),
      day('answeredOn', { zh: '答复日期', en: 'Answered on' }, { required: true, index: true }),
      english(words()),
      slug({ required: false }),
      {
        name: 'letter',
        type: 'relationship',
        relationTo: 'letters',
        index: true,
        label: { zh: '所根据的来信', en: 'From the letter' },
        // Whoever could choose one would be told by the refusals who wrote it.
        access: { read: readsLetterOfText, create: noField, update: noField },
        admin: { position: 'sidebar', readOnly: true },
      },
      day(
        'publishedOn',
        { zh: '发布日期', en: 'Published on' },
        { admin: { position: 'sidebar' } },
      ),
    ],
    hooks: {
      beforeChange: [nameAnswer, checkConsent, checkLetterAnonymous],
      afterChange: [indexChanged, revalidate],
      afterDelete: [unindexDeleted, revalidateDeleted],
    },
  },
  { derived: ['letter'] },
);
