import type { SearchEngine } from './engine';
import { openProcessEngine } from './process/engine';

// Kept on the global object: a development server loads modules afresh, and a bundler may load
// them twice, but one process that holds the index is enough.
const holder = globalThis as typeof globalThis & { gongkaiSearch?: SearchEngine };

/** The search engine of this process, at SEARCH_PATH (./data/search.db when unset). */
export function searchEngine(): SearchEngine {
  holder.gongkaiSearch ??= openProcessEngine({
    path: process.env.SEARCH_PATH || './data/search.db',
    timeout: Number(process.env.SEARCH_TIMEOUT) || undefined,
    log: (message) => console.warn(`search: ${message}`),
  });
  return holder.gongkaiSearch;
}

/** Closes it; the next call of searchEngine opens it again. */
export async function closeSearchEngine(): Promise<void> {
  const engine = holder.gongkaiSearch;
  holder.gongkaiSearch = undefined;
  await engine?.close();
}
