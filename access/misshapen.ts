import type { FlattenedField } from 'payload';
import { isDay } from '@/domain/workdays/days';

/** What a value should have been; the words are in messages `desk.shape.expected`. */
export type Expected =
  'text' | 'number' | 'yesOrNo' | 'day' | 'record' | 'group' | 'list' | 'richText';

export type Misshapen = { path: string; expected: Expected };

export type IdType = 'number' | 'text';

/**
 * Which values that came by the interface no field of this name could hold, such as an object where
 * a text belongs. Payload checks what a text says, and takes for granted that it is one. What is missing
 * or too long is the fields' own business; fields that are unknown are dropped by Payload.
 */
export function misshapen(
  fields: readonly FlattenedField[],
  data: Readonly<Record<string, unknown>>,
  idType: IdType,
  path = '',
): Misshapen[] {
  return fields.flatMap((field) => {
    if (!('name' in field) || !Object.hasOwn(data, field.name)) return [];
    return inField(field, data[field.name], idType, `${path}${field.name}`);
  });
}

/** Whether a value can be the id of a record. */
export const isIdShaped = (value: unknown, idType: IdType): boolean =>
  idType === 'number'
    ? /^[1-9]\d{0,15}$/.test(String(value)) && (typeof value === 'string' || isNumber(value))
    : typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value);

/** A day or a moment as an interface takes it. */
export const isDayShaped = (value: unknown): boolean =>
  typeof value === 'string' && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));

function inField(field: FlattenedField, value: unknown, idType: IdType, path: string): Misshapen[] {
  const wrong = (expected: Expected): Misshapen[] => [{ path, expected }];
  if (field.type === 'group' || field.type === 'tab') {
    if (value === undefined) return [];
    // An empty group is `{}`; null is what Payload falls over.
    if (!isRecord(value)) return wrong('group');
    return misshapen(field.flattenedFields, value, idType, `${path}.`);
  }
  if (value === undefined) return [];
  if (value === null) return ALWAYS.has(path) ? wrong('day') : [];
  if (field.type === 'array') {
    // So the admin's form sends a list without rows, which Payload reads.
    if (value === 0 || value === '0') return [];
    if (!Array.isArray(value)) return wrong('list');
    return value.flatMap((row: unknown, i) =>
      isRecord(row)
        ? misshapen(field.flattenedFields, row, idType, `${path}.${i}.`)
        : [{ path: `${path}.${i}`, expected: 'group' as const }],
    );
  }
  if (field.type === 'blocks') {
    return Array.isArray(value) && value.every(isRecord) ? [] : wrong('list');
  }
  const isMany = 'hasMany' in field && field.hasMany === true;
  if (isMany && !Array.isArray(value)) return wrong('list');
  const values: unknown[] = isMany ? (value as unknown[]) : [value];
  const expected = expectedOf(field);
  if (!expected || values.every((each) => fits(field, each, expected, idType))) return [];
  return wrong(expected);
}

/** The database writes them, and they are never empty. */
const ALWAYS = new Set(['createdAt', 'updatedAt']);

function expectedOf({ type }: FlattenedField): Expected | null {
  switch (type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
    case 'select':
    case 'radio':
      return 'text';
    case 'number':
      return 'number';
    case 'checkbox':
      return 'yesOrNo';
    case 'date':
      return 'day';
    case 'relationship':
    case 'upload':
      return 'record';
    case 'richText':
      return 'richText';
    default:
      return null;
  }
}

function fits(field: FlattenedField, value: unknown, expected: Expected, idType: IdType): boolean {
  switch (expected) {
    case 'text':
      return typeof value === 'string' && !value.includes('\0');
    case 'number':
      return isNumber(value) || value === '';
    case 'yesOrNo':
      return typeof value === 'boolean';
    case 'day':
      return isDayShaped(value);
    case 'richText':
      return isEditorState(value);
    case 'record': {
      const isMixed = 'relationTo' in field && Array.isArray(field.relationTo);
      const id = isMixed && isRecord(value) ? value.value : value;
      // A record that was read with what hangs on it may come back as it was.
      return isIdShaped(isRecord(id) ? id.id : id, idType) || value === '';
    }
    default:
      return true;
  }
}

/** What nobody writes, and what readers that go from child to child could not follow. */
const DEEPEST = 100;

/** Whether a value is a tree as the editor keeps it, or the empty one. */
export function isEditorState(value: unknown): boolean {
  if (!isRecord(value)) return false;
  if (value.root === undefined) return true;
  let level: unknown[] = [value.root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST || !level.every(isRecord)) return false;
    const children = (level as Record<string, unknown>[]).map((node) => node.children ?? []);
    if (!children.every(Array.isArray)) return false;
    level = children.flat();
  }
  return true;
}

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
