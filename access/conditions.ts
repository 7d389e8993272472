import type { FlattenedField } from 'payload';

export type Condition = { path: string; operator: string; operand: unknown };

/** The parts of a condition as the interfaces take it; null where it is deeper than anybody asks. */
export function conditionsIn(where: unknown, depth = 0): Condition[] | null {
  if (typeof where !== 'object' || where === null) return [];
  if (depth > DEEPEST) return null;
  const found: Condition[] = [];
  for (const [key, inner] of Object.entries(where) as [string, unknown][]) {
    if (/^(and|or)$/i.test(key)) {
      for (const each of [inner].flat()) {
        const parts = conditionsIn(each, depth + 1);
        if (parts === null) return null;
        found.push(...parts);
      }
    } else if (typeof inner === 'object' && inner !== null) {
      for (const [operator, operand] of Object.entries(inner) as [string, unknown][]) {
        found.push({ path: key, operator, operand });
      }
    }
  }
  return found;
}

const DEEPEST = 20;

/** What stands at a path, and whether that is beyond a relation: in another record. Null where no field is. */
export type Found = {
  kind: 'record' | 'mixed' | 'day' | 'number' | 'yesOrNo' | 'text' | null;
  isBeyond: boolean;
};

/** @param fieldsOf the fields of another collection by its slug */
export function fieldAt(
  path: string,
  fields: readonly FlattenedField[],
  fieldsOf: (slug: string) => readonly FlattenedField[],
): Found {
  // GraphQL writes `agency__slug`; versions put the record's fields under `version`.
  const parts = path.replaceAll('__', '.').split('.');
  if (parts[0] === 'version') parts.shift();
  const hasOwn = fields.some((field) => 'name' in field && field.name === 'parent');
  if (parts[0] === 'parent' && !hasOwn) return { kind: 'record', isBeyond: parts.length > 1 };
  return walk(parts, fields, fieldsOf, false);
}

function walk(
  [name = '', ...rest]: readonly string[],
  fields: readonly FlattenedField[],
  fieldsOf: (slug: string) => readonly FlattenedField[],
  isBeyond: boolean,
): Found {
  if (name === 'id' || name === '_id') return { kind: 'record', isBeyond };
  if (name === 'createdAt' || name === 'updatedAt') return { kind: 'day', isBeyond };
  const field = fields.find((each) => 'name' in each && each.name === name);
  if (!field) return { kind: null, isBeyond };
  if (field.type === 'relationship' || field.type === 'upload' || field.type === 'join') {
    const to = field.type === 'join' ? field.collection : field.relationTo;
    const [next = ''] = rest;
    if (Array.isArray(to)) {
      if (next === 'value') return { kind: 'record', isBeyond: isBeyond || rest.length > 1 };
      if (next === 'relationTo') return { kind: 'text', isBeyond };
      return { kind: 'mixed', isBeyond: isBeyond || rest.length > 0 };
    }
    if (rest.length === 0) return { kind: 'record', isBeyond };
    if (next === 'id') return { kind: 'record', isBeyond };
    return walk(rest, fieldsOf(to), fieldsOf, true);
  }
  if (field.type === 'blocks') {
    const inBlocks = field.blocks.flatMap((block) => block.flattenedFields);
    return walk(rest, inBlocks, fieldsOf, isBeyond);
  }
  if ('flattenedFields' in field && rest.length > 0) {
    return walk(rest, field.flattenedFields, fieldsOf, isBeyond);
  }
  return { kind: kindOf(field), isBeyond };
}

function kindOf({ type }: FlattenedField): Found['kind'] {
  if (type === 'date') return 'day';
  if (type === 'number') return 'number';
  if (type === 'checkbox') return 'yesOrNo';
  return type === 'group' || type === 'array' || type === 'tab' ? null : 'text';
}
