import { getTranslations } from 'next-intl/server';
import { formatDate } from '@/components/DateText/format-date';
import { deedsOf } from '@/collections/Applications/applicant-case';
import { retentionFactsOf } from '@/collections/Applications/erase';
import { historyOf } from '@/collections/Applications/stored-case';
import { actionOfDeed, isDeed } from '@/domain/applications/deeds';
import { eraseFrom } from '@/domain/applications/retention';
import type { Calendar } from '@/domain/workdays/calendar';
import type { Locale } from '@/i18n/routing';
import type { Application } from '@/payload-types';

/** That something could not be sent because the case had gone on: only where that is so. */
export async function missedNotice(
  deed: unknown,
  application: Application,
  locale: Locale,
): Promise<string | null> {
  if (!isDeed(deed) || deedsOf(application).includes(deed)) return null;
  const t = await getTranslations({ locale, namespace: 'caseStatus' });
  return t('missed', { deed: t(`deeds.${deed}`) });
}

/**
 * That what was sent is done, as the case itself says: an address that somebody made up claims nothing.
 */
export async function doneNotice(
  deed: unknown,
  application: Application,
  calendar: Calendar,
  locale: Locale,
): Promise<string | null> {
  if (!isDeed(deed)) return null;
  const t = await getTranslations({ locale, namespace: 'caseStatus' });
  if (deed === 'rate') return application.rating?.score ? t('done.rate') : null;
  if (deed === 'erase') {
    if (!application.deletionAskedOn) return null;
    const from = eraseFrom(retentionFactsOf(application), calendar);
    return from ? t('done.eraseOn', { day: formatDate(from.day, locale) }) : t('done.erase');
  }
  const isDone = historyOf(application).some(
    ({ action, role }) => role === 'applicant' && action === actionOfDeed[deed],
  );
  return isDone ? t(`done.${deed}`) : null;
}
