import { useLocale, useTranslations } from 'next-intl';
import { Actions } from '@/components/Actions/Actions';
import { AttachmentList } from '@/components/AttachmentList/AttachmentList';
import { fileType } from '@/components/AttachmentList/format-size';
import { DateText } from '@/components/DateText/DateText';
import { Fold } from '@/components/Fold/Fold';
import { MetaLine } from '@/components/MetaLine/MetaLine';
import { Notice } from '@/components/Notice/Notice';
import { Section } from '@/components/Section/Section';
import { applicantLetters } from '@/collections/Applications/applicant-case';
import type { Application, CaseFile } from '@/payload-types';
import styles from '../../applications.module.css';
import { Letter } from './Letter';
import { casePath } from './case-path';

/** The letters to the applicant, the newest first and open, each to read here and to take away. */
export function Letters({ application }: { application: Application }) {
  const t = useTranslations('caseStatus.letters');
  const kinds = useTranslations('cases.letters');
  const locale = useLocale();
  const letters = applicantLetters(application).reverse();
  return (
    <Section title={t('title')} id="letters">
      {letters.length === 0 && <p>{t('none')}</p>}
      <div className={styles.parts}>
        {letters.map(({ place, kind, number, on, content, isSuperseded }, i) => (
          <Section
            key={place}
            level={3}
            title={content ? <span lang="zh-CN">{content.title}</span> : kinds(kind)}
          >
            <MetaLine>
              {[
                number && (
                  <span key="number" lang="zh-CN">
                    {number}
                  </span>
                ),
                <DateText key="day" day={on} />,
                isSuperseded && <strong key="superseded">{t('superseded')}</strong>,
              ].filter(Boolean)}
            </MetaLine>
            {isSuperseded && <Notice kind="warn">{t('supersededText')}</Notice>}
            {content ? (
              <>
                <Actions
                  copy={false}
                  print={false}
                  downloads={(['pdf', 'docx'] as const).map((format) => ({
                    href: `${casePath(locale)}/letters/${place}/${format}`,
                    label: t(format),
                  }))}
                />
                <Fold summary={t('read')} open={i === 0 && !isSuperseded}>
                  <Letter letter={content} />
                </Fold>
              </>
            ) : (
              <p>{t('erased')}</p>
            )}
          </Section>
        ))}
      </div>
    </Section>
  );
}

/** What the reply disclosed, as files. */
export function ReleasedFiles({ files }: { files: CaseFile[] }) {
  const t = useTranslations('caseStatus.files');
  const locale = useLocale();
  if (files.length === 0) return null;
  return (
    <Section title={t('title')} id="files">
      <AttachmentList
        items={files.map(({ id, title, filename, filesize }) => ({
          href: `${casePath(locale)}/files/${id}`,
          name: title,
          type: fileType(filename ?? ''),
          bytes: filesize ?? undefined,
          lang: 'zh-CN',
        }))}
      />
    </Section>
  );
}
