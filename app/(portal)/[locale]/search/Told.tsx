import { useTranslations } from 'next-intl';
import { Link } from '@/components/Link/Link';
import { writeAddress, type SearchAddress } from '@/queries/search-address';
import type { SearchResult } from '@/search/engine';
import { asItStands } from '@/search/typed-marks';
import styles from './search.module.css';

type ToldProps = {
  result: Pick<
    SearchResult,
    'total' | 'missingNumber' | 'answeredFor' | 'corrections' | 'searchedToo'
  >;
  address: SearchAddress;
  path: string;
};

/** How the question was read where that is not how it was typed, and the way back to what was typed. */
export function Told({ result, address, path }: ToldProps) {
  const t = useTranslations('search');
  const { missingNumber, answeredFor, searchedToo } = result;
  return (
    <>
      {missingNumber !== null && (
        <p className={styles.told}>
          {t('missingNumber', { number: missingNumber, total: result.total })}
        </p>
      )}
      {answeredFor !== null && (
        <p className={styles.told}>
          {t.rich('answeredFor', {
            typed: address.text,
            answered: answeredFor,
            answer: (chunks) => <strong>{chunks}</strong>,
          })}{' '}
          <Link href={writeAddress(path, { text: asItStands(address.text) })}>
            {t('asTyped', { typed: address.text })}
          </Link>
        </p>
      )}
      <Corrections corrections={result.corrections} path={path} />
      {result.total > 0 && searchedToo.length > 0 && (
        <p className={`${styles.told} ${styles.too}`}>
          {t('searchedToo', { words: searchedToo.join(t('comma')) })}
        </p>
      )}
    </>
  );
}

/** “Did you mean”: each leads to an answer. */
export function Corrections({ corrections, path }: { corrections: string[]; path: string }) {
  const t = useTranslations('search');
  if (corrections.length === 0) return null;
  return (
    <p className={`${styles.told} ${styles.corrections}`}>
      <span>{t('corrections')}</span>
      {corrections.map((text) => (
        <Link key={text} href={writeAddress(path, { text })}>
          {text}
        </Link>
      ))}
    </p>
  );
}
