import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { hasCode, labelOf } from '@/domain/catalogue/codes';
import { DOMAINS } from '@/domain/catalogue/domains';
import { routing } from '@/i18n/routing';
import { catalogueFile } from '@/queries/catalogue-file';
import { XLSX_TYPE } from '@/transfer/catalogue/write-workbook';
import { contentDisposition } from '@/transfer/export/file-name';

type Context = { params: Promise<{ locale: string }> };

/** The catalogue in the shape in which offices exchange it, whole or of one field (`?domain=`). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const domain = new URL(request.url).searchParams.get('domain') ?? undefined;
  if (domain !== undefined && !hasCode(DOMAINS, domain)) {
    const t = await getTranslations({ locale, namespace: 'catalogue' });
    return new Response(t('refusals.unknownDomain'), { status: 400 });
  }
  const bytes = await catalogueFile(domain);
  // The sheet is Chinese whatever the page's language, and its file is named as it is.
  const name = domain ? `${labelOf(DOMAINS, domain, 'zh-CN')}领域公开标准目录` : '公开标准目录';
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': XLSX_TYPE,
      'Content-Disposition': contentDisposition(name, 'xlsx'),
      'Cache-Control': 'public, max-age=300',
    },
  });
}
