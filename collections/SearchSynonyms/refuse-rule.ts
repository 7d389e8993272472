import { ValidationError, type PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { messages } from '@/messages';

export type RefusalKey = keyof (typeof messages)['en']['searches']['refused'];

/** Says at the field what is wrong with a rule of the search, in the language of whoever writes it. */
export function refuseRule(
  req: PayloadRequest,
  collection: 'search-synonyms' | 'search-pins',
  { path, key, word = '' }: { path: string; key: RefusalKey; word?: string },
): never {
  const message = messages[localeOf(req)].searches.refused[key].replace('{word}', () => word);
  throw new ValidationError({ collection, errors: [{ path, message }], req }, req.t);
}
