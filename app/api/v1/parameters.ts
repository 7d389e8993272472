import * as z from 'zod';
import type { Locale } from '@/i18n/routing';
import { developerWords } from './words';

export type WrongParameter = { name: string; message: string };

type Read<Value> = { ok: true; value: Value } | { ok: false; wrong: WrongParameter[] };

/** Reads the parameters behind `?` as their schema says; what it does not know is wrong as well. */
export function readQuery<Schema extends z.ZodObject>(
  schema: Schema,
  params: URLSearchParams,
  locale: Locale,
): Read<z.infer<Schema>> {
  const t = developerWords(locale);
  const values: Record<string, unknown> = {};
  const wrong: WrongParameter[] = [];
  for (const name of new Set(params.keys())) {
    const given = params.getAll(name);
    const { isKnown, isList, isNumber } = shapeOf(schema, name);
    if (!isKnown) {
      const known = Object.keys(schema.shape).join(', ') || t('problems.noParameters');
      wrong.push({ name, message: t('problems.unknown', { name, known }) });
      continue;
    }
    const read = given.map((text) => (isNumber ? numberIn(text) : text));
    if (isList) values[name] = read;
    else if (given.length > 1) wrong.push({ name, message: t('problems.once', { name }) });
    else values[name] = read[0];
  }
  return checked(schema, values, wrong, locale);
}

/** Reads the parameters in a path. */
export function readPath<Schema extends z.ZodObject>(
  schema: Schema,
  given: Record<string, string>,
  locale: Locale,
): Read<z.infer<Schema>> {
  const values = Object.fromEntries(
    Object.entries(given).map(([name, text]) => [
      name,
      shapeOf(schema, name).isNumber ? numberIn(text) : text,
    ]),
  );
  return checked(schema, values, [], locale);
}

function checked<Schema extends z.ZodObject>(
  schema: Schema,
  values: Record<string, unknown>,
  wrong: WrongParameter[],
  locale: Locale,
): Read<z.infer<Schema>> {
  const { localeError } = locale === 'en' ? z.locales.en() : z.locales.zhCN();
  const read = schema.safeParse(values, { error: localeError });
  if (read.success && wrong.length === 0) return { ok: true, value: read.data };
  const t = developerWords(locale);
  const issues = read.error?.issues ?? [];
  const named = new Set(wrong.map(({ name }) => name));
  for (const { path, message } of issues) {
    const name = String(path[0] ?? '');
    if (named.has(name)) continue;
    named.add(name);
    wrong.push({
      name,
      message: t('problems.parameter', { name, message: message.replace(/[.。]$/, '') }),
    });
  }
  return { ok: false, wrong };
}

/** Only a whole number in plain digits is one; what else is written is for the schema to refuse. */
const numberIn = (text: string): number | string =>
  /^-?\d{1,9}$/.test(text) ? Number(text) : text;

function shapeOf(schema: z.ZodObject, name: string) {
  const field = Object.hasOwn(schema.shape, name) ? (schema.shape[name] as z.ZodType) : undefined;
  if (!field) return { isKnown: false, isList: false, isNumber: false };
  const { type, items } = z.toJSONSchema(field, { io: 'output' });
  const isList = type === 'array';
  const inner = isList && typeof items === 'object' && !Array.isArray(items) ? items.type : type;
  return { isKnown: true, isList, isNumber: inner === 'integer' };
}
