/** A JSON Schema as far as the words about a field need it. */
export type FieldSchema = {
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: readonly unknown[];
  items?: FieldSchema | FieldSchema[] | boolean;
  anyOf?: readonly FieldSchema[];
  default?: unknown;
};

/**
 * The half of a description that is in the reader's language. Descriptions stand in both, English
 * first ("Made on. 成文日期"), because programs read them where nobody can choose; of a code's
 * description the list of codes is left out.
 */
export function wordsIn(description: string, locale: 'zh-CN' | 'en'): string {
  const plain = description.replace(/: \S+ [\u4e00-\u9fff〔〕\d（）]+.*;.*$/u, '');
  const start = plain.search(CHINESE);
  if (start < 0) return plain;
  const [english, chinese] = [plain.slice(0, start), plain.slice(start)];
  if (locale === 'zh-CN') return chinese.trim();
  return english.replace(/[\s.;:,]+$/, '').trim() || chinese.trim();
}

/** The codes of a description with what each means in Chinese: "notice 通知公告; plan 规划计划". */
export function meaningsIn(description: string): ReadonlyMap<string, string> {
  const listed = /(?:^|: )(\S+ [^;]+(?:; \S+ [^;]+)+)$/u.exec(description)?.[1] ?? '';
  const pairs = listed.split('; ').map((pair): [string, string] => {
    const space = pair.indexOf(' ');
    return [pair.slice(0, space), pair.slice(space + 1)];
  });
  return new Map(pairs.filter(([code]) => code !== ''));
}

/** A field's type in a word or two: `string`, `date`, `array of string`; null is said apart. */
export function typeIn(schema: FieldSchema): string {
  const choices = (schema.anyOf ?? []).filter(({ type }) => type !== 'null');
  const [only] = choices;
  if (choices.length === 1 && only) return typeIn(only);
  const { items } = schema;
  if (schema.type === 'array' && typeof items === 'object' && !Array.isArray(items)) {
    return `array of ${typeIn(items)}`;
  }
  return (
    schema.format ??
    [schema.type ?? 'object']
      .flat()
      .filter((type) => type !== 'null')
      .join()
  );
}

export const mayBeNull = ({ type, anyOf }: FieldSchema): boolean =>
  [type].flat().includes('null') || Boolean(anyOf?.some((choice) => choice.type === 'null'));

const CHINESE = /[\u4e00-\u9fff〔（《]/u;
