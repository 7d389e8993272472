import { APIError, type PayloadRequest } from 'payload';
import type { ReviewRefusal } from '@/domain/review/review';
import { messages } from '@/messages';

/** A step or a publication that the review rule forbids; the text says what to do instead. */
export class ReviewRefused extends APIError {
  /** @param names what the refusal speaks of: files not examined, texts that are not ready */
  constructor(
    readonly refusal: ReviewRefusal,
    req: PayloadRequest,
    names: readonly string[] = [],
  ) {
    const isEnglish = req.i18n?.language === 'en';
    const words = messages[isEnglish ? 'en' : 'zh-CN'].review.refusals[refusal];
    const listed = isEnglish
      ? names.map((name) => `“${name}”`).join(', ')
      : names.map((name) => `“${name}”`).join('、');
    super(
      words.replace('{names}', () => listed),
      403,
      { refusal, names },
      true,
    );
  }
}
