import type { CollectionConfig, JSONField } from 'payload';
import { readsReview } from '@/access/roles';
import { FIRST_YEAR } from '@/domain/website-reports/form';
import { agency } from '@/fields/agency';
import { day } from '@/fields/day';
import { withReview } from '@/fields/review/with-review';
import { revalidate, revalidateDeleted } from '@/jobs/revalidate';
import { keepReasons } from '@/collections/AnnualReports/keep-reasons';
import { checkAnswers } from './check-answers';
import { checkReport, compileReport } from './endpoints';
import { keepValues } from './keep-values';
import { nameReport } from './name-report';

const staffJson = (name: string, zh: string, en: string): JSONField => ({
  name,
  type: 'json',
  label: { zh, en },
  access: { read: readsReview },
  admin: { hidden: true },
});

/**
 * 政府网站工作年度报表 (国办函〔2018〕12号): what a government website published, served and answered in a
 * year. The form is data (domain/website-reports), its answers are stored as one value.
 */
export const WebsiteReports: CollectionConfig = withReview(
  {
    slug: 'website-reports',
    labels: {
      singular: { zh: '网站工作年度报表', en: 'Website report' },
      plural: { zh: '网站工作年度报表', en: 'Website reports' },
    },
    defaultSort: '-year',
    admin: {
      useAsTitle: 'title',
      defaultColumns: ['title', 'agency', 'year', 'stage'],
      group: { zh: '公开内容', en: 'Disclosure' },
    },
    fields: [
      agency({ zh: '主办单位', en: 'Agency' }, { required: true }),
      {
        name: 'year',
        type: 'number',
        required: true,
        index: true,
        min: FIRST_YEAR,
        max: 2100,
        label: { zh: '年度', en: 'Year' },
      },
      { name: 'title', type: 'text', label: { zh: '标题', en: 'Title' } },
      { name: 'titleEnglish', type: 'text', label: { zh: '英文标题', en: 'English title' } },
      {
        name: 'answers',
        type: 'json',
        label: { zh: '报表内容', en: 'Answers' },
        admin: {
          components: { Field: '/components/admin/WebsiteForm/WebsiteForm#WebsiteForm' },
        },
      },
      staffJson('compiled', '系统汇总的数', 'Figures as compiled'),
      staffJson('handChanges', '人工改动', 'Changes by hand'),
      staffJson('reasons', '提示的说明', 'Reasons given'),
      day(
        'publishedOn',
        { zh: '发布日期', en: 'Published on' },
        { admin: { position: 'sidebar' } },
      ),
    ],
    endpoints: [checkReport, compileReport],
    hooks: {
      beforeChange: [nameReport, keepValues, keepReasons, checkAnswers],
      afterChange: [revalidate],
      afterDelete: [revalidateDeleted],
    },
  },
  { derived: ['compiled', 'handChanges', 'reasons'] },
);
