import { messages } from '../../messages';
import type { ReleaseFinding } from './findings';
import { findingSentenceIn } from './sentence';

/** What a finding says to the officer: what is wrong, where, and what to do about it. */
export const findingSentence = (finding: ReleaseFinding, locale: keyof typeof messages): string =>
  findingSentenceIn(finding, messages[locale].releaseCheck, locale);
