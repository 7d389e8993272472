import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { limitHeaders, takeOne } from '@/access/request-limits';
import { routing } from '@/i18n/routing';
import { downloadWords } from '@/queries/download-words';
import { titleIn } from '@/queries/document-items';
import { packageOf } from '@/queries/topic-package';
import { findTopic } from '@/queries/topics';
import { contentDisposition } from '@/transfer/export/file-name';
import { fileResponse } from '@/transfer/export/file-response';
import { PACKAGE_LIMITS, PackageTooLargeError } from '@/transfer/export/topic-package/package';
import { inWords } from '../../../download-answers';

type Context = { params: Promise<{ locale: string; slug: string }> };

export const dynamic = 'force-dynamic';

/** The topic as a ZIP that is read without a network. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const t = await getTranslations({ locale, namespace: 'topics.offline' });
  const allowance = await takeOne('zip', request.headers);
  if (!allowance.isAllowed) {
    const minutes = Math.ceil(allowance.reset / 60);
    const words = downloadWords(locale)('problem.wait', { minutes });
    return inWords(words, 429, limitHeaders(allowance));
  }
  const topic = await findTopic(slug, locale);
  if (!topic) return inWords(t('missing'), 404);
  try {
    const made = await packageOf(topic, locale);
    return fileResponse(request, {
      ...made,
      type: 'application/zip',
      disposition: contentDisposition(titleIn(locale, topic).title, 'zip'),
    });
  } catch (error) {
    if (!(error instanceof PackageTooLargeError)) throw error;
    const { items, bytes } = PACKAGE_LIMITS;
    return inWords(t('tooLarge', { documents: items, megabytes: bytes / 1024 / 1024 }), 413);
  }
}
