import { getTranslations } from 'next-intl/server';
import { AttachmentList } from '@/components/AttachmentList/AttachmentList';
import { DateText } from '@/components/DateText/DateText';
import { Link } from '@/components/Link/Link';
import { OfficialText } from '@/components/OfficialText/OfficialText';
import { Section } from '@/components/Section/Section';
import { labelOf } from '@/domain/catalogue/codes';
import { PARTICIPATION_KINDS } from '@/domain/consultations/codes';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { structureOf, type Structure } from '@/domain/documents/structure';
import type { Locale } from '@/i18n/routing';
import type { Consultation, File } from '@/payload-types';
import { dayOrNothing } from '@/queries/document-items';
import { fileAddress } from '@/queries/files';
import styles from './consultation.module.css';

type Props = { consultation: Consultation; locale: Locale };

/** What is put before the public: why, the draft itself, the text in force, who was heard, the files. */
export async function Asked({ consultation, locale }: Props) {
  const t = await getTranslations('consultations');
  const { slug, replaces, participation } = consultation;
  const background = blocksFromLexical(consultation.background);
  const draft = blocksFromLexical(consultation.draft);
  const lang = locale === 'en' ? 'zh-CN' : undefined;
  const current = typeof replaces === 'object' ? replaces : null;
  const attachments = (consultation.attachments ?? []).filter(
    (file): file is File => typeof file === 'object',
  );
  return (
    <>
      {background.length > 0 && (
        <Section title={t('background')} id="background">
          <OfficialText
            blocks={background}
            structure={apart(structureOf(background))}
            levelOffset={1}
          />
        </Section>
      )}
      {current && (
        <Section title={t('compare')} id="compare">
          <p>
            {t.rich('compareLead', {
              document: () => (
                <Link href={`/documents/${current.slug}`} lang={lang}>
                  《{current.title}》
                </Link>
              ),
            })}{' '}
            {draft.length > 0 && (
              <Link href={`/consultations/${slug}/compare`}>{t('compareLink')}</Link>
            )}
          </p>
        </Section>
      )}
      <Section title={t('draft')} id="draft">
        {draft.length > 0 ? (
          <OfficialText blocks={draft} levelOffset={1} copiesPlaces />
        ) : (
          <p>{t('draftAttached')}</p>
        )}
      </Section>
      {attachments.length > 0 && (
        <Section title={t('attachments')} id="attachments">
          <AttachmentList
            items={attachments.map((file) => ({
              href: fileAddress(file),
              name: file.title,
              type: file.mimeType === 'application/pdf' ? 'PDF' : undefined,
              bytes: file.filesize ?? undefined,
              lang: 'zh-CN',
            }))}
          />
        </Section>
      )}
      {(participation ?? []).length > 0 && (
        <Section title={t('participation')} id="participation">
          {participation?.map(({ id, kind, title, heldOn, summary }) => {
            const day = dayOrNothing(heldOn);
            return (
              <Section key={id} title={<span lang={lang}>{title}</span>} level={3}>
                <p className={styles.facts}>
                  {labelOf(PARTICIPATION_KINDS, kind, locale)} {day && <DateText day={day} />}
                </p>
                {summary && (
                  <p className={styles.words} lang={lang}>
                    {summary}
                  </p>
                )}
              </Section>
            );
          })}
        </Section>
      )}
    </>
  );
}

/** Two texts stand on the page: the anchors of the first keep out of the way of the draft’s. */
const apart = ({ blocks, outline, articles }: Structure): Structure => ({
  blocks: blocks.map(({ itemIds, id, ...block }) => ({
    ...block,
    ...(id && { id: `background-${id}` }),
    ...(itemIds && { itemIds: itemIds.map((item) => `background-${item}`) }),
  })),
  outline: outline.map((entry) => ({ ...entry, id: `background-${entry.id}` })),
  articles: articles.map((article) => ({ ...article, id: `background-${article.id}` })),
});
