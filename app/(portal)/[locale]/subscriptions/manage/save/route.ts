import { hasLocale } from 'next-intl';
import { changeFrequency } from '@/collections/Subscriptions/subscribe';
import { hasCode } from '@/domain/catalogue/codes';
import { FREQUENCIES } from '@/domain/subscriptions/codes';
import { routing } from '@/i18n/routing';
import { portal } from '@/queries/portal';
import { receiveForm } from '../../../applications/new/received-form';
import { seeOther } from '../../words';

type Context = { params: Promise<{ locale: string }> };

/** How often from now on. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const received = await receiveForm(request, { hasFiles: false });
  const token = String(received?.form.get('token') ?? '');
  const frequency = String(received?.form.get('frequency') ?? '');
  const isSaved =
    hasCode(FREQUENCIES, frequency) && (await changeFrequency(await portal(), token, frequency));
  const values = new URLSearchParams({ token });
  if (isSaved) values.set('saved', '1');
  return seeOther(locale, `/manage?${values}`);
}
