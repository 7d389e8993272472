import { hasLocale } from 'next-intl';
import { routing } from '@/i18n/routing';
import { downloadWords } from '@/queries/download-words';
import { forgetFiles, interpretationFile } from '@/queries/downloads';
import { findInterpretation } from '@/queries/interpretations';
import { fileResponse } from '@/transfer/export/file-response';
import { isFormat } from '@/transfer/export/format-names';
import { fileFailure, inWords } from '../../../download-answers';

type Context = { params: Promise<{ locale: string; slug: string }> };

/** An interpretation to take along; always the Chinese text. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const t = downloadWords(locale);
  const interpretation = await findInterpretation(slug, locale);
  if (!interpretation) {
    await forgetFiles('interpretations', slug);
    return inWords(t('missing'), 404);
  }
  const format = new URL(request.url).searchParams.get('format') ?? 'docx';
  if (!isFormat(format)) return inWords(t('unknownFormat'), 400);
  try {
    return fileResponse(request, await interpretationFile(interpretation, locale, format));
  } catch (error) {
    return fileFailure(error, t);
  }
}
