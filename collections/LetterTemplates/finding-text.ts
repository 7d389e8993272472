import type { TemplateFinding } from '@/domain/applications/letters/template';
import en from '@/messages/en/letters.json';
import zh from '@/messages/zh-CN/letters.json';

/** What is wrong with a template, or looks wrong, in the language of whoever writes it. */
export function findingText({ key, names }: TemplateFinding, language: string): string {
  const isEnglish = language === 'en';
  const list = names.join(isEnglish ? ', ' : '、');
  return (isEnglish ? en : zh).findings[key].replace('{names}', () => list);
}
