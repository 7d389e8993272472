import type { CollectionConfig } from 'payload';
import { agency } from '@/fields/agency';
import { day } from '@/fields/day';
import { withReview } from '@/fields/review/with-review';
import { slug } from '@/fields/slug/slug';
import { indexChanged, unindexDeleted } from '@/jobs/index-changes';
import { revalidate, revalidateDeleted } from '@/jobs/revalidate';
import { compileNoticeEndpoint } from './compile-notice';
import { keepFigures } from './keep-figures';
import { nameNotice } from './name-notice';
import { quarterNumberAsked, yearAsked } from './quarter-asked';

/** 季度通报: how each agency did in a quarter, compiled from the records and approved like any text. */
export const QuarterlyNotices: CollectionConfig = withReview({
  slug: 'quarterly-notices',
  labels: {
    singular: { zh: '季度通报', en: 'Quarterly notice' },
    plural: { zh: '季度通报', en: 'Quarterly notices' },
  },
  defaultSort: '-year',
  // A copy would be a second notice of the same quarter.
  disableDuplicate: true,
  endpoints: [compileNoticeEndpoint],
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'year', 'quarter', 'compiledAt', 'stage'],
    group: { zh: '公开内容', en: 'Disclosure' },
  },
  fields: [
    { name: 'title', type: 'text', required: true, label: { zh: '标题', en: 'Title' } },
    {
      name: 'year',
      type: 'number',
      required: true,
      index: true,
      min: 2008,
      max: 2100,
      defaultValue: yearAsked,
      label: { zh: '年度', en: 'Year' },
    },
    {
      name: 'quarter',
      type: 'number',
      required: true,
      index: true,
      min: 1,
      max: 4,
      defaultValue: quarterNumberAsked,
      label: { zh: '季度', en: 'Quarter' },
    },
    agency({ zh: '通报机关', en: 'Agency' }, { required: true }),
    { name: 'body', type: 'richText', label: { zh: '通报正文', en: 'Body' } },
    // Rows by agency: domain/statistics. Written by the compile endpoint, examined and approved as it stands.
    {
      name: 'figures',
      type: 'json',
      label: { zh: '各单位情况', en: 'Figures by agency' },
      admin: {
        components: { Field: '/components/admin/QuarterFigures/QuarterFigures#QuarterFigures' },
      },
    },
    {
      name: 'compiledAt',
      type: 'date',
      label: { zh: '汇总时间', en: 'Compiled at' },
      admin: { readOnly: true },
    },
    slug({ required: false }),
    day(
      'publishedOn',
      { zh: '发布日期', en: 'Published on' },
      { index: true, admin: { position: 'sidebar' } },
    ),
  ],
  hooks: {
    beforeChange: [nameNotice, keepFigures],
    afterChange: [indexChanged, revalidate],
    afterDelete: [unindexDeleted, revalidateDeleted],
  },
});
