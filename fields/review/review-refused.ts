import { APIError, type PayloadRequest } from 'payload';
import type { ReviewRefusal } from '@/domain/review/review';
import { messages } from '@/messages';

/** A step or a publication that the review rule forbids; the text says what to do instead. */
export class ReviewRefused extends APIError {
  constructor(
    readonly refusal: ReviewRefusal | 'withdrawalByLeader',
    req: PayloadRequest,
  ) {
    const locale = req.i18n?.language === 'en' ? 'en' : 'zh-CN';
    super(messages[locale].review.refusals[refusal], 403, { refusal }, true);
  }
}
