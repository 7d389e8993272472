import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { filesOf } from '@/collections/ApplicationDrafts/draft-files';
import { takesCommentsAt } from '@/collections/Consultations/standing';
import { Button } from '@/components/Button/Button';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Notice } from '@/components/Notice/Notice';
import { Section } from '@/components/Section/Section';
import { parseComment } from '@/domain/consultations/parse-comment';
import { redirect } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { findConsultation } from '@/queries/consultations';
import { portal } from '@/queries/portal';
import type { AddressValues } from '@/queries/search-address';
import { Challenge } from '../../../../applications/new/Challenge';
import { FileList } from '../../../../applications/new/Files';
import styles from '../../../../applications/new/form.module.css';
import { columnMeta } from '../../../../national-meta';
import { commentWords, problemOf } from '../comment-words';
import { commentPath, openComment, pathWithoutDraft, postTo, UNPROVEN_A_DAY } from '../draft';
import { Head } from '../Head';
import { NotOpen } from '../NotOpen';

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<AddressValues>;
};

/** One person’s page, never kept for another. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = commentWords(locale);
  return {
    title: `${t('check.title')} · ${t('title')}`,
    robots: { index: false },
    other: await columnMeta(locale, 'consultations'),
  };
}

/** The comment once more, as it will be shown; then it is sent. */
export default async function CheckCommentPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const consultation = await findConsultation(slug, locale);
  if (!consultation) notFound();
  const open = await openComment(slug);
  const problem = problemOf(await searchParams, locale);
  // What somebody wrote stays before their eyes when the time ran out over it.
  if (!takesCommentsAt(consultation, new Date().toISOString()) && !(open && problem)) {
    return <NotOpen slug={slug} />;
  }
  if (!open) return redirect({ href: await pathWithoutDraft(slug), locale });
  const parsed = parseComment(open.draft.answers);
  if (!parsed.ok) return redirect({ href: `${commentPath(slug)}?errors=1`, locale });
  const files = await filesOf(await portal(), open.hash);
  const t = await getTranslations('comments');
  const challenge = await getTranslations('applyForm.challenge');
  const anonymous = (await getTranslations('consultations'))('anonymous');
  const answer = (text: string | undefined) => (
    <bdi className={styles.answer}>{text || t('check.none')}</bdi>
  );
  return (
    <>
      <Head
        consultation={consultation}
        locale={locale}
        title={t('check.title')}
        lead={t('check.lead')}
        errors={problem ? [{ field: 'send', message: problem }] : []}
      />
      <div className={styles.form}>
        <Section title={t('check.public')}>
          <MetadataTable
            rows={[
              { term: t('fields.body.label'), value: answer(parsed.value.body), wide: true },
              { term: t('fields.place.label'), value: answer(parsed.value.place), wide: true },
              {
                term: t('fields.shownName.label'),
                value: answer(parsed.value.shownName ?? anonymous),
                wide: true,
              },
            ]}
          />
        </Section>
        <Section title={t('check.private')}>
          <MetadataTable
            rows={[
              { term: t('fields.name.label'), value: answer(parsed.value.name), wide: true },
              { term: t('fields.contact.label'), value: answer(parsed.value.contact), wide: true },
            ]}
          />
          <FileList files={files} />
        </Section>
        <form id="send" method="post" action={postTo(locale, slug, 'send')} noValidate>
          <Challenge
            address={postTo(locale, slug, 'challenge')}
            words={{
              label: challenge('label'),
              about: challenge('about'),
              verifying: challenge('verifying'),
              verified: challenge('verified'),
              failed: challenge('failed'),
              expired: challenge('expired'),
              unable: t('challenge.unable', { count: UNPROVEN_A_DAY }),
              sending: t('check.sending'),
            }}
          />
          <noscript>
            <Notice kind="warn">{t('challenge.noScript', { count: UNPROVEN_A_DAY })}</Notice>
          </noscript>
          <div className={styles.ways}>
            <Button>{t('check.send')}</Button>
            <Link href={commentPath(slug)} className={styles.back}>
              {t('back')}
            </Link>
          </div>
        </form>
      </div>
    </>
  );
}
