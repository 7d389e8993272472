'use server';

import { letterFrom } from '@/collections/Applications/to-letter';
import { redirect } from '@/i18n/navigation';
import { portal } from '@/queries/portal';
import { beginLetterDraft, keepLetterDraft } from '../../../letters/form/letter-draft';
import { localeOf } from '../../locale-of';
import { openedCase } from './opened-case';

/** Carries what the applicant wrote over into the form of a letter, where it can be changed and sent. */
export async function toLetter(form: FormData): Promise<void> {
  const locale = localeOf(form);
  const application = await openedCase(locale);
  if (!application) return redirect({ href: '/applications/status', locale });
  const answers = await letterFrom(await portal(), application.id, locale);
  if (!answers) return redirect({ href: '/applications/status/case', locale });
  const { key, draft } = beginLetterDraft();
  await keepLetterDraft('letter', key, { ...draft, answers });
  return redirect({ href: '/letters/new', locale });
}
