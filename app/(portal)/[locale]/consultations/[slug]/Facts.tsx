import { getTranslations } from 'next-intl/server';
import type { CommentCounts } from '@/collections/Comments/counts';
import { DateText } from '@/components/DateText/DateText';
import { formatMoment } from '@/components/DateText/format-moment';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { labelOf } from '@/domain/catalogue/codes';
import { CONSULTATION_KINDS } from '@/domain/consultations/codes';
import type { ConsultationState } from '@/domain/consultations/state';
import type { Locale } from '@/i18n/routing';
import type { Consultation } from '@/payload-types';
import { agencyOfConsultation } from '@/queries/consultations';
import { dayOrNothing } from '@/queries/document-items';

type Props = {
  consultation: Consultation;
  state: ConsultationState;
  counts: CommentCounts;
  locale: Locale;
};

export async function Facts({ consultation, state, counts, locale }: Props) {
  const t = await getTranslations('consultations.facts');
  const agency = agencyOfConsultation(consultation);
  const day = (value: string | null | undefined) => {
    const known = dayOrNothing(value);
    return known && <DateText day={known} />;
  };
  const shortened =
    consultation.kind === 'major-decision' ? consultation.shortenedBecause?.trim() : undefined;
  const isOver = state === 'published' || state === 'broken-off';
  return (
    <MetadataTable
      rows={[
        { term: t('kind'), value: labelOf(CONSULTATION_KINDS, consultation.kind, locale) },
        {
          term: t('agency'),
          value: agency && <Link href={`/agencies/${agency.slug}`}>{agency.name}</Link>,
        },
        { term: t('opens'), value: formatMoment(consultation.opensAt, locale) },
        { term: t('closes'), value: formatMoment(consultation.closesAt, locale) },
        {
          term: t('shortenedBecause'),
          value: shortened,
          wide: true,
          lang: locale === 'en' ? 'zh-CN' : undefined,
        },
        { term: t('publishedOn'), value: day(consultation.publishedOn) },
        {
          term: t('received'),
          value:
            consultation.takesComments !== false &&
            state !== 'announced' &&
            t('receivedValue', { count: counts.received, shown: counts.shown }),
        },
        {
          term: t('outcomeDue'),
          value: isOver ? undefined : day(consultation.outcomeDueOn),
        },
        { term: t('outcomeOn'), value: day(consultation.outcomeOn) },
      ].filter(({ value }) => value !== false)}
    />
  );
}
