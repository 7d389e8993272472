import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Link } from '@/components/Link/Link';
import { NAV_ITEMS } from '@/components/Masthead/nav-items';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { listAgencies } from '@/queries/agencies';
import { columnTree } from '@/queries/columns';
import { titleIn } from '@/queries/document-items';
import { listPages } from '@/queries/pages';
import { listTopics } from '@/queries/topics';
import { alternatesOf } from '../alternates';
import { columnMeta, type ColumnKey } from '../national-meta';
import { PARTS } from '../disclosure/parts';
import styles from './site-map.module.css';

type Props = { params: Promise<{ locale: Locale }> };
type Entry = { href: string; label: string; lang?: string };

export const revalidate = 300;

const SERVICES = [
  ['services', '/services'],
  ['policies', '/policies'],
  ['questions', '/questions'],
] as const;

const PARTICIPATE = [
  ['participate', '/participate'],
  ['letters', '/letters'],
  ['consultations', '/consultations'],
  ['corrections', '/corrections/new'],
  ['proposals', '/proposals'],
  ['applications', '/applications'],
] as const;

const DATA = [
  ['statistics', '/statistics'],
  ['openData', '/open-data'],
  ['subscriptions', '/subscriptions'],
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'platform' });
  return {
    title: t('siteMap.title'),
    alternates: alternatesOf(locale, '/site-map'),
    other: await columnMeta(locale, 'about'),
  };
}

export default async function SiteMapPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const [t, catalogue, shell, frame, changes, tree, topics, pages, agencies] = await Promise.all([
    getTranslations('platform'),
    getTranslations('catalogue'),
    getTranslations('shell'),
    getTranslations('frame'),
    getTranslations('relations.changes'),
    columnTree(locale),
    listTopics(locale, dayOf(new Date())),
    listPages('about'),
    listAgencies(locale),
  ]);
  const main: Entry[] = [
    ...NAV_ITEMS.map(({ key, href }) => ({ href, label: shell(`nav.${key}`) })),
    { href: '/search', label: shell('search.page') },
  ];
  const parts: Entry[] = [
    ...PARTS.map(({ key, href }) => ({ href, label: t(`parts.${key}.title`) })),
    { href: '/disclosure/grassroots', label: catalogue('grassroots.title') },
    { href: '/disclosure/grassroots/matrix', label: catalogue('matrix.title') },
    { href: '/disclosure/townships', label: catalogue('grassroots.townships') },
    { href: '/disclosure/catalogue', label: catalogue('title') },
    { href: '/documents/changes', label: changes('linkTitle') },
  ];
  const childless = tree.filter(({ children }) => children.length === 0);
  const named = (keys: readonly (readonly [string, string])[]): Entry[] =>
    keys.map(([key, href]) => ({ href, label: frame(`columns.${key as ColumnKey}.name`) }));
  const about: Entry[] = [
    ...pages
      .filter(({ slug }) => slug !== 'contact')
      .map((page) => {
        const { title, lang } = titleIn(locale, page);
        return { href: `/about/${page.slug}`, label: title, lang };
      }),
    { href: '/about/contact', label: t('contact.title') },
  ];
  return (
    <>
      <Breadcrumbs items={[{ label: t('siteMap.title') }]} />
      <PageTitle title={t('siteMap.title')} lead={t('siteMap.lead')} />
      <Group id="main-sections" title={t('siteMap.main')} entries={main} />
      <Group id="disclosure" title={t('title')} entries={parts} />
      <Group id="services" title={t('siteMap.services')} entries={named(SERVICES)} />
      <Group id="participate" title={t('siteMap.participate')} entries={named(PARTICIPATE)} />
      <Group id="data" title={t('siteMap.data')} entries={named(DATA)} />
      <Group
        id="agencies"
        title={t('siteMap.agencies')}
        entries={agencies
          .filter(({ kind }) => kind !== 'external')
          .map(({ slug, name }) => ({ href: `/agencies/${slug}`, label: name }))}
      />
      {tree
        .filter((column) => column.children.length > 0)
        .map((column) => (
          <Group
            key={column.id}
            id={column.slug}
            title={column.name}
            entries={[column, ...column.children].map(({ slug, name }) => ({
              href: `/disclosure/columns/${slug}`,
              label: name,
            }))}
          />
        ))}
      {childless.length > 0 && (
        <Group
          id="columns"
          title={t('siteMap.columns')}
          entries={childless.map(({ slug, name }) => ({
            href: `/disclosure/columns/${slug}`,
            label: name,
          }))}
        />
      )}
      <Group
        id="topics"
        title={shell('nav.topics')}
        entries={topics.map((topic) => {
          const { title, lang } = titleIn(locale, topic);
          return { href: `/topics/${topic.slug}`, label: title, lang };
        })}
      />
      <Group id="about" title={t('siteMap.about')} entries={about} />
    </>
  );
}

function Group({ id, title, entries }: { id: string; title: string; entries: Entry[] }) {
  return (
    <Section title={title} id={id}>
      <ul className={styles.links}>
        {entries.map(({ href, label, lang }) => (
          <li key={href}>
            <Link href={href} lang={lang}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
