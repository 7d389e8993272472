import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { FORMS, KINDS } from '@/domain/catalogue/codes';
import { dayOf } from '@/domain/workdays/days';
import { getPathname } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { listAgencies } from '@/queries/agencies';
import type { ColumnNode } from '@/queries/column-tree';
import { columnTree } from '@/queries/columns';
import { titleIn } from '@/queries/document-items';
import { listTopics } from '@/queries/topics';
import { FEED_ENTRIES } from '@/transfer/export/feeds/atom';
import { alternatesOf } from '../alternates';
import { columnMeta } from '../national-meta';
import styles from './feeds.module.css';

type Props = { params: Promise<{ locale: Locale }> };
type Entry = { path: string; label: string; lang?: string };

export const revalidate = 300;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'openData' });
  return {
    title: t('feeds.title'),
    description: t('feeds.lead'),
    alternates: alternatesOf(locale, '/feeds'),
    other: await columnMeta(locale, 'openData'),
  };
}

export default async function FeedsPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const [t, agencies, columns, topics] = await Promise.all([
    getTranslations('openData'),
    listAgencies(locale),
    columnTree(locale),
    listTopics(locale, dayOf(new Date())),
  ]);
  const consultations = await getTranslations('consultations');
  const policies = await getTranslations('policies');
  const letters = await getTranslations('citizenLetters.list');
  const isEnglish = locale === 'en';
  const groups: { id: string; title: string; entries: Entry[] }[] = [
    {
      id: 'all',
      title: t('feeds.all'),
      entries: [
        { path: 'documents', label: t('feeds.allDocuments') },
        { path: 'interpretations', label: t('feeds.allInterpretations') },
        { path: 'topics', label: t('feeds.allTopics') },
        { path: 'policies', label: policies('all') },
        { path: 'letters', label: letters('title') },
        { path: 'consultations', label: consultations('feed') },
      ],
    },
    {
      id: 'by-kind',
      title: t('feeds.byKind'),
      entries: KINDS.map(({ code, zh, en }) => ({
        path: `documents/kind/${code}`,
        label: isEnglish ? en : zh,
      })),
    },
    {
      id: 'by-form',
      title: t('feeds.byForm'),
      entries: FORMS.map(({ code, zh, en }) => ({
        path: `interpretations/form/${code}`,
        label: isEnglish ? en : zh,
      })),
    },
    {
      id: 'by-topic',
      title: t('feeds.byTopic'),
      entries: topics.map((topic) => {
        const { title, lang } = titleIn(locale, topic);
        return { path: `topics/${topic.slug}`, label: title, lang };
      }),
    },
    {
      id: 'by-agency',
      title: t('feeds.byAgency'),
      entries: agencies.map(({ slug, name }) => ({
        path: `documents/agency/${slug}`,
        label: name,
      })),
    },
    {
      id: 'by-column',
      title: t('feeds.byColumn'),
      entries: flat(columns).map(({ slug, name }) => ({
        path: `documents/column/${slug}`,
        label: name,
      })),
    },
  ];
  return (
    <>
      <Breadcrumbs items={[{ label: t('feeds.title') }]} />
      <PageTitle title={t('feeds.title')} lead={t('feeds.lead')} />
      <Section title={t('feeds.how')} id="how">
        <p className={styles.how}>{t('feeds.howText', { most: FEED_ENTRIES })}</p>
        <p className={styles.how}>
          {t.rich('feeds.anySearch', {
            link: (chunks) => <Link href="/search">{chunks}</Link>,
          })}
        </p>
      </Section>
      {groups
        .filter(({ entries }) => entries.length > 0)
        .map(({ id, title, entries }) => (
          <Section key={id} id={id} title={title}>
            <ul className={styles.feeds}>
              {entries.map(({ path, label, lang }) => (
                <li key={path}>
                  <a
                    href={getPathname({ href: `/feeds/${path}.atom`, locale })}
                    type="application/atom+xml"
                    lang={lang}
                  >
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </Section>
        ))}
    </>
  );
}

const flat = (nodes: readonly ColumnNode[]): ColumnNode[] =>
  nodes.flatMap((node) => [node, ...flat(node.children)]);
