import type { SearchEngine } from './engine';
import { openSqliteEngine } from './sqlite/engine';

// Kept on the global object: a development server loads modules afresh, and a bundler may load
// them twice, but the dictionary and the open file are wanted once.
const holder = globalThis as typeof globalThis & { gongkaiSearch?: SearchEngine };

/** The search engine of this process, at SEARCH_PATH (./data/search.db when unset). */
export function searchEngine(): SearchEngine {
  holder.gongkaiSearch ??= openSqliteEngine({
    path: process.env.SEARCH_PATH || './data/search.db',
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
