import {
  APIError,
  type CollectionBeforeChangeHook,
  type PayloadRequest,
  type Where,
} from 'payload';
import { isSameText, type Stated } from '@/domain/documents/compare/same-text';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { dayOf, formatDay } from '@/domain/workdays/days';
import { messages } from '@/messages';
import type { Document } from '@/payload-types';

declare module 'payload' {
  interface RequestContext {
    /** An import writes what its source says now. */
    isFromSource?: boolean;
  }
}

/**
 * 条例第六条: 行政机关应当及时、准确地公开政府信息。行政机关发现影响或者可能影响社会稳定、扰乱社会和
 * 经济管理秩序的虚假或者不完整信息的，应当发布准确的政府信息予以澄清。
 *
 * A text that was public and changes says what was corrected: whoever relied on the former wording
 * must be able to see that it is another now. Asked when the new text is submitted for review, for
 * the note is reviewed with it, and again when it is published.
 */
export const requireCorrection: CollectionBeforeChangeHook<Document> = async ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'create' || !originalDoc) return data;
  const status = context.isRestoredAsDraft ? 'draft' : (data._status ?? originalDoc._status);
  if (status !== 'published' && data.review?.action !== 'submit') return data;
  const published = await lastPublished(originalDoc.id, req);
  if (!published || isSameText(statedIn(published), statedIn({ ...originalDoc, ...given(data) }))) {
    return data;
  }
  const note = (data.correction === undefined ? originalDoc.correction : data.correction)?.trim();
  const refusal = note ? ((await isUsed(originalDoc.id, note, req)) ? 'used' : null) : 'missing';
  if (!refusal) return data;
  // Nobody sits before an import to write one: it says the little that is known.
  // Approving says nothing new: the note was examined with the text, and another would void that.
  const isStep = Boolean(data.review?.action) && data.review?.action !== 'submit';
  if (context.isFromSource && isStep) return data;
  if (context.signOff || context.isFromSource) return { ...data, correction: standardNote() };
  throw new CorrectionMissing(refusal, req);
};

/** A changed text without a note of what was corrected; the text says what to do. */
export class CorrectionMissing extends APIError {
  constructor(
    readonly refusal: keyof (typeof messages)['zh-CN']['versions']['refusals'],
    req: PayloadRequest,
  ) {
    const locale = req.i18n?.language === 'en' ? 'en' : 'zh-CN';
    super(messages[locale].versions.refusals[refusal], 400, { refusal }, true);
  }
}

async function lastPublished(id: Document['id'], req: PayloadRequest): Promise<Document | null> {
  const { docs } = await req.payload.findVersions({
    collection: 'documents',
    where: wherePublished(id),
    sort: '-createdAt',
    limit: 1,
    pagination: false,
    depth: 0,
    select: { version: { title: true, number: true, body: true, attachments: true } },
    req,
  });
  return docs[0]?.version ?? null;
}

/** Earlier versions keep their own notes; a new change needs a new one. */
async function isUsed(id: Document['id'], note: string, req: PayloadRequest): Promise<boolean> {
  const { totalDocs } = await req.payload.countVersions({
    collection: 'documents',
    where: { and: [wherePublished(id), { 'version.correction': { equals: note } }] },
    req,
  });
  return totalDocs > 0;
}

const wherePublished = (id: Document['id']): Where => ({
  and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }],
});

const statedIn = ({ title, number, body, attachments }: Partial<Document>): Stated => ({
  title: title ?? '',
  documentNumber: number,
  body: blocksFromLexical(body),
  attachments: attachments?.map((file) => (typeof file === 'object' ? file.id : file)),
});

/** A partial save speaks of some fields; the rest stays as it was. */
const given = <T extends object>(data: T): T =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as T;

const standardNote = (): string =>
  messages['zh-CN'].versions.standardNote.replace(
    '{date}',
    formatDay(dayOf(new Date().toISOString())),
  );
