'use client';

import { useField, useTranslation } from '@payloadcms/ui';
import { findingText } from '@/collections/LetterTemplates/finding-text';
import { isLetterKind } from '@/domain/applications/letters/kinds';
import {
  allowedPlaceholders,
  requiredPlaceholders,
  type Placeholder,
} from '@/domain/applications/letters/placeholders';
import { nameOf, templateFindings } from '@/domain/applications/letters/template';
import en from '@/messages/en/letters.json';
import official from '@/messages/official/letters.json';
import zh from '@/messages/zh-CN/letters.json';
import styles from './TemplateHelp.module.css';

/** Beside the words of a letter: what is wrong with them as they stand, and the places they may hold. */
export function TemplateHelp() {
  const { i18n } = useTranslation();
  const words = i18n.language === 'en' ? en : zh;
  const { value: kind } = useField<string>({ path: 'kind' });
  const title = useField<string>({ path: 'title' });
  const body = useField<string>({ path: 'body' });
  if (!isLetterKind(kind)) return <p className={styles.lead}>{words.help.chooseKind}</p>;
  const written = { title: title.value ?? '', body: body.value ?? '' };
  const isEmpty = written.title.trim() === '' && written.body.trim() === '';
  const required = requiredPlaceholders(kind);
  const others = allowedPlaceholders(kind).filter((place) => !required.includes(place));
  const fill = () => {
    title.setValue(official.templates[kind].title);
    body.setValue(official.templates[kind].body);
  };
  return (
    <section className={styles.help} aria-label={words.help.title}>
      <div aria-live="polite">
        {!isEmpty && (
          <ul className={styles.findings}>
            {templateFindings(kind, written).map((finding) => (
              <li key={finding.key} data-level={finding.level}>
                {findingText(finding, i18n.language)}
              </li>
            ))}
          </ul>
        )}
      </div>
      <p className={styles.lead}>{words.help.lead}</p>
      <button type="button" className={styles.fill} onClick={fill}>
        {isEmpty ? words.help.fill : words.help.restore}
      </button>
      <Places heading={words.help.required} places={required} words={words.placeholders} />
      <Places heading={words.help.optional} places={others} words={words.placeholders} />
    </section>
  );
}

type PlacesProps = {
  heading: string;
  places: readonly Placeholder[];
  words: Record<Placeholder, string>;
};

const Places = ({ heading, places, words }: PlacesProps) => (
  <>
    <h3 className={styles.heading}>{heading}</h3>
    <dl className={styles.places}>
      {places.map((place) => (
        <div key={place}>
          <dt>{nameOf(place)}</dt>
          <dd>{words[place]}</dd>
        </div>
      ))}
    </dl>
  </>
);
