import { hasLocale } from 'next-intl';
import { createTranslator } from 'use-intl/core';
import { routing } from '@/i18n/routing';
import { messages } from '@/messages';
import { downloadWords } from '@/queries/download-words';
import {
  figuresOfNotice,
  findNotice,
  forgetNotice,
  isNoticeFormat,
  noticeDownload,
} from '@/queries/quarterly-notices';
import { fileResponse } from '@/transfer/export/file-response';
import { isAddressName } from '@/fields/slug/slug';
import { fileFailure, inWords } from '../../../../download-answers';

type Context = { params: Promise<{ locale: string; slug: string }> };

/** A quarterly notice to take along; always the Chinese text, whatever the language of the page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const t = createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'quarterlyNotices.download',
  });
  const notice = isAddressName(slug) ? await findNotice(slug, 'zh-CN') : null;
  const figures = notice && figuresOfNotice(notice);
  if (!notice || !figures) {
    if (isAddressName(slug)) await forgetNotice(slug);
    return inWords(t('missing'), 404);
  }
  const format = new URL(request.url).searchParams.get('format') ?? 'docx';
  if (!isNoticeFormat(format)) return inWords(t('unknownFormat'), 400);
  try {
    return fileResponse(request, await noticeDownload(notice, figures, format));
  } catch (error) {
    return fileFailure(error, downloadWords(locale));
  }
}
