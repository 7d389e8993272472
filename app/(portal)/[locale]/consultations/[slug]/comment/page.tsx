import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { filesOf } from '@/collections/ApplicationDrafts/draft-files';
import { FILE_ENDINGS, FILE_LIMITS } from '@/collections/ApplicationDrafts/refused-file';
import { DRAFT_DAYS } from '@/collections/ApplicationDrafts/drafts';
import { takesCommentsAt } from '@/collections/Consultations/standing';
import { Button } from '@/components/Button/Button';
import { TextAreaField, TextField } from '@/components/Field/Field';
import { Fold } from '@/components/Fold/Fold';
import { Notice } from '@/components/Notice/Notice';
import { OfficialText } from '@/components/OfficialText/OfficialText';
import { MOST_COMMENT_CHARACTERS } from '@/domain/consultations/clean-comment';
import { COMMENT_LENGTHS, parseComment } from '@/domain/consultations/parse-comment';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { structureOf } from '@/domain/documents/structure';
import type { Locale } from '@/i18n/routing';
import { findConsultation } from '@/queries/consultations';
import { portal } from '@/queries/portal';
import type { AddressValues } from '@/queries/search-address';
import { ChooseFiles } from '../../../applications/new/ChooseFiles';
import { FileList } from '../../../applications/new/Files';
import styles from '../../../applications/new/form.module.css';
import { columnMeta } from '../../../national-meta';
import consultationStyles from '../consultation.module.css';
import { commentWords, inFields, problemOf } from './comment-words';
import { MOST_FILES, openComment, postTo } from './draft';
import { Head } from './Head';
import { NotOpen } from './NotOpen';

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<AddressValues>;
};

/** One person’s page, never kept for another. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return {
    title: commentWords(locale)('title'),
    robots: { index: false },
    other: await columnMeta(locale, 'consultations'),
  };
}

/** 提意见: what somebody thinks of a draft, without an account and without script. */
export default async function CommentPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const consultation = await findConsultation(slug, locale);
  if (!consultation) notFound();
  if (!takesCommentsAt(consultation, new Date().toISOString())) return <NotOpen slug={slug} />;
  const query = await searchParams;
  const open = await openComment(slug);
  const answers = open?.draft.answers ?? {};
  const files = open ? await filesOf(await portal(), open.hash) : [];
  const parsed = parseComment(answers);
  const problem = problemOf(query, locale);
  const errors = [
    ...(problem ? [{ field: 'body', message: problem }] : []),
    ...(query.errors && !parsed.ok ? inFields(parsed.errors, locale) : []),
  ];
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message;
  const draft = blocksFromLexical(consultation.draft);
  const structure = structureOf(draft);
  const articles = [...new Set(structure.articles.map(({ label }) => label))];
  const t = await getTranslations('comments');
  const words = await getTranslations('applyForm.files');
  const lines = ['place', 'shownName', 'name', 'contact'] as const;
  return (
    <>
      <Head
        consultation={consultation}
        locale={locale}
        title={t('title')}
        lead={t('lead')}
        errors={errors}
      />
      {draft.length > 0 && (
        <div className={consultationStyles.draft}>
          <Fold summary={t('draft')}>
            <OfficialText blocks={draft} structure={structure} levelOffset={1} />
          </Fold>
        </div>
      )}
      {query.lost && <Notice kind="warn">{t('notices.lost')}</Notice>}
      {query.cleared && <Notice live>{t('notices.cleared')}</Notice>}
      <form
        method="post"
        action={postTo(locale, slug, 'save')}
        encType="multipart/form-data"
        className={styles.form}
        noValidate
      >
        {/* The Enter key presses the first button: it must be the one that goes on. */}
        <button
          type="submit"
          name="do"
          value="next"
          tabIndex={-1}
          aria-hidden="true"
          className={styles.first}
        />
        <TextAreaField
          name="body"
          label={t('fields.body.label')}
          hint={t('fields.body.hint', { most: MOST_COMMENT_CHARACTERS })}
          error={errorOf('body')}
          defaultValue={answers.body}
          rows={10}
          required
        />
        {lines.map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(`fields.${name}.label`)}
            hint={t(`fields.${name}.hint`)}
            error={errorOf(name)}
            defaultValue={answers[name]}
            width={name === 'place' ? 'full' : 'half'}
            list={name === 'place' && articles.length > 0 ? 'articles' : undefined}
            maxLength={COMMENT_LENGTHS[name]}
            optional
          />
        ))}
        <datalist id="articles">
          {articles.map((label) => (
            <option key={label} value={label} />
          ))}
        </datalist>
        <fieldset className={styles.files} id="attachments">
          <legend className={styles.filesTitle}>{t('files')}</legend>
          <FileList files={files} canRemove />
          {files.length < MOST_FILES && (
            <ChooseFiles
              accept={FILE_ENDINGS.join(',')}
              most={{ files: MOST_FILES - files.length, megabytes: FILE_LIMITS.megabytes }}
              problems={query.files ? (open?.draft.fileProblems ?? []) : []}
              words={{
                label: t('files'),
                hint: t('filesHint', { ...FILE_LIMITS, files: MOST_FILES }),
                add: words('add'),
                adding: words('adding'),
                // With marks in place of a name and a size that only the browser knows.
                tooLarge: words('problems.tooLarge', {
                  ...FILE_LIMITS,
                  name: '%name%',
                  size: '%size%',
                }),
              }}
            />
          )}
        </fieldset>
        <div className={styles.ways}>
          <Button name="do" value="next">
            {t('next')}
          </Button>
        </div>
        <p className={styles.kept}>{t('kept', { days: DRAFT_DAYS })}</p>
        {open && (
          <Button kind="secondary" name="do" value="discard" className={styles.quiet}>
            {t('cancel')}
          </Button>
        )}
      </form>
    </>
  );
}
