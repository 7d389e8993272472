import {
  APIError,
  ValidationError,
  type CollectionBeforeOperationHook,
  type FlattenedField,
  type PayloadRequest,
  type SanitizedCollectionConfig,
} from 'payload';
import { messages } from '@/messages';
import { localeOf } from './language';
import { isDayShaped, isIdShaped, misshapen, type Expected, type IdType } from './misshapen';

/**
 * Answers 400 in words to what would otherwise end in a fault of the database or of a hook: a body that
 * is no object, a value of another kind than its field, a record that is not there. Only for what comes
 * by the interfaces: the portal's own code is held to its types.
 */
export const refuseMisshapen: CollectionBeforeOperationHook = async ({
  args: given,
  collection,
  operation,
  req,
}) => {
  const args = given as Args;
  // The interfaces leave it out; every local call says whether it passes by access control.
  if (args.overrideAccess !== undefined) return given;
  const idType = req.payload.db.defaultIDType;
  const fields = collection.flattenedFields;
  if (args.id !== undefined && !isIdShaped(args.id, idType)) {
    throw new APIError(req.t('error:notFound'), 404, null, true);
  }
  refuseQuestion(req, fields, args, idType);
  if (operation === 'create' || operation === 'update' || operation === 'updateByID') {
    await refuseBody(req, collection, args, idType);
  }
  return given;
};

type Args = {
  overrideAccess?: boolean;
  data?: unknown;
  id?: unknown;
  where?: unknown;
  sort?: unknown;
  limit?: unknown;
  page?: unknown;
};

async function refuseBody(
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  { data }: Args,
  idType: IdType,
): Promise<void> {
  const words = messages[localeOf(req)].desk.shape;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new APIError(words.body, 400, null, true);
  }
  const body = data as Record<string, unknown>;
  const wrong = misshapen(collection.flattenedFields, body, idType).map(({ path, expected }) => ({
    path,
    message: sentence(req, path, expected),
  }));
  const errors = wrong.length > 0 ? wrong : await absent(req, collection.flattenedFields, body);
  if (errors.length > 0) {
    throw new ValidationError({ collection: collection.slug, errors, req }, req.t);
  }
}

/** Records named in the body that are not there: SQLite would refuse the whole statement for them. */
async function absent(
  req: PayloadRequest,
  fields: readonly FlattenedField[],
  body: Record<string, unknown>,
): Promise<{ path: string; message: string }[]> {
  const named = fields.flatMap((field) => {
    if (field.type !== 'relationship' && field.type !== 'upload') return [];
    const value = body[field.name];
    const isOne = typeof field.relationTo === 'string' && !field.hasMany && Boolean(value);
    if (!isOne) return [];
    const id = typeof value === 'object' ? (value as { id: number | string }).id : value;
    return [{ path: field.name, collection: field.relationTo as string, id: id as number }];
  });
  const counts = await Promise.all(
    named.map(({ collection, id }) =>
      req.payload.db.count({ collection: collection as 'agencies', where: { id: { equals: id } } }),
    ),
  );
  const { missing } = messages[localeOf(req)].desk.shape;
  return named
    .filter((_, i) => counts[i]?.totalDocs === 0)
    .map(({ path }) => ({ path, message: missing.replace('{field}', path) }));
}

/** Pages, order and conditions of a list. Conditions on fields that nobody may ask of are Payload's to refuse. */
function refuseQuestion(
  req: PayloadRequest,
  fields: readonly FlattenedField[],
  { limit, page, sort, where }: Args,
  idType: IdType,
): void {
  const refuse = (what: string): never => {
    const words = messages[localeOf(req)].desk.shape.question;
    throw new APIError(
      words.replace('{field}', () => what.slice(0, 60)),
      400,
      null,
      true,
    );
  };
  const isCount = (value: unknown, least: number): boolean =>
    value === undefined || (Number.isSafeInteger(value) && (value as number) >= least);
  if (!isCount(limit, 0)) refuse('limit');
  if (!isCount(page, 1)) refuse('page');
  for (const key of [sort ?? []].flat()) {
    const [name = ''] = String(key).replace(/^-/, '').split('.');
    if (!kindOf(fields, name)) refuse(`sort=${String(key)}`);
  }
  for (const { name, operands } of conditions(where)) {
    const type = kindOf(fields, name);
    const isRight = (operand: unknown): boolean =>
      ['', 'null', null, undefined].includes(operand as string) ||
      (type === 'record' ? isIdShaped(operand, idType) : type !== 'day' || isDayShaped(operand));
    if (!operands.every(isRight)) refuse(name);
  }
}

/** Days and records by name, `other` for the rest, null for what is no field. */
function kindOf(
  fields: readonly FlattenedField[],
  name: string,
): 'day' | 'record' | 'other' | null {
  if (name === 'id') return 'record';
  if (name === 'createdAt' || name === 'updatedAt') return 'day';
  const field = fields.find((each) => 'name' in each && each.name === name);
  if (!field) return null;
  if (field.type === 'date') return 'day';
  const isOne = field.type === 'relationship' && typeof field.relationTo === 'string';
  return isOne ? 'record' : 'other';
}

const COMPARED = new Set([
  'equals',
  'not_equals',
  'in',
  'not_in',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
]);

/** The plain comparisons of a condition, at whatever depth, of fields of the record itself. */
function conditions(where: unknown, depth = 0): { name: string; operands: unknown[] }[] {
  if (typeof where !== 'object' || where === null || depth > 10) return [];
  return Object.entries(where).flatMap(([key, inner]) => {
    if (/^(and|or)$/i.test(key)) {
      return [inner].flat().flatMap((each: unknown) => conditions(each, depth + 1));
    }
    if (typeof inner !== 'object' || inner === null) return [];
    return Object.entries(inner as Record<string, unknown>)
      .filter(([operator]) => COMPARED.has(operator))
      .map(([operator, operand]) => {
        const isSeveral = operator.endsWith('in') && typeof operand === 'string';
        return { name: key, operands: isSeveral ? operand.split(',') : [operand].flat() };
      });
  });
}

function sentence(req: PayloadRequest, path: string, expected: Expected): string {
  const { field, expected: kinds } = messages[localeOf(req)].desk.shape;
  return field.replace('{field}', path).replace('{expected}', kinds[expected]);
}
