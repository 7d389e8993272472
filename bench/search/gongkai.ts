import path from 'node:path';
import type { SearchEngine } from '../../search/engine';
import { openSqliteEngine } from '../../search/sqlite/engine';
import type { Contestant } from './contestant';

/** The portal's own engine, asked as the search page asks it: facets, passages, marks. */
export function enter(folder: string): Contestant {
  let engine: SearchEngine | undefined;
  const opened = (): SearchEngine =>
    (engine ??= openSqliteEngine({ path: path.join(folder, 'search.db') }));
  return {
    name: 'gongkai',
    version: 'this revision',
    setup: 'search/sqlite, with facets, snippets and marks',
    isOnDisk: true,
    build: async (records) => {
      await opened().rebuild(records);
    },
    open: async () => {
      await opened().status();
    },
    find: async (text) => {
      const { hits, direct } = await opened().search({ text });
      return hits.slice(0, 10).map(({ id, title, place }) => ({
        title: title.text,
        label: (direct?.hit.id === id ? direct.passage?.label : undefined) ?? place?.label ?? null,
      }));
    },
    suggest: (text) => opened().suggest(text),
    close: async () => {
      await engine?.close();
      engine = undefined;
    },
  };
}
