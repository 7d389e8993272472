import type { CollectionConfig } from 'payload';
import { APIError } from 'payload';
import { localeOf } from '@/access/language';
import { auditOpening } from '@/collections/AuditLog/record-audit';
import { messages } from '@/messages';
import { readCaseFile } from './kept-files';

type Upload = Exclude<CollectionConfig['upload'], boolean | undefined>;
type Handler = NonNullable<Upload['handlers']>[number];

/**
 * `GET /api/case-files/file/:name`: the content opened, for whoever may read the case, after the log has
 * that they saw it. Asks for that right itself: Payload also calls handlers for uploads, and asks
 * nobody then.
 */
export const giveCaseFile: Handler = async (req, { params: { filename } }) => {
  const { docs } = await req.payload.find({
    collection: 'case-files',
    where: { filename: { equals: filename } },
    limit: 1,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  });
  const [file] = docs;
  const bytes = file && (await readCaseFile(file.filename));
  if (!bytes) throw new APIError(messages[localeOf(req)].desk.letters.noFile, 404, null, true);
  const { application, id, purpose } = file;
  await auditOpening(req, 'case-files', {
    record: id,
    title: null,
    what: { application: application ?? null, purpose },
  });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': file.mimeType ?? 'application/octet-stream',
      'Content-Length': String(bytes.length),
      // Neither a proxy nor a shared computer keeps it.
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
};
