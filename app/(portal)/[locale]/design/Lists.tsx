import { useTranslations } from 'next-intl';
import { AttachmentList } from '@/components/AttachmentList/AttachmentList';
import { Columns, Halves } from '@/components/Columns/Columns';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { DoorList } from '@/components/DoorList/DoorList';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { FactStrip } from '@/components/FactStrip/FactStrip';
import { ChosenFilters, FilterPanel } from '@/components/FilterPanel/FilterPanel';
import { InterpretationList } from '@/components/InterpretationList/InterpretationList';
import { Link } from '@/components/Link/Link';
import { Pagination } from '@/components/Pagination/Pagination';
import { Section } from '@/components/Section/Section';
import { Snippet } from '@/components/Snippet/Snippet';
import { TopicCards } from '@/components/TopicCards/TopicCards';
import { DOCUMENTS, INTERPRETATIONS } from './samples';
import { Specimen } from './Specimen';

const EXCERPT =
  '……持续深化“放管服”改革，以企业和群众满意为标准，打造政策最优、成本最低、服务最好、办事最快的营商环境……';

export function Lists() {
  const t = useTranslations('design');
  return (
    <>
      <Specimen id="doors" name="DoorList" about={t('about.doors')}>
        <DoorList
          headingLevel={4}
          doors={(['find', 'explain', 'apply', 'ask'] as const).map((key) => ({
            href: `/design?door=${key}`,
            title: t(`doors.${key}.title`),
            text: t(`doors.${key}.text`),
          }))}
        />
      </Specimen>
      <Specimen id="facts" name="FactStrip" about={t('about.facts')}>
        <FactStrip
          facts={[
            {
              value: 15908,
              unit: t('facts.items'),
              label: t('facts.published'),
              href: '/annual-reports?fact=published',
              source: t('facts.source'),
            },
            {
              value: 48,
              unit: t('facts.items'),
              label: t('facts.explained'),
              href: '/annual-reports?fact=explained',
              source: t('facts.source'),
            },
            {
              value: '100%',
              label: t('facts.onTime'),
              href: '/annual-reports?fact=on-time',
              source: t('facts.source'),
            },
          ]}
        />
      </Specimen>
      <Specimen id="halves" name="Halves · Section" about={t('about.halves')}>
        <Halves>
          <Section
            level={4}
            title={t('sample.latestDocuments')}
            more={{ href: '/documents', label: t('sample.allDocuments') }}
          >
            <DocumentList items={DOCUMENTS.slice(0, 3)} compact />
          </Section>
          <Section
            level={4}
            title={t('sample.latestExplained')}
            more={{ href: '/interpretations', label: t('sample.allExplained') }}
          >
            <InterpretationList items={INTERPRETATIONS} compact />
          </Section>
        </Halves>
      </Specimen>
      <Specimen
        id="list"
        name="Columns · FilterPanel · DocumentList · Pagination"
        about={t('about.list')}
      >
        <Columns sideAt="left" side={<Filters />}>
          <ChosenFilters
            items={[
              { label: t('filters.inForce'), removeHref: '/design?agency=office' },
              { label: t('filters.office'), removeHref: '/design?validity=in-force' },
            ]}
            clearHref="/design"
          />
          <DocumentList
            headingLevel={4}
            items={DOCUMENTS.map((item, i) =>
              i === 0
                ? {
                    ...item,
                    kind: t('sample.kind'),
                    excerpt: <Snippet text={EXCERPT} ranges={[found(EXCERPT, '营商环境')]} />,
                  }
                : item,
            )}
          />
          <Pagination
            page={5}
            perPage={20}
            total={397}
            hrefFor={(page) => `/design?page=${page}`}
          />
        </Columns>
      </Specimen>
      <Specimen id="interpretations" name="InterpretationList" about={t('about.interpretations')}>
        <InterpretationList items={INTERPRETATIONS} headingLevel={4} />
      </Specimen>
      <Specimen id="topics" name="TopicCards" about={t('about.topics')}>
        <TopicCards
          headingLevel={4}
          topics={(['business', 'towns', 'stability', 'health'] as const).map((key) => ({
            href: `/topics/${key}`,
            title: t(`topics.${key}.title`),
            summary: t(`topics.${key}.summary`),
            note: t(`topics.${key}.note`),
          }))}
        />
      </Specimen>
      <Specimen id="attachments" name="AttachmentList" about={t('about.attachments')}>
        <AttachmentList
          items={[
            {
              href: '/files/sample-1.xlsx',
              name: '附件1：宜丰县2020年优化营商环境专项整治行动任务分工及完成时限表.xlsx',
              bytes: 48_211,
              lang: 'zh-CN',
            },
            {
              href: '/files/sample-2.pdf',
              name: '附件2：承诺书.pdf',
              bytes: 2_516_582,
              lang: 'zh-CN',
            },
            { href: '/files/sample-3', name: '附件3：示意图', lang: 'zh-CN' },
          ]}
        />
      </Specimen>
      <Specimen id="empty" name="EmptyState" about={t('about.empty')}>
        <EmptyState title={t('empty.title')} headingLevel={4}>
          <ul>
            <li>{t('empty.words')}</li>
            <li>
              <Link href="/design?empty=wider">{t('empty.wider')}</Link>
            </li>
            <li>
              <Link href="/applications">{t('empty.apply')}</Link>
            </li>
          </ul>
        </EmptyState>
        <Pagination page={1} perPage={20} total={5} hrefFor={(page) => `/design?page=${page}`} />
      </Specimen>
    </>
  );
}

const found = (text: string, word: string) => ({
  start: text.indexOf(word),
  end: text.indexOf(word) + word.length,
});

function Filters() {
  const t = useTranslations('design');
  return (
    <FilterPanel
      action="/design"
      groups={[
        {
          kind: 'checkboxes',
          name: 'validity',
          label: t('filters.validity'),
          chosen: ['in-force'],
          options: [
            { value: 'in-force', label: t('filters.inForce'), count: 1177 },
            { value: 'amended', label: t('filters.amended'), count: 36 },
            { value: 'repealed', label: t('filters.repealed'), count: 4 },
          ],
        },
        {
          kind: 'select',
          name: 'agency',
          label: t('filters.agency'),
          chosen: 'office',
          options: [
            { value: '', label: t('filters.any') },
            { value: 'office', label: t('filters.office'), count: 42 },
          ],
        },
        {
          kind: 'dates',
          label: t('filters.published'),
          from: { name: 'from', value: '2020-01-01' },
          to: { name: 'to' },
        },
        { kind: 'text', name: 'number', label: t('filters.number'), hint: t('filters.numberHint') },
      ]}
    />
  );
}
