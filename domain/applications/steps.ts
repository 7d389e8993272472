import type { Day } from '../workdays/days';
import { applicantKinds, isOrganisation } from './applicants';
import { parseApplication, type ApplicationField, type FieldError } from './parse';

/** The pages of the form, one matter each; then the answers are checked and sent. */
export const formSteps = ['who', 'identity', 'what', 'how'] as const;
export type FormStep = (typeof formSteps)[number];

/** What somebody has entered so far, as it was typed. */
export type Answers = Partial<Record<ApplicationField, string>>;

export const isFormStep = (value: unknown): value is FormStep =>
  typeof value === 'string' && (formSteps as readonly string[]).includes(value);

/**
 * What a page asks for, in its order: an organisation for no identity paper, a person for no credit
 * code, nobody for an address to which nothing is sent.
 */
export function fieldsOf(step: FormStep, answers: Answers): ApplicationField[] {
  switch (step) {
    case 'who':
      return ['applicantKind'];
    case 'identity':
      return isPerson(answers)
        ? ['name', 'idType', 'idNumber', 'phone', 'email']
        : ['name', 'creditCode', 'representative', 'phone', 'email'];
    case 'what':
      return ['informationTitle', 'informationNumber', 'description', 'agency'];
    case 'how':
      return [
        'form',
        'delivery',
        ...(answers.delivery === 'email' ? (['email'] as const) : []),
        ...(answers.delivery === 'post' ? (['address', 'postcode'] as const) : []),
      ];
  }
}

/**
 * What is wrong with the answers of one page. Every page judges by the same day as the one that sends:
 * what this one does not mind and that one refuses, nobody could ever put right.
 */
export function errorsOf(step: FormStep, answers: Answers, today: Day): FieldError[] {
  const parsed = parseApplication(asked(answers), today);
  if (parsed.ok) return [];
  const fields = fieldsOf(step, answers);
  return parsed.errors.filter(({ field }) => fields.includes(field));
}

/**
 * The answers without those that no page asks for any more, such as an address entered before another
 * way of delivery was chosen: they are not sent, and nobody is held up by what cannot be seen.
 */
export function asked(answers: Answers): Answers {
  const fields = new Set(formSteps.flatMap((step) => fieldsOf(step, answers)));
  return Object.fromEntries(
    Object.entries(answers).filter(([field]) => fields.has(field as ApplicationField)),
  );
}

/** The first page that has to be filled in or mended before the application can be sent. */
export const firstUnfinished = (answers: Answers, today: Day): FormStep | null =>
  formSteps.find((step) => errorsOf(step, answers, today).length > 0) ?? null;

/** Where an answered page leads; `check` is where the answers are read once more. */
export const nextStep = (step: FormStep): FormStep | 'check' =>
  formSteps[formSteps.indexOf(step) + 1] ?? 'check';

export const stepBefore = (step: FormStep | 'check'): FormStep | null =>
  formSteps[(step === 'check' ? formSteps.length : formSteps.indexOf(step)) - 1] ?? null;

/** Whether a natural person applies; before that is answered, nobody does. */
export function isPerson({ applicantKind }: Answers): boolean {
  const kind = applicantKinds.find((code) => code === applicantKind);
  return kind !== undefined && !isOrganisation(kind);
}
