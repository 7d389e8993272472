import { APIError, type PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { messages } from '@/messages';

/** Keys of messages `reportCompile.refusals`. */
export type CompileRefusal = keyof (typeof messages)['zh-CN']['reportCompile']['refusals'];

/** Why a report can't be compiled or a cell not be shown, in the words of whoever asked. */
export const compileRefused = (
  req: Pick<PayloadRequest, 'i18n'>,
  key: CompileRefusal,
  status = 400,
  values: Record<string, string> = {},
): APIError => {
  const words = messages[localeOf(req)].reportCompile.refusals[key];
  const text = words.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
  return new APIError(text, status, { refusal: key }, true);
};
