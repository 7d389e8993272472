import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { routing } from '@/i18n/routing';
import { findDocument } from '@/queries/documents';
import { paperLabels, paperOf, siteAddress } from '@/queries/paper';
import { documentDocx, DOCX_TYPE } from '@/transfer/export/docx';
import { contentDisposition } from '@/transfer/export/file-name';
import { documentTextFile, TEXT_TYPE } from '@/transfer/export/text';

type Context = { params: Promise<{ locale: string; slug: string }> };

/** 条例第二十四条: 政府信息公开平台应当具备信息检索、查阅、下载等功能。 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const t = await getTranslations({ locale, namespace: 'documents' });
  const document = await findDocument(slug, locale);
  if (!document) return new Response(t('download.missing'), { status: 404 });
  const paper = paperOf(document, locale);
  const labels = await paperLabels(locale);
  const format = new URL(request.url).searchParams.get('format') ?? 'docx';
  if (format === 'docx') {
    const bytes = await documentDocx(paper, { labels, site: siteAddress('/') });
    return file(bytes, DOCX_TYPE, contentDisposition(document.title, 'docx'));
  }
  if (format === 'txt') {
    const bytes = documentTextFile(paper, labels);
    return file(bytes, TEXT_TYPE, contentDisposition(document.title, 'txt'));
  }
  return new Response(t('download.unknownFormat'), { status: 400 });
}

const file = (bytes: Buffer, type: string, disposition: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': disposition,
      'Cache-Control': 'public, max-age=300',
    },
  });
