import type { Payload, PayloadRequest } from 'payload';
import type { LetterKind } from '@/domain/applications/letters/kinds';
import type { LetterTemplate } from '@/domain/applications/letters/template';
import { official } from '@/messages';

/** The words of a letter: those of this county, or those that come with the program. */
export async function templateFor(
  payload: Payload,
  kind: LetterKind,
  req: PayloadRequest,
): Promise<LetterTemplate> {
  // The database itself: a case is changed in a hook, and whoever sends the letter need not be
  // allowed to see templates.
  const stored = await payload.db.findOne<LetterTemplate & { id: number | string }>({
    collection: 'letter-templates',
    where: { kind: { equals: kind } },
    req,
  });
  return stored ? { title: stored.title, body: stored.body } : defaultTemplate(kind);
}

/** The words that come with the program. */
export const defaultTemplate = (kind: LetterKind): LetterTemplate =>
  official.letters.templates[kind];
