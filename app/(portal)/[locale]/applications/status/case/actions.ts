'use server';

import { getTranslations } from 'next-intl/server';
import { refresh } from 'next/cache';
import { loggedError } from '@/access/logged-error';
import { doDeed, type DeedInput } from '@/collections/Applications/applicant-deeds';
import { isDeed, type Deed } from '@/domain/applications/deeds';
import { redirect } from '@/i18n/navigation';
import { portal } from '@/queries/portal';
import { chosenFiles } from '../../chosen-files';
import { localeOf } from '../../locale-of';
import { openedCase } from './opened-case';

/** A form as it was sent and could not be done. */
export type DeedState = {
  text: string;
  score: string;
  errors: { field: string; message: string }[];
  /** The half hour is over: the keys have to be entered again. */
  isExpired?: boolean;
};

/** Does what the applicant asked for, and shows the case again; or gives the form back with what they wrote. */
export async function sendDeed(_: DeedState, form: FormData): Promise<DeedState> {
  const locale = localeOf(form);
  const t = await getTranslations({ locale, namespace: 'caseStatus' });
  const [text, score] = ['text', 'score'].map((name) => String(form.get(name) ?? ''));
  const deed = form.get('deed');
  const back = (message: string, field = 'text', isExpired = false): DeedState => ({
    text: text ?? '',
    score: score ?? '',
    errors: [{ field, message }],
    isExpired,
  });
  if (!isDeed(deed)) return back(t('refusals.failed'));
  const application = await openedCase(locale);
  if (!application) return back(t('refusals.expired'), fieldOf(deed), true);
  let problem;
  try {
    const input = await inputOf(form);
    problem = await doDeed(await portal(), application.id, deed, input, locale);
  } catch (error) {
    console.error(`an applicant's ${deed} failed`, loggedError(error));
    return back(t('refusals.failed'), fieldOf(deed));
  }
  // The step is gone from the page, and its form with it: the page says why.
  if (problem?.key === 'notNow') {
    return redirect({ href: `/applications/status/case?missed=${deed}#done`, locale });
  }
  if (problem) {
    const { key, values } = problem;
    // The page around the form becomes the newest, and what was written stays in it.
    if (key === 'stale') refresh();
    const isFile = key === 'tooManyFiles' || key === 'fileTooLarge' || key === 'fileRefused';
    const field = isFile ? 'files' : key === 'textTooLong' ? 'text' : fieldOf(deed);
    return back(t(`refusals.${key}`, values as never), field);
  }
  return redirect({ href: `/applications/status/case?done=${deed}#done`, locale });
}

/** The field to which a sentence about the whole deed leads. */
const fieldOf = (deed: Deed): string => (deed === 'rate' ? 'score' : 'text');

async function inputOf(form: FormData): Promise<DeedInput> {
  const score = Number(form.get('score') ?? '');
  return {
    revision: Number(form.get('revision')),
    text: String(form.get('text') ?? '').replace(/\r\n/g, '\n'),
    score: Number.isInteger(score) ? score : null,
    files: await Promise.all(
      chosenFiles(form).map(async (file) => ({
        name: file.name,
        type: file.type,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    ),
  };
}
