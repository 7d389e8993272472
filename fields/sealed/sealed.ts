import { ValidationError, type FieldHook, type TextareaField, type TextField } from 'payload';
import { messages } from '@/messages';
import { isSealedAs, isSealed, seal, unseal } from './seal';

/** What no mask is without, and hardly any text has. */
const STARS = '**';

/**
 * A text that is encrypted in the database. Read back it is masked, unless the reader's code
 * asks with `context.unsealed`. It is never indexed, searched or put into versions.
 */
export function sealed<T extends TextField | TextareaField>(
  field: T,
  { mask }: { mask: (plain: string) => string },
): T {
  const { name } = field;
  const close: FieldHook = ({ value, siblingDocWithLocales, context, path, req }) => {
    const stored = (siblingDocWithLocales as Record<string, unknown> | undefined)?.[name];
    if (value === undefined || value === null || value === '') return value;
    const text = String(value);
    // Somebody may type what looks encrypted; kept as it is, nobody could read the record again.
    if (isSealedAs(text, name)) return text;
    if (isSealed(stored)) {
      const plain = unseal(stored, name);
      // A save of another field carries back the mask that was shown: it means "unchanged".
      if (text === plain || text === mask(plain)) return stored;
      // One that was half typed over would be stored as if it were the value.
      if (!context.caseAction && text.includes(STARS) && !plain.includes(STARS)) {
        const locale = req.i18n?.language === 'en' ? 'en' : 'zh-CN';
        const { message } = messages[locale].privacy.maskTypedOver;
        throw new ValidationError({ errors: [{ path: path.join('.'), message }] }, req.t);
      }
    }
    return seal(text, name);
  };
  const show: FieldHook = ({ value, context }) => {
    if (!isSealed(value)) return value;
    const plain = unseal(value, name);
    return context.unsealed ? plain : mask(plain);
  };
  return {
    ...field,
    hooks: { ...field.hooks, beforeChange: [close], afterRead: [show] },
    admin: { ...field.admin, disableListColumn: true, disableListFilter: true },
  };
}
