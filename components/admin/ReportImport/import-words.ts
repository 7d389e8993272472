import en from '@/messages/en/reportUpload.json';
import zh from '@/messages/zh-CN/reportUpload.json';
import enImport from '@/messages/en/reportImport.json';
import zhImport from '@/messages/zh-CN/reportImport.json';
import type { Label } from '@/domain/annual-reports/layouts';

export type ImportWords = typeof en & {
  severities: (typeof enImport)['severities'];
  say: (label: Label) => string;
};

export const IMPORT_PATH = '/admin/import-annual-report';

export const wordsFor = (language: string): ImportWords =>
  language === 'en'
    ? { ...en, severities: enImport.severities, say: (label) => label.en }
    : { ...zh, severities: zhImport.severities, say: (label) => label.zh };

export const put = (pattern: string, values: Record<string, string | number>): string =>
  pattern.replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? ''));

/** A figure as the form shows it: thousands parted. */
export const figureText = (figure: number): string =>
  figure.toLocaleString('en', { maximumFractionDigits: 6 });
