import type { PayloadRequest } from 'payload';
import type { HeldFile } from './attachments';
import { idOf } from './stored-review';

/** A file under review, with what was noted when its text was read. */
export type ExaminedFile = HeldFile & {
  /** In Chinese: hidden sheets, words, comments, pages that could not be read; null where there is nothing. */
  remark: string | null;
};

/** What the public would get unseen must stand before whoever examines it; see transfer/extract/unseen. */
export async function withRemarks(
  files: readonly HeldFile[],
  req: PayloadRequest,
): Promise<ExaminedFile[]> {
  const ids = files.flatMap(({ key }) => (key.startsWith(FILES) ? [key.slice(FILES.length)] : []));
  const remarks = new Map<string, string>();
  if (ids.length > 0) {
    // The rows are for those who keep the system; their notes are for whoever may read the review.
    const { docs } = await req.payload.find({
      collection: 'file-texts',
      where: { and: [{ file: { in: ids } }, { state: { not_equals: 'unreadable' } }] },
      depth: 0,
      pagination: false,
      select: { file: true, detail: true },
      req,
    });
    for (const { file, detail } of docs) if (detail) remarks.set(String(idOf(file)), detail);
  }
  return files.map((file) => ({
    ...file,
    remark: file.key.startsWith(FILES) ? (remarks.get(file.key.slice(FILES.length)) ?? null) : null,
  }));
}

const FILES = 'files/';
