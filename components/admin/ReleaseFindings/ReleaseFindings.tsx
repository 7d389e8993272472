'use client';

import { FieldLabel, useField, useTranslation } from '@payloadcms/ui';
import type { JSONFieldClientComponent } from 'payload';
import en from '@/messages/en/releaseCheck.json';
import zh from '@/messages/zh-CN/releaseCheck.json';
import type { ReleaseFinding } from '@/transfer/release-check/findings';
import { findingSentenceIn } from '@/transfer/release-check/sentence';
import styles from './ReleaseFindings.module.css';

/**
 * What the check of a released copy found, in sentences: of one that is kept what was taken away and what
 * a person has to look at; of one that was refused why, for as long as it takes to mend it.
 */
export const ReleaseFindings: JSONFieldClientComponent = ({ field, path }) => {
  const { i18n } = useTranslation();
  const locale = i18n.language === 'en' ? 'en' : 'zh-CN';
  const words = locale === 'en' ? en : zh;
  const { errorMessage, showError, value } = useField<ReleaseFinding[] | null>({
    path,
    validate: nothingIsTyped,
  });
  return (
    <div className={styles.findings}>
      <FieldLabel label={field.label} path={path} />
      <div role="alert">
        {showError && errorMessage && <p className={styles.refused}>{errorMessage}</p>}
      </div>
      {Array.isArray(value) && (
        <>
          <p>{value.length === 0 ? words.clean : words.softOnly}</p>
          <ul>
            {value.map((finding, i) => (
              <li key={i}>{findingSentenceIn(finding, words, locale)}</li>
            ))}
          </ul>
        </>
      )}
      <p className={styles.limits}>{words.limits}</p>
    </div>
  );
};

/** A refusal holds until the file is sent again: only the server knows about the next one. */
const nothingIsTyped = (): true => true;
