import type { FieldHook, TextareaField, TextField } from 'payload';
import { isSealed, seal, unseal } from './seal';

const MASK_CHARACTER = '*';

/**
 * A text that is encrypted in the database. Read back it is masked, unless the reader's code
 * asks with `context.unsealed`, or the field says that the office may see it (`open`).
 * It is never indexed, searched or put into versions.
 */
export function sealed<T extends TextField | TextareaField>(
  field: T,
  { mask, open = false }: { mask: (plain: string) => string; open?: boolean },
): T {
  const { name } = field;
  const close: FieldHook = ({ value, siblingDocWithLocales }) => {
    const stored = (siblingDocWithLocales as Record<string, unknown> | undefined)?.[name];
    if (value === undefined || value === null || value === '') return value;
    if (isSealed(value)) return value;
    // A save of another field carries back the mask that was shown: it means "unchanged".
    if (isSealed(stored) && isUnchanged(String(value), stored)) return stored;
    return seal(String(value), name);
  };
  const isUnchanged = (value: string, stored: string): boolean =>
    value.includes(MASK_CHARACTER) || value === unseal(stored, name);
  const show: FieldHook = ({ value, context }) => {
    if (!isSealed(value)) return value;
    const plain = unseal(value, name);
    return open || context.unsealed ? plain : mask(plain);
  };
  return {
    ...field,
    hooks: { ...field.hooks, beforeChange: [close], afterRead: [show] },
    admin: { ...field.admin, disableListColumn: true, disableListFilter: true },
  };
}
