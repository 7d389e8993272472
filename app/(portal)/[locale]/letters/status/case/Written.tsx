import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '@/components/DateText/DateText';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Section } from '@/components/Section/Section';
import type { WriterLetter } from '@/collections/Letters/writer-letter';
import { labelOf } from '@/domain/catalogue/codes';
import { CORRECTION_KINDS, CORRECTION_RESULTS, LETTER_KINDS } from '@/domain/letters/codes';
import styles from '../../letters.module.css';

/** What was written, as it was sent. Who wrote it is not repeated: the page may be read over a shoulder. */
export function Written({ letter }: { letter: WriterLetter }) {
  const t = useTranslations('citizenLetters');
  const locale = useLocale();
  const { page, kind, application } = letter;
  return (
    <Section title={t('case.letter')}>
      {letter.isErased && <p>{t('case.erased')}</p>}
      <MetadataTable
        rows={[
          { term: t('published.kind'), value: kind && labelOf(LETTER_KINDS, kind, locale) },
          {
            term: t('list.columns.title'),
            // A report of an error is called after its page, which stands below.
            value: page?.title === letter.title ? null : letter.title,
            wide: true,
          },
          {
            term: t('case.page'),
            // Only ever a path of this portal: parseCorrection takes nothing else.
            value: page?.address && <Link href={page.address}>{page.title || page.address}</Link>,
            wide: true,
          },
          {
            term: t('case.pageKind'),
            value: page?.kind && labelOf(CORRECTION_KINDS, page.kind, locale),
          },
          {
            term: t('case.result'),
            value: page?.result && labelOf(CORRECTION_RESULTS, page.result, locale),
          },
          { term: t('case.agency'), value: letter.agency?.name, wide: true },
          { term: t('case.filedOn'), value: <DateText day={letter.receivedOn} />, wide: true },
          {
            term: t('case.application'),
            value: application?.receiptNumber && (
              <Link href="/applications/status">{application.receiptNumber}</Link>
            ),
            wide: true,
          },
        ]}
      />
      {!letter.isErased && <p className={styles.words}>{letter.body}</p>}
    </Section>
  );
}
