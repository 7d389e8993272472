import { hasLocale } from 'next-intl';
import type { Receipt } from '@/collections/Applications/receive-application';
import { formatQueryCode } from '@/domain/applications/query-code';
import { readSealed } from '@/fields/sealed/sealed-cookie';
import { routing } from '@/i18n/routing';
import { portal } from '@/queries/portal';
import { inWords } from '../../download-answers';
import { seeOther } from '../new/addresses';
import { formWords } from '../new/form-words';
import { blankReceipt, fillReceipt } from './blank-receipt';

type Context = { params: Promise<{ locale: string }> };

/** One person’s page, never kept for another. */
export const dynamic = 'force-dynamic';

/** The receipt of what was just sent; without one in this browser there is nothing to show. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const receipt = await readSealed<Receipt>('receipt');
  if (!receipt) return seeOther(locale, '/applications/status');
  const keys = { ...receipt, queryCode: formatQueryCode(receipt.queryCode) };
  try {
    const again = new URL(request.url).searchParams.has('again');
    const page = fillReceipt(await blankReceipt(locale, again), keys);
    return new Response(page, {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-store' },
    });
  } catch (error) {
    const { logger } = await portal();
    logger.error({ err: error, msg: 'the page of a receipt could not be made' });
    return inWords(formWords(locale)('receipt.plain', keys), 200);
  }
}
