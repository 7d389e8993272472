import { useLocale } from 'next-intl';
import { Actions } from '@/components/Actions/Actions';
import { Notice } from '@/components/Notice/Notice';
import { Section } from '@/components/Section/Section';
import type { Locale } from '@/i18n/routing';
import { downloadWords, LOT_LIMITS, type LotProblem } from '@/queries/download-words';
import { writeAddress, type SearchAddress } from '@/queries/search-address';

type Props = { address: SearchAddress; total: number };

const { documents: most, megabytes } = LOT_LIMITS;

/** The whole list as one ZIP, or how to come to one that is small enough. */
export function LotDownload({ address, total }: Props) {
  const locale = useLocale() as Locale;
  const t = downloadWords(locale);
  const isTooMany = total > most;
  return (
    <Section title={t('lot.title')} id="download">
      <p>{isTooMany ? t('lot.narrow', { total, most }) : t('lot.lead', { total })}</p>
      {!isTooMany && (
        <>
          <Actions
            copy={false}
            print={false}
            downloads={(['pdf', 'docx', 'txt', 'md', 'ofd'] as const).map((format) => ({
              href: lotAddress(address, format, locale),
              label: t(`lot.as.${format}`),
            }))}
          />
          <p>{t('lot.limit', { most, megabytes })}</p>
        </>
      )}
    </Section>
  );
}

/** Says why there was no ZIP, to who was led back here by /documents/download. */
export function LotNotice({ problem, total }: { problem: string | undefined; total: number }) {
  const t = downloadWords(useLocale() as Locale);
  if (!isProblem(problem)) return null;
  return (
    <Notice kind="warn">{t(`problem.${problem}`, { total, most, megabytes, minutes: 60 })}</Notice>
  );
}

const PROBLEMS = ['many', 'big', 'none', 'busy', 'search', 'wait'] satisfies (
  LotProblem | 'wait'
)[];

const isProblem = (value: string | undefined): value is LotProblem | 'wait' =>
  (PROBLEMS as (string | undefined)[]).includes(value);

function lotAddress(address: SearchAddress, format: string, locale: Locale): string {
  const list = writeAddress('/documents/download', { ...address, page: 1 });
  const mark = list.includes('?') ? '&' : '?';
  return `${locale === 'en' ? '/en' : ''}${list}${mark}format=${format}`;
}
