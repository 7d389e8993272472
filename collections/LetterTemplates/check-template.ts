import { ValidationError, type CollectionBeforeValidateHook } from 'payload';
import { isLetterKind } from '@/domain/applications/letters/kinds';
import { templateFindings, type TemplateFinding } from '@/domain/applications/letters/template';
import type { LetterTemplate } from '@/payload-types';
import { findingText } from './finding-text';

/** A template from which no whole letter can be made is not kept: what it lacks is said by name. */
export const checkTemplate: CollectionBeforeValidateHook<LetterTemplate> = ({
  data,
  originalDoc,
  req,
}) => {
  const { kind, title, body } = { ...originalDoc, ...data };
  // Of what is no kind, no title or no text, the fields themselves complain.
  if (!isLetterKind(kind) || typeof title !== 'string' || typeof body !== 'string') return data;
  const language = req.i18n?.language ?? 'zh';
  const found = templateFindings(kind, { title, body }).filter(({ level }) => level === 'error');
  // One for each field: of several the form shows the last, and names the field as often.
  const errors = (['title', 'body'] as const).flatMap((path) => {
    const mine = found.filter(({ key }) => IN_TITLE.has(key) === (path === 'title'));
    const message = mine.map((finding) => findingText(finding, language)).join('\n');
    return mine.length > 0
      ? [{ path, label: LABELS[path][language === 'en' ? 'en' : 'zh'], message }]
      : [];
  });
  if (errors.length > 0) {
    throw new ValidationError({ collection: 'letter-templates', errors, req }, req.t);
  }
  return data;
};

/** What the form calls the fields. */
export const LABELS = {
  title: { zh: '标题', en: 'Title' },
  body: { zh: '正文', en: 'Text' },
};

const IN_TITLE = new Set<TemplateFinding['key']>(['titleMissing', 'titleLong', 'notInTitle']);
