import { hasLocale } from 'next-intl';
import { limitHeaders, takeOne } from '@/access/request-limits';
import { routing } from '@/i18n/routing';
import { documentZip } from '@/queries/document-lots';
import { downloadWords } from '@/queries/download-words';
import { findDocument } from '@/queries/documents';
import { documentFile, forgetFiles } from '@/queries/downloads';
import { contentDisposition } from '@/transfer/export/file-name';
import { fileResponse } from '@/transfer/export/file-response';
import { isFormat } from '@/transfer/export/format-names';
import { fileFailure, inWords, zipResponse } from '../../../download-answers';

type Context = { params: Promise<{ locale: string; slug: string }> };

/** 条例第二十四条: 政府信息公开平台应当具备信息检索、查阅、下载等功能。 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const t = downloadWords(locale);
  const document = await findDocument(slug, locale);
  if (!document) {
    await forgetFiles('documents', slug);
    return inWords(t('missing'), 404);
  }
  const format = new URL(request.url).searchParams.get('format') ?? 'docx';
  try {
    if (isFormat(format))
      return fileResponse(request, await documentFile(document, locale, format));
    if (format !== 'zip') return inWords(t('unknownFormat'), 400);
    const allowance = await takeOne('zip', request.headers);
    if (!allowance.isAllowed) {
      const minutes = Math.ceil(allowance.reset / 60);
      return inWords(t('problem.wait', { minutes }), 429, limitHeaders(allowance));
    }
    return zipResponse(
      await documentZip(document, locale),
      contentDisposition(document.title, 'zip'),
      limitHeaders(allowance),
    );
  } catch (error) {
    return fileFailure(error, t);
  }
}
