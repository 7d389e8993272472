import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { Link } from '@/components/Link/Link';
import { getPathname } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import type { FilterWords } from '@/queries/filter-groups';
import { writeAddress, type SearchAddress } from '@/queries/search-address';
import { widerSearches } from '@/queries/wider-searches';
import { plainWords } from '@/search/typed-marks';
import styles from './search.module.css';

type NothingProps = { address: SearchAddress; words: FilterWords; path: string };

const DOORS = {
  documents: '/documents',
  interpretations: '/interpretations',
  disclosure: '/disclosure',
  topics: '/topics',
} as const;

/** No result: which filter is in the way, what to type instead, where to look, and the last door. */
export async function Nothing({ address, words, path }: NothingProps) {
  const t = await getTranslations('search');
  const { text } = address;
  if (address.page > 1) {
    return (
      <EmptyState title={t('empty.beyond')}>
        <p>
          <Link href={writeAddress(path, { ...address, page: 1 })}>{t('empty.first')}</Link>
        </p>
      </EmptyState>
    );
  }
  const wider = await widerSearches(address);
  const [word, ...others] = plainWords(text);
  return (
    <EmptyState title={t('empty.title')}>
      {wider.length > 0 && (
        <>
          <p>{t('empty.wider')}</p>
          <ul>
            {wider.map(({ without, filters, total }) => (
              <li key={without}>
                <Link href={writeAddress(path, { text, filters })}>
                  {without === 'all'
                    ? t('empty.withoutAll', { total })
                    : t('empty.without', { name: words.facets[without] ?? '', total })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {/* Where a filter is in the way, the words are not. */}
      {text !== '' && wider.length === 0 && (
        <p>
          {word && others.length > 0
            ? t.rich('empty.shorterWith', {
                word: () => <Link href={writeAddress(path, { text: word })}>{word}</Link>,
              })
            : t('empty.shorter')}
        </p>
      )}
      <p className={styles.doors}>
        <span>{t('empty.browse')}</span>
        {Object.entries(DOORS).map(([name, href]) => (
          <Link key={name} href={href}>
            {t(`empty.doors.${name as keyof typeof DOORS}`)}
          </Link>
        ))}
      </p>
      <p>
        {t.rich('empty.apply', {
          link: (chunks) => (
            <Link
              href={`/applications/new${text ? `?informationTitle=${encodeURIComponent(text)}` : ''}`}
            >
              {chunks}
            </Link>
          ),
        })}
      </p>
    </EmptyState>
  );
}

type TryAgainProps = Omit<NothingProps, 'words'> & {
  /** Said here where the page does not say it elsewhere. */
  trouble?: 'busy' | 'mending';
};

/** The search could not answer this time; the question is kept. */
export async function TryAgain({ address, path, trouble }: TryAgainProps) {
  const t = await getTranslations('search');
  const locale = (await getLocale()) as Locale;
  return (
    <EmptyState title={t('trouble.title')}>
      {trouble && <p>{t(`trouble.${trouble}`)}</p>}
      <p>
        {/* A plain link: what is asked again has to come from the server. */}
        <a href={getPathname({ href: writeAddress(path, address), locale })}>
          {t('trouble.again')}
        </a>
      </p>
    </EmptyState>
  );
}
