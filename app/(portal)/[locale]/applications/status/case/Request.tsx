import { useTranslations } from 'next-intl';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Section } from '@/components/Section/Section';
import type { Application } from '@/payload-types';
import { agencyNameOf } from '@/queries/document-items';

/** What was asked for, as it was filed. Who asked is not repeated: the page may be read over a shoulder. */
export function Request({ application }: { application: Application }) {
  const t = useTranslations('applications');
  return (
    <Section title={t('case.request')}>
      <MetadataTable
        rows={[
          {
            term: t('fields.informationTitle.label'),
            value: application.informationTitle,
            wide: true,
          },
          {
            term: t('fields.informationNumber.label'),
            value: application.informationNumber,
            wide: true,
          },
          { term: t('fields.description.label'), value: application.description, wide: true },
          { term: t('fields.agency.label'), value: agencyNameOf(application), wide: true },
          { term: t('fields.form.label'), value: t(`forms.${application.form}`), wide: true },
          {
            term: t('fields.delivery.label'),
            value: t(`delivery.${application.delivery}`),
            wide: true,
          },
        ]}
      />
    </Section>
  );
}
