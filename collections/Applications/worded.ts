import { messages } from '@/messages';

/** Select options whose labels are the words that the public reads, from `applications.<path>`. */
export const worded = (path: string, values: readonly string[]) =>
  values.map((value) => ({
    value,
    label: {
      zh: word(messages['zh-CN'].applications, path, value),
      en: word(messages.en.applications, path, value),
    },
  }));

/** A label of the office's own words, from `cases.<path>`. */
export const caseWord = (path: string, value: string) => ({
  zh: word(messages['zh-CN'].cases, path, value),
  en: word(messages.en.cases, path, value),
});

function word(words: object, path: string, value: string): string {
  let found: unknown = words;
  for (const key of [...path.split('.'), value]) {
    found = (found as Record<string, unknown> | undefined)?.[key];
  }
  return typeof found === 'string' ? found : value;
}
