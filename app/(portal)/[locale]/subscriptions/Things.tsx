import { getTranslations } from 'next-intl/server';
import { Fold } from '@/components/Fold/Fold';
import { Link } from '@/components/Link/Link';
import { THEMES } from '@/domain/catalogue/codes';
import type { SubscriptionSubject } from '@/domain/subscriptions/codes';
import { dayOf } from '@/domain/workdays/days';
import { getPathname } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { listAgencies } from '@/queries/agencies';
import type { ColumnNode } from '@/queries/column-tree';
import { columnTree } from '@/queries/columns';
import { titleIn } from '@/queries/document-items';
import { listTopics } from '@/queries/topics';
import styles from './subscriptions.module.css';

type Thing = { target: string; name: string; lang?: string; feed: string };

/** Everything that can be followed from here, each by mail and by Atom. */
export async function Things({ locale }: { locale: Locale }) {
  const [t, agencies, columns, topics] = await Promise.all([
    getTranslations('subscriptions'),
    listAgencies(locale),
    columnTree(locale),
    listTopics(locale, dayOf(new Date())),
  ]);
  const groups: { subject: SubscriptionSubject; title: string; things: Thing[] }[] = [
    {
      subject: 'all',
      title: t('choose.all'),
      things: [{ target: '', name: t('subjects.all'), feed: 'search' }],
    },
    {
      subject: 'topic',
      title: t('choose.topics'),
      things: topics.map((topic) => {
        const { title, lang } = titleIn(locale, topic);
        return { target: topic.slug ?? '', name: title, lang, feed: `topics/${topic.slug}` };
      }),
    },
    {
      subject: 'agency',
      title: t('choose.agencies'),
      things: agencies.map(({ slug, name }) => ({
        target: slug,
        name,
        feed: `documents/agency/${slug}`,
      })),
    },
    {
      subject: 'theme',
      title: t('choose.themes'),
      things: THEMES.map(({ code, zh, en }) => ({
        target: code,
        name: locale === 'en' ? en : zh,
        feed: `documents/theme/${code}`,
      })),
    },
    {
      subject: 'column',
      title: t('choose.columns'),
      things: flat(columns).map(({ slug, name }) => ({
        target: slug,
        name,
        feed: `documents/column/${slug}`,
      })),
    },
  ];
  return groups
    .filter(({ things }) => things.length > 0)
    .map(({ subject, title, things }) => (
      <Fold key={subject} summary={title} open={things.length <= 12}>
        <ul className={styles.things}>
          {things.map(({ target, name, lang, feed }) => (
            <li key={target} className={styles.thing}>
              <span lang={lang}>{name}</span>
              <Link
                href={`/subscriptions?${new URLSearchParams({ subject, target })}`}
                aria-label={t('choose.mailLabel', { name })}
                rel="nofollow"
              >
                {t('choose.mail')}
              </Link>
              <a
                href={getPathname({ href: `/feeds/${feed}.atom`, locale })}
                aria-label={t('choose.atomLabel', { name })}
                type="application/atom+xml"
              >
                Atom
              </a>
            </li>
          ))}
        </ul>
      </Fold>
    ));
}

const flat = (nodes: readonly ColumnNode[]): ColumnNode[] =>
  nodes.flatMap((node) => [node, ...flat(node.children)]);
