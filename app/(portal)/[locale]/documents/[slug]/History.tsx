import { getTranslations } from 'next-intl/server';
import { DateText } from '@/components/DateText/DateText';
import { Section } from '@/components/Section/Section';
import { verbWords } from '@/domain/documents/relations';
import type { HistoryEntry } from '@/domain/documents/history';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import type { Document } from '@/payload-types';
import { documentHistory, type Related } from '@/queries/relations';
import styles from './relations.module.css';
import { RelatedLink } from './RelatedLink';

type Entry = HistoryEntry<{ document: Related }>;

/** 沿革: what happened to a document, day by day, and what is recorded for days to come. */
export async function History({ document, locale }: { document: Document; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'relations.history' });
  const entries = await documentHistory(document, dayOf(new Date()));
  if (entries.length < 2) return null;
  return (
    <Section title={t('title')} id="history">
      <ol className={styles.history} aria-label={t('label')}>
        {entries.map((entry, i) => (
          <li
            key={i}
            className={entry.isPending ? `${styles.entry} ${styles.pending}` : styles.entry}
          >
            <p className={styles.day}>
              {entry.on ? <DateText day={entry.on} /> : t('unknownDay')}
              {entry.isPending && <span className={styles.mark}>{t('pending')}</span>}
            </p>
            <p className={styles.what}>
              <What entry={entry} locale={locale} />
            </p>
            <Details entry={entry} locale={locale} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

async function What({ entry, locale }: { entry: Entry; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'relations.history' });
  const { by, byName, kind } = entry;
  if (!by)
    return byName
      ? `${t(kind as 'repealed')} · ${t('notHeld', { name: byName })}`
      : t(kind as 'made');
  const verb = {
    amended: 'amends',
    repealed: 'repeals',
    replaced: 'replaces',
    corrects: 'corrects',
  }[kind as string] as Parameters<typeof verbWords>[0] | undefined;
  return (
    <>
      {verb ? verbWords(verb, 'other', locale) : t('partly-repealed')}{' '}
      <RelatedLink document={by.document} locale={locale} />
    </>
  );
}

async function Details({ entry, locale }: { entry: Entry; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'relations.history' });
  const { kind, provisions, reason } = entry;
  return (
    <>
      {provisions && <p className={styles.detail}>{t('provisions', { provisions })}</p>}
      {reason && (
        <p className={styles.detail}>
          {t(kind === 'corrected' ? 'correction' : 'reason', { reason })}
        </p>
      )}
    </>
  );
}
