import type { CollectionConfig, Field } from 'payload';
import { readsCaseOfAnswer } from '@/access/roles';
import { nameAnswer } from '@/collections/PublishedAnswers/name-answer';
import { LETTER_KINDS } from '@/domain/letters/codes';
import { agency } from '@/fields/agency';
import { coded } from '@/fields/coded';
import { day } from '@/fields/day';
import { english } from '@/fields/english';
import { withReview } from '@/fields/review/with-review';
import { slug } from '@/fields/slug/slug';
import { revalidate, revalidateDeleted } from '@/jobs/revalidate';
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
        access: { read: readsCaseOfAnswer },
        admin: { position: 'sidebar' },
      },
      day(
        'publishedOn',
        { zh: '发布日期', en: 'Published on' },
        { admin: { position: 'sidebar' } },
      ),
    ],
    hooks: {
      beforeChange: [nameAnswer, checkLetterAnonymous],
      afterChange: [revalidate],
      afterDelete: [revalidateDeleted],
    },
  },
  { derived: ['letter'] },
);
