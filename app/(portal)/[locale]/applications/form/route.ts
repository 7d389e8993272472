import { hasLocale } from 'next-intl';
import { limitHeaders, takeOne } from '@/access/request-limits';
import { asked } from '@/domain/applications/steps';
import { routing, type Locale } from '@/i18n/routing';
import { officesFor } from '@/queries/offices';
import { downloadWords } from '@/queries/download-words';
import { contentDisposition } from '@/transfer/export/file-name';
import { TYPES } from '@/transfer/export/formats';
import { blankForm } from '@/transfer/export/letters/application-form';
import { messages } from '@/messages';
import { fileFailure, inWords } from '../../download-answers';
import { openDraft } from '../new/draft-cookie';
import { formWords } from '../new/form-words';

type Context = { params: Promise<{ locale: string }> };

/**
 * 政府信息公开申请表 on paper, as Word or PDF: blank, or `filled=1` with what this browser has entered.
 * Filled in it is one person's, and kept nowhere on the way.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const t = formWords(locale);
  const query = new URL(request.url).searchParams;
  const format = query.get('format') ?? 'docx';
  if (format !== 'docx' && format !== 'pdf') return inWords(t('otherWays.unknown'), 400);
  const allowance = await takeOne('list', request.headers);
  if (!allowance.isAllowed) {
    const minutes = Math.ceil(allowance.reset / 60);
    return inWords(t('otherWays.busy', { minutes }), 429, limitHeaders(allowance));
  }
  const isFilled = query.get('filled') === '1';
  const answers = isFilled ? (await openDraft())?.draft.answers : undefined;
  if (isFilled && !answers) return inWords(t('otherWays.lost'), 404);
  try {
    const offices = await officesFor(answers?.agency, locale);
    const agency = offices.find(({ slug }) => slug === answers?.agency)?.name;
    const bytes = await blankForm(format, {
      locale,
      offices: offices.map((office) => lineOf(office, locale)),
      ...(answers && { entered: { ...asked(answers), agency } }),
    });
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': TYPES[format],
        'Content-Length': String(bytes.length),
        'Content-Disposition': contentDisposition(
          messages[locale].letters.application.title,
          format,
        ),
        'Cache-Control': isFilled ? 'no-store' : 'public, max-age=300',
      },
    });
  } catch (error) {
    return fileFailure(error, downloadWords(locale));
  }
}

/** An office in one line of the form. */
function lineOf(office: Awaited<ReturnType<typeof officesFor>>[number], locale: Locale): string {
  const t = formWords(locale);
  const separator = locale === 'en' ? ', ' : '，';
  const facts = [
    office.address,
    office.postcode && `${t('otherWays.postcode')} ${office.postcode}`,
    office.phone && `${t('otherWays.phone')} ${office.phone}`,
    office.fax && `${t('otherWays.fax')} ${office.fax}`,
  ];
  return t('otherWays.officeLine', {
    name: office.name,
    facts: facts.filter(Boolean).join(separator),
  });
}
