import type { PayloadRequest } from 'payload';
import { formatDocumentNumber, parseDocumentNumbers } from '@/domain/documents/number';
import type { Document } from '@/payload-types';

declare module 'payload' {
  interface RequestContext {
    /** Set by a batch, which asks it instead of the database about each of thousands of documents. */
    heldDocuments?: HeldDocuments;
  }
}

/** What the rules about numbers and addresses must know of a document. */
export type Holder = Pick<
  Document,
  | 'id'
  | 'title'
  | 'number'
  | 'indexNumber'
  | 'slug'
  | 'kind'
  | 'agency'
  | 'agencyName'
  | 'madeOn'
  | '_status'
>;

export const HOLDER_FIELDS = {
  title: true,
  number: true,
  indexNumber: true,
  slug: true,
  kind: true,
  agency: true,
  agencyName: true,
  madeOn: true,
  _status: true,
} as const;

type Key = `${'number' | 'indexNumber' | 'slug'} ${string}`;

/**
 * Numbers and addresses of all documents, public ones and latest drafts, read once for a batch and
 * kept up by the hooks. For one process that alone writes: another's documents are not seen, and
 * their index numbers and addresses are refused by the database only.
 */
export class HeldDocuments {
  private readonly byKey = new Map<Key, Map<string, Holder>>();
  private readonly keysOf = new Map<string, Set<Key>>();
  private before: Map<string, Holder[]> | null = null;

  static async read(req: PayloadRequest): Promise<HeldDocuments> {
    const held = new HeldDocuments();
    const { db } = req.payload;
    const options = { collection: 'documents', limit: PAGE, pagination: false, req } as const;
    for (let after: Document['id'] | undefined; ;) {
      const { docs } = await db.find<Holder>({
        ...options,
        where: after === undefined ? {} : { id: { greater_than: after } },
        sort: 'id',
        select: HOLDER_FIELDS,
      });
      for (const holder of docs) held.add(holder);
      if (docs.length > 0) held.addMore(await latestDrafts(docs, req));
      if (docs.length < PAGE) return held;
      after = docs.at(-1)?.id;
    }
  }

  withNumber = (number: string): Holder[] => this.at(`number ${number}`);
  withIndexNumber = (indexNumber: string): Holder[] => this.at(`indexNumber ${indexNumber}`);
  withSlug = (slug: string): Holder[] => this.at(`slug ${slug}`);

  /** A public document that has no draft beside it; undefined also where that isn't known. */
  publicOne(id: Document['id']): Holder | undefined {
    const [only, ...others] = this.known(String(id));
    return others.length === 0 && only?._status === 'published' ? only : undefined;
  }

  /** The document as it was just stored, in place of what was known of it. */
  add(holder: Holder): void {
    const id = String(holder.id);
    if (this.before && !this.before.has(id)) this.before.set(id, this.known(id));
    this.forget(id);
    this.put(holder);
  }

  /** From here on, what is added can be taken back by `undo`. */
  mark(): void {
    this.before = new Map();
  }

  /** What was added since `mark` was not stored after all. */
  undo(): void {
    for (const [id, holders] of this.before ?? []) {
      this.forget(id);
      for (const holder of holders) this.put(holder);
    }
    this.before = null;
  }

  private at = (key: Key): Holder[] => [...(this.byKey.get(key)?.values() ?? [])];

  private known(id: string): Holder[] {
    const keys = this.keysOf.get(id) ?? [];
    return [...new Set([...keys].flatMap((key) => this.byKey.get(key)?.get(id) ?? []))];
  }

  private addMore(holders: readonly Holder[]): void {
    for (const holder of holders) this.put(holder);
  }

  private put(holder: Holder): void {
    const id = String(holder.id);
    const keys = this.keysOf.get(id) ?? new Set<Key>();
    const kept = plain(holder);
    for (const key of keysIn(holder)) {
      keys.add(key);
      const holders = this.byKey.get(key);
      if (holders) holders.set(id, kept);
      else this.byKey.set(key, new Map([[id, kept]]));
    }
    this.keysOf.set(id, keys);
  }

  private forget(id: string): void {
    for (const key of this.keysOf.get(id) ?? []) this.byKey.get(key)?.delete(id);
    this.keysOf.delete(id);
  }
}

const PAGE = 500;

async function latestDrafts(holders: readonly Holder[], req: PayloadRequest): Promise<Holder[]> {
  const { docs } = await req.payload.db.queryDrafts<Holder>({
    collection: 'documents',
    where: { parent: { in: holders.map(({ id }) => id) } },
    limit: 0,
    pagination: false,
    select: { parent: true, version: HOLDER_FIELDS },
    req,
  });
  return docs;
}

const keysIn = ({ number, indexNumber, slug }: Holder): Key[] => [
  ...(parseDocumentNumbers(number ?? '') ?? []).map(
    (each): Key => `number ${formatDocumentNumber(each)}`,
  ),
  ...(indexNumber ? [`indexNumber ${indexNumber}` as Key] : []),
  ...(slug ? [`slug ${slug}` as Key] : []),
];

/** A stored document brings its text along, which a batch must not keep. */
const plain = (holder: Holder): Holder =>
  Object.fromEntries(
    ['id', ...Object.keys(HOLDER_FIELDS)].map((field) => [field, holder[field as keyof Holder]]),
  ) as Holder;
