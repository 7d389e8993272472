import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Halves } from '@/components/Columns/Columns';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { DoorList } from '@/components/DoorList/DoorList';
import { FactStrip, type Fact } from '@/components/FactStrip/FactStrip';
import { InterpretationList } from '@/components/InterpretationList/InterpretationList';
import { SearchBox } from '@/components/SearchBox/SearchBox';
import { Section } from '@/components/Section/Section';
import { JsonLd } from '@/components/JsonLd/JsonLd';
import { TopicCards } from '@/components/TopicCards/TopicCards';
import { dayOf } from '@/domain/workdays/days';
import { findSite } from '@/queries/site';
import type { Locale } from '@/i18n/routing';
import { documentItem, interpretationItem } from '@/queries/document-items';
import { listDocuments } from '@/queries/documents';
import { yearInFigures, type YearInFigures } from '@/queries/home';
import { listInterpretations } from '@/queries/interpretations';
import { pageAddress } from '@/queries/lists/words';
import { openConsultations } from '@/queries/open-consultations';
import { listTopics } from '@/queries/topics';
import { alternatesOf } from './alternates';
import { PartList } from './disclosure/PartList';
import styles from './home.module.css';
import { OpenNow } from './participate/OpenNow';
import { PlaceLinks } from './participate/PlaceLinks';
import { topicCard } from './topics/topic-card';

type Props = { params: Promise<{ locale: Locale }> };

export const revalidate = 300;

const DOORS = [
  { key: 'documents', href: '/documents' },
  { key: 'interpretations', href: '/interpretations' },
  { key: 'applications', href: '/applications' },
  { key: 'contact', href: '/participate' },
] as const;

const LINKS = [
  { key: 'policies', href: '/policies' },
  { key: 'services', href: '/services' },
  { key: 'questions', href: '/questions' },
  { key: 'agencies', href: '/agencies' },
  { key: 'statistics', href: '/statistics' },
  { key: 'subscriptions', href: '/subscriptions' },
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return { alternates: alternatesOf(locale, '/', '/feeds/documents.atom') };
}

export default async function HomePage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const today = dayOf(new Date());
  const [t, shell, frame, site, topicWords, documents, interpretations, topics, figures, open] =
    await Promise.all([
      getTranslations('home'),
      getTranslations('shell'),
      getTranslations('frame.home'),
      findSite(locale),
      getTranslations('topics'),
      listDocuments({}, 1, 7, locale),
      listInterpretations({}, locale, 1, 4),
      listTopics(locale, today),
      yearInFigures(today, locale),
      openConsultations(new Date(), 3),
    ]);
  return (
    <>
      <h1 className={styles.name}>{shell('site.title', { name: site.name })}</h1>
      <div className={styles.search}>
        <SearchBox
          size="large"
          label={t('search')}
          hint={t('searchHint')}
          examples={[t('examples.word'), t('examples.everyday'), t('examples.number')]}
        />
      </div>
      <section className={styles.doors} aria-label={t('doorsTitle')}>
        <DoorList
          doors={DOORS.map(({ key, href }) => ({
            href,
            title: t(`doors.${key}.title`),
            text: t(`doors.${key}.text`),
          }))}
        />
        <nav aria-label={frame('also')} className={styles.also}>
          <PlaceLinks
            links={LINKS.map(({ key, href }) => ({ href, label: frame(`links.${key}`) }))}
          />
        </nav>
      </section>
      <JsonLd
        data={{
          '@type': 'GovernmentOrganization',
          name: site.name,
          url: pageAddress('/', locale),
          ...(site.contact && { contactPoint: { '@type': 'ContactPoint', name: site.contact } }),
        }}
      />
      {open.length > 0 && (
        <Section
          title={frame('open')}
          id="open"
          more={{ href: '/consultations', label: frame('allOpen') }}
        >
          <OpenNow items={open} locale={locale} />
        </Section>
      )}
      <Halves>
        <Section
          title={t('documents')}
          id="documents"
          more={{ href: '/documents', label: t('allDocuments') }}
        >
          <DocumentList
            items={documents.items.map((document) => ({
              ...documentItem(document, locale),
              kind: undefined,
            }))}
            headingLevel={3}
            compact
          />
        </Section>
        <Section
          title={t('interpretations')}
          id="interpretations"
          more={{ href: '/interpretations', label: t('allInterpretations') }}
        >
          <InterpretationList
            items={interpretations.items.map((interpretation) => ({
              ...interpretationItem(interpretation, locale),
              summary: undefined,
              agency: undefined,
            }))}
            headingLevel={3}
            compact
          />
        </Section>
      </Halves>
      {topics.length > 0 && (
        <Section title={t('topics')} id="topics" more={{ href: '/topics', label: t('allTopics') }}>
          <TopicCards
            topics={topics.slice(0, 6).map((topic) => ({
              ...topicCard(topic, locale, today, topicWords),
              summary: undefined,
            }))}
          />
        </Section>
      )}
      <Section title={t('figures')} id="figures">
        <FactStrip facts={factsOf(figures, t)} />
      </Section>
      <Section
        title={t('parts')}
        id="disclosure"
        more={{ href: '/disclosure', label: t('allParts') }}
      >
        <PartList headingLevel={3} />
      </Section>
    </>
  );
}

function factsOf(
  { year, documents, interpretations, applications }: YearInFigures,
  t: Awaited<ReturnType<typeof getTranslations<'home'>>>,
): Fact[] {
  const fact = (key: string, value: number, href: string, of: number): Fact => ({
    value,
    unit: t(`figure.${key}Unit`),
    label: t(`figure.${key}`, { year: String(of) }),
    href,
    source: t(`figure.${key}Source`, { year: String(of) }),
  });
  return [
    fact('documents', documents, `/documents?year=${year}`, year),
    fact('interpretations', interpretations, `/interpretations?year=${year}`, year),
    ...(applications
      ? [
          fact(
            'applications',
            applications.answered,
            `/annual-reports/${applications.agency}/${applications.year}`,
            applications.year,
          ),
        ]
      : []),
  ];
}
