import type { SearchRecord } from '../../search/engine';

/** What stands in a place of a result list. A law stands there once, with its best article. */
export type Found = {
  title: string;
  /** The article that is shown, 第四十四条, where the contestant knows of articles. */
  label: string | null;
};

/** A search engine that takes part: the portal's own, or a peer. */
export interface Contestant {
  /** Name, version and how it is set up, for the table. */
  readonly name: string;
  readonly version: string;
  readonly setup: string;
  /** Whether what is built lies in files, so that another process can answer from them. */
  readonly isOnDisk: boolean;
  build(records: AsyncIterable<SearchRecord>): Promise<void>;
  /** Opens what was built; called in the process that answers. */
  open(): Promise<void>;
  /** The first ten laws, the best first. */
  find(text: string): Promise<Found[]>;
  /** Titles as one types; left out where there is no such thing. */
  suggest?(text: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Builds one in a folder of its own. */
export type Enter = (folder: string) => Promise<Contestant>;

export const contestants: Record<string, Enter> = {
  gongkai: async (folder) => (await import('./gongkai')).enter(folder),
  minisearch: async () => (await import('./peers/minisearch')).enter(),
  orama: async () => (await import('./peers/orama')).enter(),
  flexsearch: async () => (await import('./peers/flexsearch')).enter(),
  'fts5-trigram': async (folder) => (await import('./peers/fts5-trigram')).enter(folder),
  'payload-like': async (folder) => (await import('./peers/payload-like')).enter(folder),
};

/** An article as the peers index it: each a record of its own, with the title of its law. */
export type Article = {
  id: number;
  title: string;
  number: string;
  text: string;
  label: string | null;
};

/** The articles of a law; a law without text is one empty article, so that its title is found. */
export function* articlesOf(record: SearchRecord, from: number): Generator<Article> {
  const { title, number, passages } = record;
  const all = passages.length > 0 ? passages : [{ text: '' }];
  for (const [i, passage] of all.entries()) {
    const label = 'label' in passage ? (passage.label ?? null) : null;
    yield { id: from + i, title, number: number ?? '', text: passage.text, label };
  }
}

/** What a peer keeps of each article to tell what it found. */
export class Places {
  readonly #titles: string[] = [];
  readonly #labels: (string | null)[] = [];

  add({ title, label }: Article): void {
    this.#titles.push(title);
    this.#labels.push(label);
  }

  get size(): number {
    return this.#titles.length;
  }

  /** Laws by their best article: the list is in order, so that is the first of each law. */
  laws(articles: Iterable<number>): Found[] {
    const found = new Map<string, Found>();
    for (const id of articles) {
      const title = this.#titles[id]!;
      if (!found.has(title)) found.set(title, { title, label: this.#labels[id] ?? null });
      if (found.size === 10) break;
    }
    return [...found.values()];
  }
}

/** Articles that are asked for so that ten laws are among them. */
export const ARTICLES_ASKED = 300;
