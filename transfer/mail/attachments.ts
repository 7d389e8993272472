import path from 'node:path';
import type { Payload } from 'payload';
import { lettersOf } from '@/collections/Applications/stored-case';
import { readCaseFile } from '@/collections/CaseFiles/kept-files';
import { readLetter } from '@/domain/applications/letters/letter';
import type { MailKind } from '@/domain/applications/mails';
import { isSealed, unseal } from '@/fields/sealed/seal';
import type { Application, CaseFile } from '@/payload-types';
import { safeFileName } from '../export/file-name';
import { letterFile } from '../export/letters/letter-file';
import type { MailFacts } from './compose';

export type MailAttachment = { filename: string; content: Buffer; contentType: string };

/** Many mailboxes refuse more; the applicant then takes the files from the page of the case. */
const MOST_BYTES = 10 * 1024 * 1024;

/**
 * What goes out with the mail of a step. Only who chose delivery by mail (§29: 获取信息的途径) gets the
 * letters of the step and, with the reply, the released files; all others read them on the page of
 * the case.
 *
 * @throws PressBusyError, PressFailedError; an error that names the record of a file that is gone
 */
export async function attachmentsOf(
  payload: Payload,
  application: Application,
  kind: MailKind,
  step: number,
): Promise<{ files: MailAttachment[]; told: MailFacts['attached'] }> {
  const released = kind === 'replied' ? await releasedFiles(payload, application) : [];
  if (application.delivery !== 'email') {
    const isOnPage = released.length > 0 && Boolean(application.queryHash);
    return { files: [], told: isOnPage ? 'filesOnPage' : null };
  }
  const letters = await lettersOfStep(application, step);
  if (released.length === 0) return { files: letters, told: letters.length > 0 ? 'letter' : null };
  const bytes = released.reduce((sum, { filesize }) => sum + (filesize ?? 0), 0);
  if (bytes > MOST_BYTES) return { files: letters, told: 'filesTooLarge' };
  const files = await Promise.all(released.map(attached));
  return { files: [...letters, ...files], told: 'letterAndFiles' };
}

async function lettersOfStep(application: Application, step: number): Promise<MailAttachment[]> {
  const files: MailAttachment[] = [];
  for (const { to, step: of, content } of lettersOf(application)) {
    const letter =
      to === 'applicant' && of === step && isSealed(content)
        ? readLetter(unseal(content, 'letter'))
        : null;
    if (!letter) continue;
    files.push({
      filename: safeFileName(letter.title, 'pdf'),
      content: await letterFile('pdf', letter),
      contentType: 'application/pdf',
    });
  }
  return files;
}

async function releasedFiles(payload: Payload, { id }: Application): Promise<CaseFile[]> {
  const { docs } = await payload.db.find<CaseFile>({
    collection: 'case-files',
    where: {
      and: [
        { application: { equals: id } },
        { purpose: { equals: 'released' } },
        { isReleasable: { equals: true } },
      ],
    },
    sort: 'id',
    limit: 0,
    pagination: false,
  });
  return docs;
}

async function attached(file: CaseFile): Promise<MailAttachment> {
  const name = path.basename(file.filename ?? '');
  const content = await readCaseFile(name);
  if (!content) throw new Error(`The file of case-files ${file.id} is not on the disk`);
  const ending = path.extname(name).slice(1).toLowerCase() || 'bin';
  const title = file.title.toLowerCase().endsWith(`.${ending}`)
    ? file.title.slice(0, -ending.length - 1)
    : file.title;
  return {
    filename: safeFileName(title, ending),
    content,
    contentType: file.mimeType ?? 'application/octet-stream',
  };
}
