import type { Payload, PayloadRequest } from 'payload';
import { createLocalReq } from 'payload';
import { HeldTitles } from '@/domain/documents/suggest-relations';
import { HeldDocuments } from '@/collections/Documents/held-documents';
import type { SignOff } from '@/fields/review/enforce-review';
import { lexicalFromBlocks } from '@/domain/documents/lexical';
import type { Document, User } from '@/payload-types';
import { keyOf, type ImportedDocument } from './imported-document';
import type { Outcome } from './report';
import { takenFrom } from './relations';
import { putSwiftStore } from './swift-store';

/** Who stands for the batch: three people who sign it off, or the editor alone, who submits it. */
export type Signers = { editor: User; signOff: SignOff | null };

/** A document of the same index number that a person wrote: an import leaves it alone. */
export class KeptByHandError extends Error {
  override name = 'KeptByHandError';
}

type Existing = Pick<Document, 'id' | '_status'> & {
  checksum: string | null;
  state: string | null;
  isImported: boolean;
};

/**
 * Writes documents through Payload, so that every rule of the collection holds. Without a sign-off
 * a document waits, submitted by the editor, for the clerk's and the leader's hand.
 */
export class DocumentWriter {
  private readonly existing = new Map<string, Existing>();
  private readonly agencies = new Map<string, { id: Agency; isCoded: boolean }>();
  /** Titles by the keys of `existing`, so that one rolled back leads nowhere. */
  private readonly titles = new HeldTitles<string>();

  private constructor(
    private readonly payload: Payload,
    private readonly signers: Signers,
    private readonly req: PayloadRequest,
  ) {}

  /** Reads once what the database holds already, rather than once a document. */
  static async open(payload: Payload, signers: Signers): Promise<DocumentWriter> {
    const context = {
      disableRevalidate: true,
      disableIndexing: true,
      isFromSource: true,
      ...(signers.signOff && { signOff: signers.signOff }),
    };
    const req = await createLocalReq({ user: signers.editor as never, context }, payload);
    const writer = new DocumentWriter(payload, signers, req);
    req.context.heldDocuments = await HeldDocuments.read(req);
    await writer.removeHalfWritten();
    await writer.readExisting();
    await writer.readAgencies();
    return writer;
  }

  /**
   * Writes several documents, on SQLite in one transaction. One that is refused must not undo the
   * others: then each is written by itself, and what the refused one threw stands in its place.
   */
  async writeBatch(items: readonly Writable[]): Promise<(Outcome | Error)[]> {
    const together = items.every(({ document }) => !this.isWaiting(document))
      ? await this.writeTogether(items)
      : null;
    if (together) return together;
    const outcomes: (Outcome | Error)[] = [];
    for (const { document } of items) outcomes.push(await this.attempt(document));
    return outcomes;
  }

  /** @returns null when nothing was written, for want of a transaction or because one was refused */
  private async writeTogether(items: readonly Writable[]): Promise<(Outcome | Error)[] | null> {
    const { payload, req } = this;
    if (payload.db.name !== 'sqlite' || items.length < 2) return null;
    const transaction = await payload.db.beginTransaction();
    if (!transaction) return null;
    const before = new Map(
      items.map(({ document }) => {
        const known = this.existing.get(keyOf(document));
        return [keyOf(document), known && { ...known }];
      }),
    );
    const giveBack = putSwiftStore(payload);
    req.context.heldDocuments?.mark();
    req.transactionID = transaction;
    try {
      const outcomes: (Outcome | Error)[] = [];
      for (const { document } of items) {
        if (this.isKeptByHand(document)) outcomes.push(new KeptByHandError(keyOf(document)));
        else outcomes.push(await this.write(document));
      }
      await payload.db.commitTransaction(transaction);
      return outcomes;
    } catch {
      // Whatever it was comes again when the documents are written one by one, and is told there.
      await payload.db.rollbackTransaction(transaction);
      req.context.heldDocuments?.undo();
      for (const [key, known] of before) {
        if (known) this.existing.set(key, known);
        else this.existing.delete(key);
      }
      return null;
    } finally {
      delete req.transactionID;
      giveBack();
    }
  }

  private async attempt(document: ImportedDocument): Promise<Outcome | Error> {
    const giveBack = putSwiftStore(this.payload);
    try {
      return await this.write(document);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    } finally {
      giveBack();
    }
  }

  /** Its three signatures are given by three accounts, each in a request of its own. */
  private isWaiting(document: ImportedDocument): boolean {
    const known = this.existing.get(keyOf(document));
    return known?.checksum === document.source.checksum && known._status !== 'published';
  }

  private isKeptByHand(document: ImportedDocument): boolean {
    const known = this.existing.get(keyOf(document));
    return known !== undefined && !known.isImported;
  }

  /** @throws KeptByHandError, and whatever the collection's hooks and fields refuse */
  async write(document: ImportedDocument): Promise<Outcome> {
    const key = keyOf(document);
    const known = this.existing.get(key);
    if (this.isKeptByHand(document)) throw new KeptByHandError(key);
    const data = this.dataOf(document);
    if (!known) {
      const made = await this.create(data);
      this.existing.set(key, existingOf(made));
      this.titles.add({ ...titleOf(document), id: key });
      return 'created';
    }
    if (known.checksum !== document.source.checksum) {
      await this.update(known, data);
      known.checksum = document.source.checksum;
      return 'updated';
    }
    if (known._status === 'published') return 'unchanged';
    return this.signWaiting(known);
  }

  private create(data: DocumentData): Promise<Document> {
    const { signOff } = this.signers;
    return this.payload.create({
      collection: 'documents',
      data: { ...data, ...(signOff ? { _status: 'published' } : submitted()) } as never,
      depth: 0,
      req: this.req,
    });
  }

  /** A published text stays public until its new version is approved: until then that is a draft. */
  private async update(known: Existing, data: DocumentData): Promise<void> {
    const { signOff } = this.signers;
    await this.payload.update({
      collection: 'documents',
      id: known.id,
      data: { ...data, ...(signOff ? { _status: 'published' } : submitted()) } as never,
      draft: !signOff,
      depth: 0,
      req: this.req,
    });
    if (signOff) known._status = 'published';
  }

  /** Imported before without a sign-off: the three now sign what still waits, one after the other. */
  private async signWaiting(known: Existing): Promise<Outcome> {
    const { signOff } = this.signers;
    if (!signOff || known.state === 'returned') return 'waiting';
    const steps = STEPS.slice(known.state === 'submitted' ? 1 : known.state === 'reviewed' ? 2 : 0);
    for (const { action, by } of steps) {
      await this.payload.update({
        collection: 'documents',
        id: known.id,
        data: {
          review: { action, opinion: signOff.opinion },
          ...(action === 'approve' && { _status: 'published' }),
        } as never,
        // A text that is public already stays so until the leader approves the new one.
        draft: action !== 'approve',
        depth: 0,
        user: signOff[by],
        context: { disableRevalidate: true, disableIndexing: true, isFromSource: true },
      });
    }
    known._status = 'published';
    return 'approved';
  }

  private dataOf(document: ImportedDocument): DocumentData {
    const { source, blocks, attachments, themes, keywords, agencyName } = document;
    const agency = this.agencies.get(agencyName);
    const relations = this.relationsOf(document);
    // An agency with a code gives its own papers index numbers; a law of another must not get any.
    const isOwn = document.isOwn || document.indexNumber !== undefined;
    const canLink = agency && (isOwn || !agency.isCoded);
    return {
      title: document.title,
      number: document.number ?? null,
      agencyName,
      ...(canLink && { agency: agency.id }),
      kind: document.kind,
      category: document.category,
      // What the source leaves open an editor may have filled in since; it stays.
      ...(themes.length > 0 && { themes }),
      ...(keywords.length > 0 && { keywords }),
      ...(document.indexNumber && { indexNumber: document.indexNumber }),
      madeOn: document.madeOn ?? null,
      publishedOn: document.publishedOn ?? null,
      ...(document.summary && { summary: document.summary }),
      ...(document.effectiveOn && { effectiveOn: document.effectiveOn }),
      ...(document.lapsesOn && { lapsesOn: document.lapsesOn }),
      ...(relations.length > 0 && { relations }),
      body: lexicalFromBlocks(blocks),
      source: { ...source, imported: true, files: attachments },
    };
  }

  /** The version that it amends, and what it implements, forwards or is based on, as far as it is held. */
  private relationsOf(document: ImportedDocument): Record<string, unknown>[] {
    const { amends } = document;
    const earlier = amends && this.existing.get(amends.key)?.id;
    const day = document.versionOn ?? document.madeOn;
    const taken = takenFrom(document).flatMap(({ verb, ...named }) => {
      const key = this.titles.find(named, day)?.id;
      const id = key === undefined ? undefined : this.existing.get(key)?.id;
      return id === undefined || id === earlier || key === keyOf(document)
        ? []
        : [{ verb, document: id }];
    });
    if (earlier === undefined) return taken;
    const { on, reason } = amends ?? {};
    return [{ verb: 'amends', document: earlier, on, reason }, ...taken];
  }

  /**
   * A database without transactions, broken off between a document and its version, keeps a document
   * that nobody's screens can open. It was never finished, so it goes, and is written anew.
   */
  private async removeHalfWritten(): Promise<void> {
    const { payload, req } = this;
    if (payload.db.name === 'sqlite') return;
    const { docs } = await payload.find({
      collection: 'documents',
      where: { 'source.imported': { equals: true } },
      sort: '-createdAt',
      // Only the last one of a run that was broken off can be such.
      limit: 20,
      depth: 0,
      joins: false,
      select: { title: true },
      req,
    });
    for (const { id } of docs) {
      const { totalDocs } = await payload.countVersions({
        collection: 'documents',
        where: { parent: { equals: id } },
        req,
      });
      if (totalDocs > 0) continue;
      await payload.db.deleteOne({ collection: 'documents', where: { id: { equals: id } }, req });
    }
  }

  private async readExisting(): Promise<void> {
    const limit = 1000;
    for (let page = 1; ; page += 1) {
      const found = await this.payload.find({
        collection: 'documents',
        depth: 0,
        limit,
        page,
        sort: 'id',
        // The latest text of each, published or still waiting, is what a new one is compared with.
        draft: true,
        select: {
          title: true,
          number: true,
          madeOn: true,
          indexNumber: true,
          source: true,
          review: { state: true },
          _status: true,
        },
        req: this.req,
      });
      for (const document of found.docs as unknown as Document[]) {
        const { indexNumber, source } = document;
        const keys = [indexNumber, source?.address, `id ${document.id}`].filter((key) => key);
        for (const key of keys as string[]) this.existing.set(key, existingOf(document));
        this.titles.add({ ...titleOf(document), id: keys[0] as string });
      }
      if (!found.hasNextPage) return;
    }
  }

  private async readAgencies(): Promise<void> {
    const found = await this.payload.find({
      collection: 'agencies',
      depth: 0,
      pagination: false,
      locale: 'zh-CN' as never,
      select: { name: true, code: true },
      req: this.req,
    });
    for (const { id, name, code } of found.docs)
      this.agencies.set(name, { id, isCoded: Boolean(code) });
  }
}

type Writable = { document: ImportedDocument };
type Agency = Document['id'];
type DocumentData = Record<string, unknown>;

const STEPS = [
  { action: 'submit', by: 'editor' },
  { action: 'examine', by: 'clerk' },
  { action: 'approve', by: 'leader' },
] as const;

const submitted = () => ({ _status: 'draft', review: { action: 'submit' } });

const titleOf = ({ title, number, madeOn }: Partial<Document | ImportedDocument>) => ({
  title: title ?? '',
  number,
  madeOn: madeOn?.slice(0, 10),
});

const existingOf = ({ id, _status, source, review }: Document): Existing => ({
  id,
  _status: _status ?? 'draft',
  checksum: source?.checksum ?? null,
  state: review?.state ?? null,
  isImported: Boolean(source?.imported),
});
