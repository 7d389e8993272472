import { ValidationError, type CollectionBeforeValidateHook, type FieldAccess } from 'payload';
import { localeOf } from '@/access/language';
import { LETTER_PURPOSES } from '@/domain/letters/codes';
import { parseIntake, type Intake, type IntakeError } from '@/domain/letters/intake';
import { dayOf } from '@/domain/workdays/days';
import { messages } from '@/messages';
import type { Letter } from '@/payload-types';

/** What the writer sent or said: nobody's to change once the letter is on its way. */
export const WRITERS_OWN = [
  'title',
  'body',
  'page',
  'name',
  'phone',
  'email',
  'address',
  'idNumber',
  'mayPublish',
  'language',
] as const satisfies readonly (keyof Letter)[];

/**
 * Whoever wrote a call down may put a slip of theirs right until the letter is passed on. What the writer
 * typed themselves stays as they typed it.
 */
export const isCorrectable = (letter: Partial<Letter> | null | undefined): boolean =>
  Boolean(letter?.channel) &&
  letter?.channel !== 'internet' &&
  letter?.status === 'received' &&
  !letter.erasedOn;

export const whileCorrectable: FieldAccess = ({ doc }) =>
  isCorrectable(doc as Partial<Letter> | undefined);

/**
 * What an officer writes down of a letter is checked as it is of whoever fills in the form, and everything
 * that is wrong with it is told at once, at its field.
 */
export const checkIntake: CollectionBeforeValidateHook<Letter> = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!req.user || !data) return data;
  if (operation === 'update' && !isCorrectable(originalDoc)) return data;
  const all = { ...originalDoc, ...data };
  const typed = typedIn(data, originalDoc);
  // Whoever asks by the interfaces may leave it out; the field's own default comes after this.
  const purpose = all.purpose ?? 'letter';
  if (!LETTER_PURPOSES.some(({ code }) => code === purpose)) {
    const message = sentence(localeOf(req), { key: 'purposeRequired' });
    throw new ValidationError(
      { collection: 'letters', errors: [{ path: 'purpose', message }], req },
      req.t,
    );
  }
  const parsed = parseIntake(
    {
      channel: all.channel,
      // Fixed at the filing: by now it may lie back a long time.
      receivedOn: operation === 'create' && data.receivedOn ? dayOf(data.receivedOn) : null,
      kind: all.kind,
      title: all.title,
      body: all.body,
      'page.address': all.page?.address,
      'page.kind': all.page?.kind,
      // Masked where it is kept, which is a name as well.
      name: all.name,
      ...typed,
    },
    purpose,
    { today: dayOf(new Date()), site: process.env.SITE_URL || 'http://localhost:3000' },
  );
  if (!parsed.ok) {
    const locale = localeOf(req);
    const errors = parsed.errors.map(({ path, ...error }) => ({
      path,
      message: sentence(locale, error),
    }));
    throw new ValidationError({ collection: 'letters', errors, req }, req.t);
  }
  const { value } = parsed;
  return {
    ...data,
    title: value.title ?? '',
    body: value.body ?? '',
    ...(data.page && { page: { ...data.page, address: value['page.address'] } }),
    ...Object.fromEntries(Object.keys(typed).map((field) => [field, value[field as 'name']])),
  } as Partial<Letter>;
};

const PERSONAL = ['name', 'phone', 'email', 'address', 'idNumber'] as const;

/** What was typed of who wrote: what a save carries back masked is no phone number and no mistake. */
const typedIn = (data: Partial<Letter>, before: Letter | undefined): Intake =>
  Object.fromEntries(
    PERSONAL.filter(
      (field) => field in data && (!before || (data[field] ?? null) !== (before[field] ?? null)),
    ).map((field) => [field, data[field]]),
  );

function sentence(locale: 'en' | 'zh-CN', { key, values = {} }: Omit<IntakeError, 'path'>): string {
  const words: Record<string, string> = {
    ...messages[locale].lettersOffice.errors,
    ...messages[locale].applications.errors,
  };
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (place, name: string) =>
    String(values[name] ?? place),
  );
}
