import { Document } from 'flexsearch';
import { Words } from '../../../search/words';
import { ARTICLES_ASKED, articlesOf, Places, type Contestant } from '../contestant';
import { versionOf } from './version';

/** FlexSearch with a field each for title, number and text; words left out are allowed (`suggest`). */
export function enter(): Contestant {
  const words = new Words();
  const places = new Places();
  const field = (name: string, context: boolean) => ({
    field: name,
    tokenize: 'strict' as const,
    encode: (text: string) => words.cut(text),
    context,
  });
  const index = new Document({
    document: {
      id: 'id',
      index: [field('title', true), field('number', false), field('text', true)],
    },
  });
  return {
    name: 'FlexSearch',
    version: versionOf('flexsearch'),
    setup: 'words of our jieba as encoder; context, suggest, fields merged (README)',
    isOnDisk: false,
    build: async (records) => {
      for await (const record of records) {
        for (const article of articlesOf(record, places.size)) {
          const { id, title, number, text } = article;
          index.add({ id, title, number, text });
          places.add(article);
        }
      }
    },
    open: async () => undefined,
    find: async (text) => {
      const merged = index.search(text, { limit: ARTICLES_ASKED, suggest: true, merge: true });
      return places.laws(merged.map(({ id }) => Number(id)));
    },
    close: async () => undefined,
  };
}
