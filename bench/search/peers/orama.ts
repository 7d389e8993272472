import { create, insert, search, type Tokenizer } from '@orama/orama';
import { Words } from '../../../search/words';
import { ARTICLES_ASKED, articlesOf, Places, type Contestant } from '../contestant';
import { versionOf } from './version';

/** Orama with its defaults (BM25, any word), and the words of the portal's own jieba. */
export function enter(): Contestant {
  const words = new Words();
  const places = new Places();
  const tokenizer: Tokenizer = {
    language: 'english',
    normalizationCache: new Map(),
    tokenize: (text: string) => words.cut(String(text)),
  };
  const index = create({
    schema: { title: 'string', number: 'string', text: 'string' } as const,
    components: { tokenizer },
  });
  return {
    name: 'Orama',
    version: versionOf('@orama/orama'),
    setup: 'words of our jieba; title counts double, else defaults',
    isOnDisk: false,
    build: async (records) => {
      for await (const record of records) {
        for (const article of articlesOf(record, places.size)) {
          const { id, title, number, text } = article;
          await insert(index, { id: String(id), title, number, text });
          places.add(article);
        }
      }
    },
    open: async () => undefined,
    find: async (text) => {
      const { hits } = await search(index, {
        term: text,
        boost: { title: 2 },
        limit: ARTICLES_ASKED,
      });
      return places.laws(hits.map(({ id }) => Number(id)));
    },
    close: async () => undefined,
  };
}
