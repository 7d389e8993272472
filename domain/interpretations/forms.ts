import type { Form } from '../catalogue/codes';

/** What an interpretation holds, as far as its form asks for it. */
export type Held = {
  form?: string | null;
  hasBody: boolean;
  images: number;
  textAlternative?: string | null;
  questions: number;
  speaker?: string | null;
  hasVideo: boolean;
  /** Whether the film has sound; true where it can't be told. */
  hasSound: boolean;
  hasCaptions: boolean;
};

/** What is missing, and in which field; worded in messages/…/interpretations.json under `refusals`. */
export type Missing = {
  field: 'body' | 'images' | 'textAlternative' | 'questions' | 'speaker' | 'captions';
  code: Refusal;
};

type Refusal =
  | 'textNeedsBody'
  | 'illustratedNeedsImage'
  | 'needsTextAlternative'
  | 'questionsNeeded'
  | 'pressNeedsWords'
  | 'speakerNeeded'
  | 'captionsNeeded';

/**
 * What each form must have before it goes out. 无障碍环境建设法: who doesn't see or hear gets the same
 * content, so pictures and films come with their words.
 */
export function missingIn(held: Held): Missing[] {
  const missing: Missing[] = [];
  const ask = (isThere: boolean, field: Missing['field'], code: Refusal) => {
    if (!isThere) missing.push({ field, code });
  };
  const hasWords = isWritten(held.textAlternative);
  switch (held.form as Form) {
    case 'text':
      ask(held.hasBody, 'body', 'textNeedsBody');
      break;
    case 'illustrated':
      ask(held.images > 0, 'images', 'illustratedNeedsImage');
      ask(hasWords, 'textAlternative', 'needsTextAlternative');
      break;
    case 'video':
      ask(hasWords, 'textAlternative', 'needsTextAlternative');
      break;
    case 'qa':
      ask(held.questions > 0, 'questions', 'questionsNeeded');
      break;
    case 'press':
      ask(isWritten(held.speaker), 'speaker', 'speakerNeeded');
      ask(held.hasBody || held.questions > 0, 'body', 'pressNeedsWords');
      break;
    case 'expert':
      ask(isWritten(held.speaker), 'speaker', 'speakerNeeded');
      ask(held.hasBody, 'body', 'textNeedsBody');
      break;
  }
  if (held.hasVideo && held.hasSound) ask(held.hasCaptions, 'captions', 'captionsNeeded');
  return missing;
}

const isWritten = (text: string | null | undefined): boolean => Boolean(text?.trim());
