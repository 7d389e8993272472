import { ValidationError, type PayloadRequest } from 'payload';
import { createTranslator } from 'use-intl/core';
import { localeOf } from '@/access/language';
import { messages } from '@/messages';

/** What is wrong with one field; the admin shows the message at it. */
export type Problem = { path: string; message: string };

/** Words for the person who asks, in the language of their admin or their request. */
export const refusalWords = (req: PayloadRequest) => {
  const locale = localeOf(req);
  return createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'relations.refused',
    timeZone: 'Asia/Shanghai',
  });
};

export type RefusalWords = ReturnType<typeof refusalWords>;

/** Payload's own message names the fields alone; a report or an interface needs what is wrong. */
export class DocumentRefused extends ValidationError {
  constructor(problems: readonly Problem[], req: PayloadRequest) {
    super({ collection: 'documents', errors: [...problems], req }, req.t);
    this.message = [...new Set(problems.map(({ message }) => message))].join(' ');
  }
}
