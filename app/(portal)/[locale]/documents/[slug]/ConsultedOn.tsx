import { getTranslations } from 'next-intl/server';
import { Link } from '@/components/Link/Link';
import { Section } from '@/components/Section/Section';
import type { Locale } from '@/i18n/routing';
import { consultationsFor } from '@/queries/consultations';
import { titleIn } from '@/queries/document-items';

type Props = { document: number | string; locale: Locale };

/** 公开征求意见情况: where the public was asked before the document was made, and what came of it. */
export async function ConsultedOn({ document, locale }: Props) {
  const consultations = await consultationsFor(document);
  if (consultations.length === 0) return null;
  const t = await getTranslations('consultations');
  return (
    <Section title={t('documentLink')} id="consultations">
      <p>{t('documentLead')}</p>
      <ul>
        {consultations.map((consultation) => {
          const { title, lang } = titleIn(locale, consultation);
          return (
            <li key={consultation.id}>
              <Link href={`/consultations/${consultation.slug}`} lang={lang}>
                {title}
              </Link>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
