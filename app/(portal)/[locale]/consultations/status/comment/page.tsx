import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import type { TwoKeys } from '@/access/two-keys';
import { openOwnComment } from '@/collections/Comments/writer-comment';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { DateText } from '@/components/DateText/DateText';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { labelOf } from '@/domain/catalogue/codes';
import { WITHHOLDING_REASONS } from '@/domain/consultations/codes';
import { readSealed } from '@/fields/sealed/sealed-cookie';
import { redirect } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { portal } from '@/queries/portal';
import letters from '../../../letters/letters.module.css';
import { columnMeta } from '../../../national-meta';
import { commentWords } from '../../[slug]/comment/comment-words';

type Props = { params: Promise<{ locale: Locale }> };

/** One person’s page, never kept for another. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return {
    title: commentWords(locale)('status.title'),
    robots: { index: false },
    other: await columnMeta(locale, 'consultations'),
  };
}

/** Where a comment stands, and why it is not shown, for whoever holds its two keys. */
export default async function OwnCommentPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const keys = await readSealed<TwoKeys>('own-comment');
  const now = new Date().toISOString();
  const comment = keys && (await openOwnComment(await portal(), keys.number, keys.code, now));
  if (!comment) return redirect({ href: '/consultations/status', locale });
  const t = await getTranslations('comments');
  const consultations = await getTranslations('consultations');
  const { state, consultation, reason } = comment;
  const own = (text: string) => <bdi className={letters.words}>{text}</bdi>;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: consultations('title'), href: '/consultations' },
          { label: t('status.title'), href: '/consultations/status' },
          { label: comment.receiptNumber },
        ]}
      />
      <PageTitle
        eyebrow={comment.receiptNumber}
        title={t(`status.states.${state}`)}
        lead={t(`status.now.${state}`)}
      />
      <MetadataTable
        rows={[
          {
            term: t('status.reason'),
            value: reason && labelOf(WITHHOLDING_REASONS, reason, locale),
            wide: true,
          },
          {
            term: consultations('title'),
            value: consultation ? (
              <Link
                href={`/consultations/${consultation.slug}`}
                lang={locale === 'en' ? 'zh-CN' : undefined}
              >
                {consultation.title}
              </Link>
            ) : (
              t('status.withdrawn')
            ),
            wide: true,
          },
          {
            term: t('status.standing'),
            value: consultation && consultations(`states.${consultation.state}`),
          },
          { term: t('status.sentOn'), value: <DateText day={comment.submittedOn} /> },
          {
            term: t('status.decidedOn'),
            value: comment.decidedOn && <DateText day={comment.decidedOn} />,
          },
        ]}
      />
      <Section title={t('status.written')}>
        <MetadataTable
          rows={[
            { term: t('fields.body.label'), value: own(comment.body), wide: true },
            {
              term: t('fields.place.label'),
              value: comment.place && own(comment.place),
              wide: true,
            },
            {
              term: t('fields.shownName.label'),
              value: own(comment.shownName ?? consultations('anonymous')),
              wide: true,
            },
          ]}
        />
      </Section>
      {state === 'withheld' && <p className={letters.lost}>{t('status.counted')}</p>}
      <Actions copy={false} />
    </>
  );
}
