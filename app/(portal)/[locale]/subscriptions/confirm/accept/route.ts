import { hasLocale } from 'next-intl';
import { confirm } from '@/collections/Subscriptions/subscribe';
import { routing } from '@/i18n/routing';
import { portal } from '@/queries/portal';
import { receiveForm } from '../../../applications/new/received-form';
import { seeOther } from '../../words';

type Context = { params: Promise<{ locale: string }> };

/** The button of the page behind the link in the mail. Opening the link alone confirms nothing. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const received = await receiveForm(request, { hasFiles: false });
  const token = String(received?.form.get('token') ?? '');
  const isConfirmed = await confirm(await portal(), token, new Date());
  return seeOther(locale, `/done?what=${isConfirmed ? 'confirmed' : 'lapsed'}`);
}
