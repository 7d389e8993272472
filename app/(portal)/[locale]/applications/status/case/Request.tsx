import { useTranslations } from 'next-intl';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Section } from '@/components/Section/Section';
import type { Application } from '@/payload-types';
import { agencyNameOf } from '@/queries/document-items';

/** What was asked for, as it was filed. Who asked is not repeated: the page may be read over a shoulder. */
export function Request({ application }: { application: Application }) {
  const t = useTranslations('applications');
  const r = useTranslations('caseStatus.request');
  return (
    <Section title={t('case.request')}>
      <MetadataTable
        rows={[
          {
            term: r('informationTitle'),
            value: application.informationTitle,
            wide: true,
          },
          {
            term: r('informationNumber'),
            value: application.informationNumber,
            wide: true,
          },
          { term: r('description'), value: application.description, wide: true },
          { term: r('agency'), value: agencyNameOf(application), wide: true },
          { term: r('form'), value: t(`forms.${application.form}`), wide: true },
          {
            term: r('delivery'),
            value: t(`delivery.${application.delivery}`),
            wide: true,
          },
        ]}
      />
    </Section>
  );
}
