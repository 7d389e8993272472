import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { releasedFiles } from '@/collections/Applications/applicant-case';
import { CaseFiles } from '@/collections/CaseFiles';
import { routing } from '@/i18n/routing';
import { portal } from '@/queries/portal';
import { contentDisposition } from '@/transfer/export/file-name';
import { askForKeys, inPrivateWords, PRIVATE } from '../../case-answers';
import { openedCase } from '../../opened-case';

type Context = { params: Promise<{ locale: string; id: string }> };

/** A file that went out with the reply, for the browser that holds the keys of its case. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, id } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const application = await openedCase(locale);
  if (!application) return askForKeys(locale);
  const t = await getTranslations({ locale, namespace: 'caseStatus.files' });
  // Only of this case, only what was checked and released: an id of anything else is no file.
  const files = await releasedFiles(await portal(), application);
  const file = files.find((each) => String(each.id) === id);
  const at = file?.filename && path.join(folder, path.basename(file.filename));
  const size = at ? await sizeOf(at) : null;
  if (!file || !at || size === null) return inPrivateWords(t('gone'), 404);
  return new Response(Readable.toWeb(createReadStream(at)) as ReadableStream, {
    headers: {
      ...PRIVATE,
      'Content-Type': file.mimeType ?? 'application/octet-stream',
      'Content-Length': String(size),
      'Content-Disposition': contentDisposition(
        file.title.replace(/\.[a-z0-9]{1,5}$/iu, ''),
        path.extname(at).slice(1) || 'bin',
      ),
    },
  });
}

const folder = typeof CaseFiles.upload === 'object' ? (CaseFiles.upload.staticDir ?? '') : '';

/** Bytes; null for a file that is not on the disk. */
async function sizeOf(at: string): Promise<number | null> {
  try {
    return (await stat(at)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
