import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { receiptPrefix } from '@/collections/Applications/receipt-numbers';
import { COLLECTIONS } from '../../search/engine';
import { Link } from '../Link/Link';
import styles from './SearchBox.module.css';
import { SuggestField } from './SuggestField';

export type SearchBoxProps = {
  /**
   * Needed in a layout: React numbers its ids afresh for every page that a link brings in, and one
   * of a layout that stayed would be given a second time.
   */
  id?: string;
  size?: 'large' | 'medium' | 'small';
  /** Visible above the box; without it the shell's own word is used (spoken only, when small). */
  label?: string;
  hint?: string;
  defaultValue?: string;
  /** Questions that work, shown below as links. */
  examples?: string[];
  /** Path without the language of a page that searches among its own; the search of everything when left out. */
  action?: string;
  /** Choices that the next search must keep, e.g. { kind: 'document' }. */
  hidden?: Record<string, string | readonly string[]>;
};

/** The question a reader came with. A plain GET form: works without script, can be bookmarked; script adds suggestions. */
export function SearchBox(props: SearchBoxProps) {
  const { size = 'medium', label, hint, defaultValue, examples = [], hidden = {} } = props;
  const { action: path = '/search' } = props;
  const t = useTranslations('shell');
  const own = useId();
  const id = props.id ?? own;
  // The small box stands in the masthead of pages that may have a box of their own.
  const name = label ?? t(size === 'small' ? 'search.inMasthead' : 'search.label');
  const locale = useLocale();
  const action = locale === 'en' ? `/en${path}` : path;
  return (
    <div className={`${styles.search} ${styles[size]}`}>
      <form action={action} method="get" role="search" aria-label={name}>
        <label htmlFor={id} className={styles.label}>
          {name}
        </label>
        <div className={styles.row}>
          <SuggestField
            id={id}
            className={styles.input}
            defaultValue={defaultValue}
            placeholder={size === 'small' ? t('search.placeholder') : undefined}
            describedBy={hint ? `${id}-hint` : undefined}
            words={{
              label: t('search.suggestions'),
              found: t('search.suggested'),
              kinds: Object.fromEntries(
                COLLECTIONS.map((collection) => [collection, t(`search.kinds.${collection}`)]),
              ),
              receipts: {
                hint: t('search.receipts.hint'),
                application: t('search.receipts.application'),
                letter: t('search.receipts.letter'),
                comment: t('search.receipts.comment'),
              },
            }}
            receiptPrefix={receiptPrefix()}
            titleLang={locale === 'en' ? 'zh-CN' : undefined}
          />
          <button type="submit" className={styles.button}>
            {t('search.submit')}
          </button>
        </div>
        {Object.entries(hidden).flatMap(([name, values]) =>
          [values]
            .flat()
            .map((value) => (
              <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
            )),
        )}
        {hint && (
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
        )}
      </form>
      {examples.length > 0 && (
        <p className={styles.examples}>
          <span className={styles.try}>{t('search.try')}</span>
          {examples.map((example) => (
            <Link key={example} href={`/search?q=${encodeURIComponent(example)}`}>
              {example}
            </Link>
          ))}
        </p>
      )}
    </div>
  );
}
