import { useTranslations } from 'next-intl';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { BarChart } from '@/components/Chart/Chart';
import { Columns } from '@/components/Columns/Columns';
import { DateText } from '@/components/DateText/DateText';
import { Figure } from '@/components/Figure/Figure';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { OfficialText } from '@/components/OfficialText/OfficialText';
import { Outline } from '@/components/Outline/Outline';
import { ReportTable } from '@/components/ReportTable/ReportTable';
import { TextComparison } from '@/components/TextComparison/TextComparison';
import { ValidityTag } from '@/components/ValidityTag/ValidityTag';
import { compareTexts } from '@/domain/documents/compare/compare';
import { structureOf } from '@/domain/documents/structure';
import { APPLICATION_TABLE, BLOCKS, DOCUMENTS, EARLIER_BLOCKS } from './samples';
import { Specimen } from './Specimen';

const zh = 'zh-CN';
const STRUCTURE = structureOf(BLOCKS);

export function Reading() {
  const t = useTranslations('design');
  return (
    <>
      <Specimen id="metadata" name="MetadataTable" about={t('about.metadata')}>
        <MetadataTable
          rows={[
            { term: t('meta.index'), value: '000014349/2020-00018' },
            { term: t('meta.theme'), value: t('meta.themeValue') },
            { term: t('meta.agency'), value: '宜丰县人民政府办公室', lang: zh },
            { term: t('meta.made'), value: <DateText day="2020-05-08" /> },
            { term: t('meta.title'), value: DOCUMENTS[0]?.title, wide: true, lang: zh },
            { term: t('meta.number'), value: '宜府办发〔2020〕18号', lang: zh },
            { term: t('meta.published'), value: <DateText day="2020-05-12" /> },
            { term: t('meta.validity'), value: <ValidityTag validity="in-force" /> },
            { term: t('meta.keywords'), value: undefined },
            {
              term: t('meta.relation'),
              value: <Link href="/documents/sample-2">{t('meta.relationValue')}</Link>,
            },
          ]}
        />
      </Specimen>
      <Specimen id="actions" name="Actions" about={t('about.actions')}>
        <Actions
          downloads={[
            { href: '/documents/sample-1/download?format=docx', label: t('sample.word') },
            { href: '/documents/sample-1/download?format=txt', label: t('sample.text') },
          ]}
        />
      </Specimen>
      <Specimen id="text" name="OfficialText · Outline" about={t('about.text')}>
        <Columns
          onPhone="first"
          side={
            <Outline
              lang={zh}
              label={t('sample.outline')}
              items={STRUCTURE.outline.map(({ id, text, level }) => ({
                id,
                label: text,
                level: Math.min(level, 3) as 1 | 2 | 3,
              }))}
            />
          }
        >
          <OfficialText blocks={BLOCKS} structure={STRUCTURE} levelOffset={2} />
        </Columns>
      </Specimen>
      <Specimen id="comparison" name="TextComparison" about={t('about.comparison')}>
        <TextComparison comparison={compareTexts(EARLIER_BLOCKS, BLOCKS)} />
      </Specimen>
      <Specimen id="report-table" name="ReportTable" about={t('about.reportTable')}>
        <ReportTable {...APPLICATION_TABLE} lang={zh} note={t('sample.tableNote')} />
      </Specimen>
      <Specimen id="chart" name="BarChart" about={t('about.chart')}>
        <BarChart
          alt={t('sample.chart')}
          series={[{ label: t('sample.chartFirst') }, { label: t('sample.chartSecond') }]}
          categories={[
            { label: '2026', values: [23, 21] },
            { label: '2025', values: [18, 0] },
            { label: '2024', values: [9, null] },
          ]}
          write={String}
          none="–"
        />
      </Specimen>
      <Specimen id="figure" name="Figure" about={t('about.figure')}>
        <Figure
          src="/design/illustrated-sample.svg"
          width={720}
          height={300}
          alt={t('figure.alt')}
          caption={t('figure.caption')}
          text={<p lang={zh}>{t('figure.words')}</p>}
        />
      </Specimen>
      <Specimen id="breadcrumbs" name="Breadcrumbs" about={t('about.breadcrumbs')}>
        <Breadcrumbs
          label={t('sample.breadcrumbs')}
          items={[
            { label: t('sample.latestDocuments'), href: '/documents' },
            { label: DOCUMENTS[0]?.title as string, lang: zh },
          ]}
        />
      </Specimen>
    </>
  );
}
