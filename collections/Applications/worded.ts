import { messages } from '@/messages';

/** Select options whose labels are the words that the public reads, from `applications.<path>`. */
export const worded = (path: string, values: readonly string[]) =>
  values.map((value) => ({
    value,
    label: { zh: word('zh-CN', path, value), en: word('en', path, value) },
  }));

function word(locale: keyof typeof messages, path: string, value: string): string {
  let found: unknown = messages[locale].applications;
  for (const key of [...path.split('.'), value]) {
    found = (found as Record<string, unknown> | undefined)?.[key];
  }
  return typeof found === 'string' ? found : value;
}
