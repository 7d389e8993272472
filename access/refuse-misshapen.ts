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
import { isIdShaped, misshapen, type Expected, type IdType } from './misshapen';

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
  if (args.id !== undefined && !isIdShaped(args.id, idType)) {
    throw new APIError(req.t('error:notFound'), 404, null, true);
  }
  if (operation === 'create' || operation === 'update' || operation === 'updateByID') {
    await refuseBody(req, collection, args, idType);
  }
  return given;
};

type Args = {
  overrideAccess?: boolean;
  data?: unknown;
  id?: unknown;
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

function sentence(req: PayloadRequest, path: string, expected: Expected): string {
  const { field, expected: kinds } = messages[localeOf(req)].desk.shape;
  return field.replace('{field}', path).replace('{expected}', kinds[expected]);
}
