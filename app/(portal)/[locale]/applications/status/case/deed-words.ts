import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';

/** The words of the forms, which are sent to the browser with them; the page's own are not. */
export function deedWords(locale: Locale) {
  const { shell, caseStatus } = messages[locale];
  const { supplement, reasons, receive, rate, withdraw, erase, scores, refusals } = caseStatus;
  return {
    shell: { optional: shell.optional, errors: shell.errors },
    caseStatus: { supplement, reasons, receive, rate, withdraw, erase, scores, refusals },
  } as never;
}
