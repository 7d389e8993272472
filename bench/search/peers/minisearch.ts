import MiniSearch from 'minisearch';
import { Words } from '../../../search/words';
import { ARTICLES_ASKED, articlesOf, Places, type Contestant } from '../contestant';
import { versionOf } from './version';

/** MiniSearch as its README begins, with the words of the portal's own jieba in place of its tokenizer. */
export function enter(): Contestant {
  const words = new Words();
  const places = new Places();
  const index = new MiniSearch({
    fields: ['title', 'number', 'text'],
    tokenize: (text) => words.cut(text),
    searchOptions: {
      boost: { title: 2 },
      // A prefix of one character, or a slip in a word of two, would be half of the dictionary.
      prefix: (word) => word.length > 2,
      fuzzy: (word) => (word.length > 3 ? 0.2 : false),
    },
  });
  return {
    name: 'MiniSearch',
    version: versionOf('minisearch'),
    setup:
      'words of our jieba; title counts double; words of three characters by prefix, of four with a slip (README)',
    isOnDisk: false,
    build: async (records) => {
      for await (const record of records) {
        for (const article of articlesOf(record, places.size)) {
          index.add(article);
          places.add(article);
        }
      }
    },
    open: async () => undefined,
    find: async (text) => {
      const results = index.search(text).slice(0, ARTICLES_ASKED);
      return places.laws(results.map(({ id }) => id as number));
    },
    close: async () => undefined,
  };
}
