import type { Payload } from 'payload';
import { NO_ADDRESS } from './plain-words';

type Known = Pick<Payload, 'collections' | 'db' | 'globals'>;

/**
 * What Payload would answer with "Something went wrong" and an entry in the log: an id that can be
 * none in this database, a condition that is no condition, a word that every object knows, and the versions of
 * what keeps none.
 *
 * @param path the parts of the address after /api
 * @returns null where Payload may answer
 */
export function refusalOf(
  request: Request,
  path: readonly string[],
  { collections, db, globals }: Known,
): Response | null {
  const [slug = '', ...rest] = path;
  if (slug === 'globals') {
    const asked = globals.config.find((each) => each.slug === rest[0]);
    return asked && rest[1] === 'versions' && !asked.versions ? refuse(404, NO_VERSIONS) : null;
  }
  const isKnown = Object.hasOwn(collections, slug);
  // Payload would take what the object inherits for a collection.
  if (!isKnown && slug in collections) return refuse(404, NO_ADDRESS);
  const collection = isKnown ? collections[slug as keyof typeof collections] : undefined;
  if (!collection) return null;
  if (rest[0] === 'versions' && !collection.config.versions) return refuse(404, NO_VERSIONS);
  if (new URL(request.url).searchParams.has('where')) return refuse(400, NO_CONDITION);
  const method = request.method.toLowerCase();
  const endpoints = (collection.config.endpoints || []).filter((each) => each.method === method);
  const firsts = endpoints.map(({ path: known }) => known.split('/')[1] ?? '');
  // Preferences are kept under names.
  if (firsts.some((first) => first.startsWith(':') && first !== ':id')) return null;
  const named = rest[0] !== undefined && firsts.includes(rest[0]);
  const id = named ? rest[1] : rest[0];
  const isId = named ? rest[0] === 'versions' && rest.length === 2 : rest.length > 0;
  if (!isId || id === undefined) return null;
  const type = (named ? undefined : collection.customIDType) ?? db.defaultIDType;
  return IDS[type].test(id) ? null : refuse(404, NO_RECORD);
}

const IDS = { number: /^\d{1,15}$/, text: /^[0-9a-f-]{1,64}$/i };

const NO_CONDITION = '参数 where 写法不对，应当像 where[title][like]=停车。 ' +
  'The parameter where is written like where[title][like]=parking.';
const NO_BODY = '请求的内容不是 JSON。 The body of the request is not JSON.';
const NO_RECORD = '没有这一条。 There is no such record.';

const NO_VERSIONS = '这里不保存历史版本。 No versions are kept here.';

const refuse = (status: number, message: string): Response =>
  Response.json({ errors: [{ message }] }, { status });

export const UNREADABLE = (): Response => refuse(400, NO_BODY);
