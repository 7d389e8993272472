import path from 'node:path';
import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { releasedFiles } from '@/collections/Applications/applicant-case';
import { readCaseFile } from '@/collections/CaseFiles/kept-files';
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
  const bytes = file ? await readCaseFile(file.filename) : null;
  if (!file || !bytes) return inPrivateWords(t('gone'), 404);
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...PRIVATE,
      'Content-Type': file.mimeType ?? 'application/octet-stream',
      'Content-Length': String(bytes.length),
      'Content-Disposition': contentDisposition(
        file.title.replace(/\.[a-z0-9]{1,5}$/iu, ''),
        path.extname(file.filename ?? '').slice(1) || 'bin',
      ),
    },
  });
}
