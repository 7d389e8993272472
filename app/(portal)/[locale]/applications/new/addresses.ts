import type { FormStep } from '@/domain/applications/steps';
import { pathsOf } from './draft-cookie';

export type StepName = FormStep | 'check';

/** A page of the form, without the language: the first has the form's own address. */
export const stepPath = (step: StepName): string =>
  step === 'who' ? '/applications/new' : `/applications/new/${step}`;

/** To where a form is posted; it stands in plain HTML, and so with the language. */
export const postTo = (locale: string, what: 'save' | 'send'): string =>
  `${pathsOf(locale)}/new/${what}`;

/** After a post, the page to look at: a reload then sends nothing again. */
export const seeOther = (locale: string, path: string): Response =>
  new Response(null, {
    status: 303,
    headers: { Location: `${locale === 'en' ? '/en' : ''}${path}`, 'Cache-Control': 'no-store' },
  });
