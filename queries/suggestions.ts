import { receiptPrefix } from '@/collections/Applications/receipt-numbers';
import { receiptBegun } from '@/search/asked-receipt';
import { isSearchError, type SearchCollection, type Suggestion } from '@/search/engine';
import { searchEngine } from '@/search/open';
import { portal } from './portal';
import { readPublic } from './read-public';

/**
 * Records whose titles or numbers continue what is being typed, read again as the public: nothing withdrawn is
 * offered. Of the record only its id is read, for a suggestion is wanted between two keystrokes.
 */
export async function suggestPublished(typed: string, limit: number): Promise<Suggestion[]> {
  // Of whoever types a receipt number nothing is asked; the box itself says where to ask.
  const isReceipt = receiptBegun(typed, receiptPrefix()) !== null;
  const found = isReceipt ? [] : await suggestOrNothing(typed, limit);
  const payload = await portal();
  const collections = [...new Set(found.map(({ collection }) => collection))];
  const readable = await Promise.all(
    collections.map(async (collection) => {
      const keys = found.filter((one) => one.collection === collection).map(keyOf);
      const docs = await readPublic(payload, collection, keys, { slug: true });
      return docs.map(({ id }) => `${collection}:${id}`);
    }),
  );
  const ids = new Set(readable.flat());
  return found.filter(({ id }) => ids.has(id));
}

/** `documents:17` is the document 17. */
const keyOf = ({ id, collection }: { id: string; collection: SearchCollection }): string =>
  id.slice(collection.length + 1);

/** A damaged index is built again at the next search; under load, whoever searches goes first. */
async function suggestOrNothing(typed: string, limit: number): Promise<Suggestion[]> {
  try {
    return await searchEngine().suggest(typed, limit);
  } catch (error) {
    if (isSearchError(error, 'SearchIndexDamagedError')) return [];
    if (isSearchError(error, 'SearchBusyError')) return [];
    throw error;
  }
}
