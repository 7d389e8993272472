import { hasLocale } from 'next-intl';
import { leave } from '@/collections/Subscriptions/subscribe';
import { routing } from '@/i18n/routing';
import { portal } from '@/queries/portal';
import { receiveForm } from '../../applications/new/received-form';
import { inWords } from '../../download-answers';
import { seeOther, subscriptionWords } from '../words';

type Context = { params: Promise<{ locale: string }> };

/**
 * RFC 8058: the address in `List-Unsubscribe`. A mail program posts `List-Unsubscribe=One-Click` to it and
 * has left, without cookies, login or a further question. A person who opens it gets a page with a button,
 * for scanners of mail open every link.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const t = subscriptionWords(locale);
  const token = new URL(request.url).searchParams.get('token') ?? '';
  const received = await receiveForm(request, { hasFiles: false });
  const isLeft = await leave(await portal(), token, new Date());
  if (received?.form.get('from') === 'page') {
    return seeOther(locale, `/done?what=${isLeft ? 'left' : 'unknown'}`);
  }
  return isLeft
    ? inWords(t('manage.left'), 200)
    : inWords(
        `${t('manage.unknown')}${locale === 'en' ? '. ' : '。'}${t('manage.unknownText')}`,
        404,
      );
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const token = new URL(request.url).searchParams.get('token') ?? '';
  return seeOther(locale, `/manage?${new URLSearchParams({ token })}`);
}

export const dynamic = 'force-dynamic';
