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
  const errors = templateFindings(kind, { title, body })
    .filter(({ level }) => level === 'error')
    .map((finding) => ({
      path: IN_TITLE.has(finding.key) ? 'title' : 'body',
      message: findingText(finding, req.i18n?.language ?? 'zh'),
    }));
  if (errors.length > 0) {
    throw new ValidationError({ collection: 'letter-templates', errors, req }, req.t);
  }
  return data;
};

const IN_TITLE = new Set<TemplateFinding['key']>(['titleMissing', 'titleLong', 'notInTitle']);
