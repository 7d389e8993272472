import type { PayloadRequest } from 'payload';
import { ruleWord } from '@/search/rule-words';

/** A rule begun from the searches (`/create?question=…`) has that question in it from the start. */
export function questionAsked({ req }: { req: PayloadRequest }): string[] {
  const asked = ruleWord(req?.query?.question);
  return asked === '' ? [] : [asked.slice(0, 60)];
}
