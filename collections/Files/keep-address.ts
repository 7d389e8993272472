import { createHash, randomBytes } from 'node:crypto';
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionSlug,
  type PayloadRequest,
} from 'payload';
import { hasRole } from '@/access/roles';
import { messages } from '@/messages';
import type { File, User } from '@/payload-types';

/**
 * Gives an uploaded file its public address and the checksum by which a review names it. A file that
 * replaces another takes over that one's address: whoever kept the link gets the new file as soon as
 * a published text holds it.
 */
export const keepAddress: CollectionBeforeChangeHook<File> = async ({ data, operation, req }) => {
  if (operation !== 'create') return data;
  const checksum = req.file ? createHash('sha256').update(req.file.data).digest('hex') : null;
  const replaced = data.replaces ? await replacedFile(data.replaces, req) : null;
  return { ...data, checksum, address: replaced?.address ?? newAddress() };
};

/** Short enough to be read out, long enough that nobody guesses another one. */
const newAddress = (): string => randomBytes(8).toString('hex');

async function replacedFile(given: number | File, req: PayloadRequest): Promise<File> {
  const id = typeof given === 'object' ? given.id : given;
  const file = await req.payload.findByID({ collection: 'files', id, depth: 0, req });
  const isTheirs = await isHeldByOthersOnly(id, req);
  if (isTheirs) {
    const locale = req.i18n?.language === 'en' ? 'en' : 'zh-CN';
    throw new APIError(messages[locale].editor.files.replacesForeign, 403, null, true);
  }
  return file;
}

/** The address of another agency's file would otherwise lead to whatever an editor uploads. */
async function isHeldByOthersOnly(id: File['id'], req: PayloadRequest): Promise<boolean> {
  const user = req.user as User | null;
  if (!user || hasRole(user, 'administrator')) return false;
  const own = typeof user.agency === 'object' ? user.agency?.id : user.agency;
  const agencies = (
    await Promise.all(
      HOLDERS.flatMap(([collection, fields]) =>
        // The public version may hold a file that its latest draft has dropped.
        [true, false].map((draft) => agenciesHolding(id, { collection, fields, draft }, req)),
      ),
    )
  ).flat();
  const isOwn = agencies.some((agency) => own && String(agency) === String(own));
  return agencies.length > 0 && !isOwn;
}

async function agenciesHolding(
  id: File['id'],
  at: { collection: CollectionSlug; fields: readonly string[]; draft: boolean },
  req: PayloadRequest,
): Promise<unknown[]> {
  const { collection, fields, draft } = at;
  const { docs } = await req.payload.find({
    collection,
    where: { or: fields.map((field) => ({ [field]: { in: [id] } })) },
    draft,
    depth: 0,
    pagination: false,
    joins: false as never,
    select: { agency: true } as never,
    req,
  });
  return (docs as unknown as { agency?: unknown }[]).map(({ agency }) => agency);
}

const HOLDERS: readonly [CollectionSlug, readonly string[]][] = [
  ['documents', ['attachments']],
  ['annual-reports', ['attachments']],
  ['consultations', ['attachments']],
  ['proposals', ['attachments']],
  ['interpretations', ['video', 'captions']],
];
