import { messages } from '../../messages';
import type { Finding } from './findings';

/** What a finding says to its reader, in both languages: what is wrong, what to do, the particulars. */
export function findingWords({ severity, code, detail }: Finding): { zh: string; en: string } {
  const kind = severity === 'skip' ? 'skips' : 'warnings';
  const zh: Record<string, string> = messages['zh-CN'].files[kind];
  const en: Record<string, string> = messages.en.files[kind];
  return {
    zh: `${zh[code] ?? code}${detail ? `（${detail}）` : ''}。`,
    en: `${en[code] ?? code}${detail ? ` (${detail})` : ''}.`,
  };
}
