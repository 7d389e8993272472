import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload';
import { blockToText, type Block } from '@/domain/documents/blocks';
import { anchorsOf } from '@/domain/documents/citations/anchors';
import { correctedCitations, targetsOf } from '@/domain/documents/citations/corrections';
import { findCitations } from '@/domain/documents/citations/find';
import type { Citation, Mention } from '@/domain/documents/citations/mention';
import { shortNumber } from '@/domain/documents/citations/names';
import { resolveMention, type HeldDocument } from '@/domain/documents/citations/register';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { structureOf } from '@/domain/documents/structure';
import {
  citingOf,
  correctionsOf,
  editedRow,
  idOf,
  publicDocuments,
  type Held,
  type Id,
  type Source,
  type StoredRow,
} from './citation-sources';

/** Raised when the rules of finding or resolving change, so that all texts are linked anew. */
const RULES = 1;
/** Anchors are kept for the laws that many cite; more than so many texts' are not, to bound memory. */
const KEPT_TEXTS = 2000;

type Read = {
  source: Source;
  mentions: Mention[];
  texts: string[];
  candidates: HeldDocument<Id>[][];
};

/** How many citations lead somewhere, and how many texts cite otherwise than was stored. */
export type Linked = { citations: number; changed: number };

/** Links texts to what is held, and writes a row for each whose citations are not stored so yet. */
export class Linker {
  private readonly anchors = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly payload: Payload,
    private readonly held: Held,
  ) {}

  /** What a row of a document is marked with when it was made from this text and what is held now. */
  fingerprintOf(source: Pick<Source, 'updatedAt'>): string {
    return `${RULES}:${this.held.fingerprint}:${source.updatedAt}`;
  }

  /**
   * Links a few texts; the anchors that they lead to are read together.
   * @param stored what is stored for documents, by id
   */
  async link(sources: readonly Source[], stored: ReadonlyMap<string, StoredRow>): Promise<Linked> {
    const own = new Map<string, ReadonlySet<string>>();
    const read = sources.map((source) => this.read(source, own));
    await this.readAnchors(read);
    const linked: Linked = { citations: 0, changed: 0 };
    // Texts were read before: the transaction, which keeps other writers waiting, only writes.
    const req = await createLocalReq({}, this.payload);
    const isOwn = await initTransaction(req);
    try {
      for (const one of read) {
        const { citations, changed } = await this.write(one, own, stored, req);
        linked.citations += citations;
        linked.changed += changed;
      }
      if (isOwn) await commitTransaction(req);
    } catch (error) {
      if (isOwn) await killTransaction(req);
      throw error;
    }
    return linked;
  }

  private read(source: Source, own: Map<string, ReadonlySet<string>>): Read {
    const blocks = blocksFromLexical(source.body);
    const structure = structureOf(blocks);
    own.set(String(source.id), anchorsOf(blocks, structure));
    const citing = citingOf(source, this.held.agencies);
    const mentions = findCitations(blocks, citing, this.held.register, structure);
    const candidates = mentions.map((mention) => this.held.register.candidates(mention, citing));
    return { source, mentions, candidates, texts: textsOf(blocks) };
  }

  /** Only texts of which an article is cited are read for their anchors, each once. */
  private async readAnchors(read: readonly Read[]): Promise<void> {
    if (this.anchors.size > KEPT_TEXTS) this.anchors.clear();
    const missing = new Map<string, Id>();
    for (const { mentions, candidates } of read)
      for (const [i, { places }] of mentions.entries())
        for (const { id } of places ? (candidates[i] ?? []) : [])
          if (!this.anchors.has(String(id))) missing.set(String(id), id);
    const ids = [...missing.values()];
    for await (const source of publicDocuments(this.payload, { ids, withBody: true }))
      this.anchors.set(String(source.id), anchorsOf(blocksFromLexical(source.body)));
  }

  private async write(
    { source, mentions, candidates, texts }: Read,
    own: ReadonlyMap<string, ReadonlySet<string>>,
    stored: ReadonlyMap<string, StoredRow>,
    req: PayloadRequest,
  ): Promise<Linked> {
    const citing = citingOf(source, this.held.agencies);
    const anchors = (id: Id | null): ReadonlySet<string> =>
      (id === null ? own.get(String(source.id)) : this.anchors.get(String(id))) ?? NONE;
    const found = mentions.flatMap((mention, i): Citation<Id>[] => {
      const citation = resolveMention(mention, candidates[i] ?? [], citing, anchors);
      return citation ? [citation] : [];
    });
    const row = stored.get(String(source.id));
    const now = new Date().toISOString();
    const data = {
      title: source.title,
      found,
      named: namedIn(mentions),
      fingerprint: this.fingerprintOf(source),
      updatedAt: now,
    };
    // Derived and nobody's writing: neither access nor the hooks of a person's change apply.
    if (row) {
      const isChanged = await this.update(row.id, source.id, data, texts, req);
      return { citations: found.length, changed: isChanged ? 1 : 0 };
    }
    await this.payload.db.create({
      collection: 'citations',
      data: {
        ...data,
        document: source.id,
        targets: targetsOf(found),
        corrections: [],
        createdAt: now,
      },
      req,
    });
    return { citations: found.length, changed: found.length > 0 ? 1 : 0 };
  }

  /**
   * What an editor corrected is read at the last moment. SQLite's adapter writes a row with lists as a
   * whole and without them field by field, so the whole is written only where the targets changed.
   *
   * @returns whether readers see anything else than before
   */
  private async update(
    id: Id,
    document: Id,
    data: { found: Citation<Id>[]; [field: string]: unknown },
    texts: readonly string[],
    req: PayloadRequest,
  ): Promise<boolean> {
    const edited = await editedRow(this.payload, id, req);
    const corrections = correctionsOf({ corrections: edited?.corrections });
    const targets = targetsOf(correctedCitations(data.found, corrections, texts));
    const before = (edited?.targets ?? []).map((target) => String(idOf(target)));
    const isSame = before.join() === targets.map(String).join();
    const lists = isSame ? {} : { document, targets, corrections: edited?.corrections ?? [] };
    await this.payload.db.updateOne({
      collection: 'citations',
      id,
      data: { ...data, ...lists },
      req,
    });
    return !isSame || JSON.stringify(edited?.found) !== JSON.stringify(data.found);
  }
}

const NONE: ReadonlySet<string> = new Set();

/** The plain text of each block, to which the offsets of citations count. */
export const textsOf = (blocks: readonly Block[]): string[] => blocks.map(blockToText);

/** Every name of a text as |name|name|, in which a search for |name| finds it whole. */
function namedIn(mentions: readonly Mention[]): string {
  const names = new Set<string>();
  for (const { named } of mentions) {
    if (named.by === 'self') continue;
    for (const key of named.keys) names.add(named.by === 'number' ? shortNumber(key) : key);
  }
  return names.size > 0 ? `|${[...names].join('|')}|` : '';
}
