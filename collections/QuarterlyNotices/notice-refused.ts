import { APIError, type PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { messages } from '@/messages';

/** Keys of messages `quarterlyNotices.refusals`. */
export type NoticeRefusal = keyof (typeof messages)['zh-CN']['quarterlyNotices']['refusals'];

/** Why a notice can't be kept, compiled or handed in, in the words of whoever asked. */
export const noticeRefused = (
  req: Pick<PayloadRequest, 'i18n'>,
  key: NoticeRefusal,
  status = 400,
  values: Record<string, string> = {},
): APIError => {
  const words = messages[localeOf(req)].quarterlyNotices.refusals[key];
  const text = words.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
  return new APIError(text, status, { refusal: key }, true);
};
