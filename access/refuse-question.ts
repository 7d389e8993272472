import {
  APIError,
  type CollectionBeforeOperationHook,
  type CollectionSlug,
  type FlattenedField,
  type Payload,
  type PayloadRequest,
} from 'payload';
import { messages } from '@/messages';
import { localeOf } from './language';
import { conditionsIn, fieldAt, type Condition, type Found } from './conditions';
import { isDayShaped, isIdShaped, type IdType } from './misshapen';

/**
 * Answers 400 in words to pages, orders and conditions that end in a fault of the database, and to those
 * that reach through a relation into another record's fields (`replaces.title`) where Payload asks the
 * versions, or changes records by a condition: there it drops the other record's read rule while it
 * rewrites the condition, and whoever asks long enough reads a hidden text letter by letter. In a plain
 * read that rule is kept. An order has no such rule at all.
 */
export const refuseQuestion: CollectionBeforeOperationHook = ({
  args: given,
  collection,
  operation,
  req,
}) => {
  const args = given as Args;
  if (args.overrideAccess === true) return given;
  // The interfaces leave it out; every local call says whether it passes by access control.
  const isAskedFromOutside = args.overrideAccess === undefined;
  const isPlain = (operation === 'read' || operation === 'count') && !args.draft;
  const within = fieldsOf(req.payload);
  const asked = { isAskedFromOutside, isPlain, req };
  if (isAskedFromOutside) refuseCounts(req, args);
  refuseParts(args, (path) => fieldAt(path, collection.flattenedFields, within), asked);
  for (const [name, join] of Object.entries(args.joins || {})) {
    const field = collection.flattenedFields.find((each) => 'name' in each && each.name === name);
    if (!join || field?.type !== 'join' || typeof field.collection !== 'string') continue;
    const fields = within(field.collection);
    refuseParts(join, (path) => fieldAt(path, fields, within), asked);
  }
  return given;
};

/**
 * The same for a condition that an endpoint of our own takes from outside and asks for itself.
 *
 * @throws APIError 400 that names the field
 */
export function refuseCondition(req: PayloadRequest, slug: CollectionSlug, where: unknown): void {
  const within = fieldsOf(req.payload);
  const at = (path: string) => fieldAt(path, within(slug), within);
  refuseParts({ where }, at, { isAskedFromOutside: true, isPlain: true, req });
}

type Question = { where?: unknown; sort?: unknown };

type Args = Question & {
  overrideAccess?: boolean;
  draft?: boolean;
  joins?: Record<string, Question | false> | false;
  limit?: unknown;
  page?: unknown;
};

type Asked = { isAskedFromOutside: boolean; isPlain: boolean; req: PayloadRequest };

function refuseParts(
  { sort, where }: Question,
  at: (path: string) => Found,
  { isAskedFromOutside, isPlain, req }: Asked,
): void {
  for (const key of [sort ?? []].flat()) {
    const { kind, isBeyond } = at(String(key).replace(/^-/, ''));
    if (isBeyond || (kind === null && isAskedFromOutside)) refuse(req, `sort=${String(key)}`);
  }
  const conditions = conditionsIn(where);
  if (!conditions) return refuse(req, 'where');
  for (const condition of conditions) {
    const { path, operand } = condition;
    const found = at(path);
    // `{ contains: { title: … } }` is for Payload a condition on the other record, whose read rule it does
    // not ask for even in a plain read.
    const isInside = found.kind === 'record' && isCondition(operand);
    if (isInside || (found.isBeyond && !isPlain)) refuse(req, path);
    const idType = req.payload.db.defaultIDType;
    if (isAskedFromOutside && !makesSense(found, condition, idType)) refuse(req, path);
  }
}

function refuse(req: PayloadRequest, what: string): never {
  const words = messages[localeOf(req)].desk.shape.question;
  throw new APIError(
    words.replace('{field}', () => what.slice(0, 60)),
    400,
    null,
    true,
  );
}

function refuseCounts(req: PayloadRequest, { limit, page }: Args): void {
  const isCount = (value: unknown, least: number): boolean =>
    value === undefined ||
    value === null ||
    (Number.isSafeInteger(value) && (value as number) >= least);
  if (!isCount(limit, 0)) refuse(req, 'limit');
  if (!isCount(page, 1)) refuse(req, 'page');
}

const fieldsOf =
  ({ collections }: Payload) =>
  (slug: string): readonly FlattenedField[] =>
    collections[slug as keyof typeof collections]?.config.flattenedFields ?? [];

const SAME = ['equals', 'not_equals', 'in', 'not_in', 'exists'];
const ORDERED = [...SAME, 'greater_than', 'greater_than_equal', 'less_than', 'less_than_equal'];

/** What both databases can answer. An operator that exists nowhere, or a field, is Payload's to refuse. */
const OPERATORS: Record<NonNullable<Found['kind']>, ReadonlySet<string>> = {
  record: new Set(SAME),
  // Which record of which collection: `results.value`, `results.relationTo`.
  mixed: new Set(),
  day: new Set(ORDERED),
  number: new Set(ORDERED),
  yesOrNo: new Set(SAME),
  text: new Set([...ORDERED, 'like', 'not_like', 'contains']),
};

function makesSense(
  { kind }: Found,
  { path, operator, operand }: Condition,
  idType: IdType,
): boolean {
  if (kind === null) return true;
  // Whoever reads page after page asks for what comes after an id.
  if (!OPERATORS[kind].has(operator) && !(path === 'id' && ORDERED.includes(operator)))
    return false;
  if (operator === 'exists') return true;
  const isSeveral = operator.endsWith('in') && typeof operand === 'string';
  const operands: unknown[] = isSeveral ? (operand as string).split(',') : [operand].flat();
  return operands.every(
    (each) =>
      ['', 'null', null, undefined].includes(each as string) ||
      (kind === 'record' ? isIdShaped(each, idType) : kind !== 'day' || isMoment(each)),
  );
}

/** GraphQL hands a moment over as such. */
const isMoment = (operand: unknown): boolean =>
  operand instanceof Date ? !Number.isNaN(operand.getTime()) : isDayShaped(operand);

/** An id of MongoDB's is an object too, but not a plain one. */
const isCondition = (operand: unknown): boolean =>
  [operand].flat().some((each: unknown) => {
    if (typeof each !== 'object' || each === null) return false;
    const prototype: unknown = Object.getPrototypeOf(each);
    return prototype === Object.prototype || prototype === null;
  });
