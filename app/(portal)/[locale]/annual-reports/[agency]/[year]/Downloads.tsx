import { getLocale, getTranslations } from 'next-intl/server';
import { AttachmentList } from '@/components/AttachmentList/AttachmentList';
import { Section } from '@/components/Section/Section';
import { getPathname } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { REPORT_FORMATS, type ReportFormat } from '@/transfer/export/annual-report/format-names';
import { SCHEMA_PATH } from '@/transfer/export/annual-report/report-json';
import styles from '../../annual-reports.module.css';

type Props = { path: string; sizes: Partial<Record<ReportFormat, number>> };

/** Where a report is given out in a format. */
export const downloadAddress = (path: string, format: ReportFormat, locale: Locale): string =>
  `${getPathname({ href: `${path}/download`, locale })}?format=${format}`;

/** Every format with what it is good for; the size of those that were made already. */
export async function Downloads({ path, sizes }: Props) {
  const t = await getTranslations('reportExport.download');
  const locale = (await getLocale()) as Locale;
  return (
    <Section title={t('title')} id="downloads">
      <p>{t('intro')}</p>
      <AttachmentList
        items={REPORT_FORMATS.map((format) => ({
          href: downloadAddress(path, format, locale),
          name: t(format),
          type: t(`about.${format}`),
          bytes: sizes[format],
        }))}
      />
      <p className={styles.sums}>
        <a href={SCHEMA_PATH}>{t('schema')}</a>
      </p>
    </Section>
  );
}
