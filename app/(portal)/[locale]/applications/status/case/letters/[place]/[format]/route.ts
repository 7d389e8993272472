import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { applicantLetters } from '@/collections/Applications/applicant-case';
import { routing } from '@/i18n/routing';
import { contentDisposition } from '@/transfer/export/file-name';
import { isLetterFormat, LETTER_TYPES, letterFile } from '@/transfer/export/letters/letter-file';
import { PressBusyError, PressFailedError } from '@/transfer/export/press';
import { askForKeys, inPrivateWords, PRIVATE } from '../../../case-answers';
import { openedCase } from '../../../opened-case';

type Context = { params: Promise<{ locale: string; place: string; format: string }> };

/** A letter to the applicant as a file, for the browser that holds the keys of its case. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, place, format } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const application = await openedCase(locale);
  if (!application) return askForKeys(locale);
  const t = await getTranslations({ locale, namespace: 'caseStatus.letters' });
  const letter = applicantLetters(application).find((each) => String(each.place) === place);
  if (!letter?.content || !isLetterFormat(format)) return inPrivateWords(t('gone'), 404);
  try {
    const bytes = await letterFile(format, letter.content);
    return new Response(new Uint8Array(bytes), {
      headers: {
        ...PRIVATE,
        'Content-Type': LETTER_TYPES[format],
        'Content-Length': String(bytes.length),
        'Content-Disposition': contentDisposition(letter.content.title, format),
      },
    });
  } catch (error) {
    if (error instanceof PressBusyError) return inPrivateWords(t('busy'), 503);
    if (!(error instanceof PressFailedError)) throw error;
    console.error('a letter could not be printed', error);
    return inPrivateWords(t('failed'), 500);
  }
}
