import type { CollectionConfig, JSONField, RichTextField } from 'payload';
import { readsReview } from '@/access/roles';
import { day } from '@/fields/day';
import { releaseFiles } from '@/fields/review/release-files';
import { withReview } from '@/fields/review/with-review';
import { indexChanged, unindexDeleted } from '@/jobs/index-changes';
import { revalidate, revalidateDeleted } from '@/jobs/revalidate';
import { agencyAsked, yearAsked } from './asked-for';
import { reportCell } from './cell-endpoint';
import { checkReport } from './check-endpoint';
import { checkFigures } from './check-figures';
import { compileReport } from './compile-endpoint';
import { importReport } from './import-endpoint';
import { keepBothValues } from './keep-both-values';
import { keepReasons } from './keep-reasons';
import { nameReport } from './name-report';

const part = (name: string, zh: string, en: string): RichTextField => ({
  name,
  type: 'richText',
  label: { zh, en },
});

const staffJson = (name: string, zh: string, en: string): JSONField => ({
  name,
  type: 'json',
  label: { zh, en },
  access: { read: readsReview },
  admin: { hidden: true },
});

/**
 * 政府信息公开工作年度报告 (条例第四十九条、第五十条): six parts and three tables in the national
 * layout of the year, whose columns must add up before it is published.
 */
export const AnnualReports: CollectionConfig = withReview(
  {
    slug: 'annual-reports',
    labels: {
      singular: { zh: '公开工作年度报告', en: 'Annual report' },
      plural: { zh: '公开工作年度报告', en: 'Annual reports' },
    },
    defaultSort: '-year',
    endpoints: [checkReport, compileReport, reportCell, importReport],
    admin: {
      useAsTitle: 'title',
      defaultColumns: ['title', 'agency', 'year', 'stage'],
      group: { zh: '公开内容', en: 'Disclosure' },
      components: {
        beforeListTable: [
          '/components/admin/ReportBoard/BoardLink#BoardLink',
          '/components/admin/ReportImport/ImportLink#ImportLink',
          '/components/admin/NormativeBoard/NormativeLink#NormativeLink',
        ],
      },
    },
    fields: [
      {
        name: 'agency',
        type: 'relationship',
        relationTo: 'agencies',
        required: true,
        index: true,
        defaultValue: agencyAsked,
        label: { zh: '报告机构', en: 'Agency' },
      },
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
        name: 'layout',
        type: 'select',
        index: true,
        label: { zh: '版式', en: 'Layout' },
        options: [
          { value: '2019', label: '国办公开办函〔2019〕60号' },
          { value: '2021', label: '国办公开办函〔2021〕30号' },
        ],
        admin: {
          description: { zh: '留空则按年度选定。', en: 'Left empty, it follows the year.' },
        },
      },
      { name: 'title', type: 'text', label: { zh: '标题', en: 'Title' } },
      { name: 'titleEnglish', type: 'text', label: { zh: '英文标题', en: 'English title' } },
      { name: 'preface', type: 'richText', label: { zh: '引言', en: 'Preface' } },
      {
        name: 'parts',
        type: 'group',
        label: { zh: '六个部分', en: 'Six parts' },
        fields: [
          part('overview', '一、总体情况', '1 Overview'),
          part('disclosure', '二、主动公开政府信息情况', '2 Proactive disclosure'),
          part('applications', '三、收到和处理政府信息公开申请情况', '3 Applications'),
          part('litigation', '四、行政复议、行政诉讼情况', '4 Review and litigation'),
          part('problems', '五、存在的主要问题及改进情况', '5 Problems and improvement'),
          part('other', '六、其他需要报告的事项', '6 Other matters'),
        ],
      },
      {
        name: 'tables',
        type: 'json',
        label: { zh: '统计表', en: 'Tables' },
        admin: {
          components: { Field: '/components/admin/ReportTables/ReportTables#ReportTables' },
        },
      },
      // How the figures came about: for those who examine the report, never for the public.
      staffJson('compiled', '系统汇总的数', 'Figures as compiled'),
      staffJson('handChanges', '人工改动', 'Changes by hand'),
      staffJson('reasons', '提示的说明', 'Reasons given'),
      {
        name: 'attachments',
        type: 'upload',
        relationTo: 'files',
        hasMany: true,
        label: { zh: '附件', en: 'Attachments' },
      },
      day(
        'publishedOn',
        { zh: '发布日期', en: 'Published on' },
        { admin: { position: 'sidebar' } },
      ),
    ],
    hooks: {
      beforeChange: [nameReport, keepBothValues, keepReasons, checkFigures],
      afterChange: [releaseFiles(['attachments']), revalidate, indexChanged],
      afterDelete: [revalidateDeleted, unindexDeleted],
    },
  },
  { derived: ['compiled', 'handChanges', 'reasons'] },
);
