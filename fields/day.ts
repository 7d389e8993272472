import { ValidationError, type DateField, type FieldHook } from 'payload';

/**
 * A calendar day. Stored as noon UTC, which is the same day in Shanghai and wherever an
 * editor's browser may stand; read back with domain/workdays `dayOf`.
 */
export const day = (
  name: string,
  label: DateField['label'],
  rest: Partial<Omit<DateField, 'name' | 'type' | 'label'>> = {},
): DateField =>
  ({
    name,
    type: 'date',
    label,
    ...rest,
    admin: { date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' }, ...rest.admin },
    hooks: { ...rest.hooks, beforeValidate: [normalise, ...(rest.hooks?.beforeValidate ?? [])] },
  }) as DateField;

/**
 * Noon UTC of the Shanghai day that an instant falls on, or of a plain `YYYY-MM-DD`.
 * A picker in Shanghai sends local midnight, which is still the previous day in UTC.
 * What is no date is given back as it is.
 */
export function toNoon(value: string): string {
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime())) return value;
  const isPlainDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  // 31 February is no day, though it is read as one in March.
  if (isPlainDay && instant.toISOString().slice(0, 10) !== value) return value;
  const inShanghai = isPlainDay ? instant : new Date(instant.getTime() + 8 * 3600 * 1000);
  return `${inShanghai.toISOString().slice(0, 10)}T12:00:00.000Z`;
}

/** Payload itself takes 31 February for a day in March and keeps it as it was written, in drafts and all. */
const normalise: FieldHook = ({ collection, path, req, value }) => {
  if (value instanceof Date) return toNoon(value.toISOString());
  if (typeof value !== 'string' || value === '') return value;
  const noon = toNoon(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(noon)) {
    const message = req.t('validation:notValidDate', { value });
    throw new ValidationError(
      { collection: collection?.slug, errors: [{ path: path.join('.'), message }], req },
      req.t,
    );
  }
  return noon;
};
