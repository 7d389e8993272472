import en from '@/messages/en/review.json';
import zh from '@/messages/zh-CN/review.json';

export type Words = typeof zh;

export const wordsIn = (language: string): Words => (language === 'en' ? en : zh);

export const timeIn = (language: string, instant: string): string =>
  new Date(instant).toLocaleString(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'short',
  });
