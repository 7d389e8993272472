/** Pages whose readings are counted, by the word of their address: each is a collection of the same name. */
export const READABLE = {
  documents: 'documents',
  interpretations: 'interpretations',
  policies: 'policies',
  services: 'services',
  questions: 'questions',
  consultations: 'consultations',
} as const;

export type ReadCollection = keyof typeof READABLE;
export type ReadRecord = { collection: ReadCollection; slug: string };

/** `documents:<slug>` as its parts; null for anything else, however long. */
export function recordIn(text: string): ReadRecord | null {
  const match = /^([a-z]{1,20}):([a-z0-9][a-z0-9-]{0,119})$/.exec(text.slice(0, 200));
  if (!match) return null;
  const [, collection = '', slug = ''] = match;
  return Object.hasOwn(READABLE, collection)
    ? { collection: collection as ReadCollection, slug }
    : null;
}
