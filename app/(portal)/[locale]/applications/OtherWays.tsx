import { getTranslations } from 'next-intl/server';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Section } from '@/components/Section/Section';
import type { Locale } from '@/i18n/routing';
import { officesFor } from '@/queries/offices';
import { formPath } from './form/form-path';
import styles from './applications.module.css';

type Props = {
  locale: Locale;
  /** Slug of the agency to which somebody wants to apply. */
  agency?: string;
  /** Offers the form with what was entered so far. */
  isFilled?: boolean;
};

/**
 * 条例第二十九条: 书面申请包括信件、数据电文; 采用书面形式确有困难的可以口头提出. The post, the counter, the fax
 * and the telephone, with the addresses, and the form on paper.
 */
export async function OtherWays({ locale, agency, isFilled = false }: Props) {
  const t = await getTranslations('applyForm.otherWays');
  const offices = await officesFor(agency, locale);
  return (
    <Section title={t('title')} id="other-ways">
      <p>{t('lead')}</p>
      {offices.map(({ slug, name, address, hours, phone, fax, postcode }) => (
        <Section key={slug} title={name} level={3}>
          <MetadataTable
            rows={[
              { term: t('address'), value: address, wide: true },
              { term: t('hours'), value: hours, wide: true },
              {
                term: t('phone'),
                value: phone && <a href={`tel:${phone}`}>{phone}</a>,
                wide: true,
              },
              { term: t('fax'), value: fax, wide: true },
              { term: t('postcode'), value: postcode, wide: true },
            ]}
          />
        </Section>
      ))}
      <Section title={t('form')} level={3}>
        <p>{isFilled ? t('filledLead') : t('formLead')}</p>
        <ul className={styles.formats}>
          {(['docx', 'pdf'] as const).map((format) => (
            <li key={format}>
              <a href={formPath(locale, format, isFilled)} rel="nofollow">
                {isFilled ? t(format === 'docx' ? 'filledDocx' : 'filledPdf') : t(format)}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </Section>
  );
}
