import { COMPLEXITIES, CORRECTION_RESULTS, LETTER_STATUSES } from '@/domain/letters/codes';
import deskEn from '@/messages/en/desk.json';
import en from '@/messages/en/lettersOffice.json';
import deskZh from '@/messages/zh-CN/desk.json';
import zh from '@/messages/zh-CN/lettersOffice.json';

export type LetterWords = {
  locale: 'zh-CN' | 'en';
  said: typeof zh;
  /** Of the slip with the query code, the same as for applications. */
  slip: { title: string; print: string };
};

export const letterWordsIn = (language: string): LetterWords =>
  language === 'en'
    ? { locale: 'en', said: en, slip: deskEn.queryCode.slip }
    : { locale: 'zh-CN', said: zh, slip: deskZh.queryCode.slip };

export const put = (sentence: string, values: Record<string, string>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

export const statusName = (status: string, locale: LetterWords['locale']): string =>
  LETTER_STATUSES.find(({ code }) => code === status)?.[locale === 'en' ? 'en' : 'zh'] ?? status;

type Choice = { value: string; label: string };

/** What can be chosen for a field of an action; null for one that is written. */
export function choicesOf(
  field: string,
  action: string,
  { locale, said }: LetterWords,
  agencies: readonly { id: string; name: string }[],
): Choice[] | null {
  const coded = (entries: readonly { code: string; zh: string; en: string }[]): Choice[] =>
    entries.map((entry) => ({ value: entry.code, label: locale === 'en' ? entry.en : entry.zh }));
  const named = (names: Record<string, string>): Choice[] =>
    Object.entries(names).map(([value, label]) => ({ value, label }));
  switch (field) {
    case 'agency':
      return agencies.map(({ id, name }) => ({ value: id, label: name }));
    case 'complexity':
      return coded(COMPLEXITIES);
    case 'result':
      return coded(CORRECTION_RESULTS);
    case 'channel':
      return named(said.channels);
    case 'reason':
      return action === 'discard' ? named(said.discards) : null;
    default:
      return null;
  }
}
