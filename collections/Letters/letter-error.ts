import { APIError, type PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import type { LetterRefusal } from '@/domain/letters/case';
import type { LetterStep } from '@/domain/letters/history';
import { LETTER_STATUSES } from '@/domain/letters/codes';
import { messages } from '@/messages';

type Told =
  | LetterRefusal
  | { key: 'conflict'; values: LetterStep | null }
  | {
      key:
        | 'receivedInFuture'
        | 'otherAgency'
        | 'agencyUnknown'
        | 'applicationUnknown'
        | 'unknownAction'
        | 'notPublishable'
        | 'erased';
      values: object;
    };

/** A refusal in the words of whoever asked: what is not possible, and what to do instead. */
export function letterError(req: PayloadRequest, refusal: Told, status = 400): APIError {
  return new APIError(
    letterRefusal(localeOf(req), refusal),
    status,
    { refusal: refusal.key },
    true,
  );
}

export function letterRefusal(locale: 'en' | 'zh-CN', refusal: Told): string {
  const { actions, fields, refusals, roles } = messages[locale].lettersOffice;
  const short = locale === 'en' ? 'en' : 'zh';
  const fill = (values: Record<string, string>) =>
    refusals[refusal.key].replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
  switch (refusal.key) {
    case 'state':
      return fill({
        action: actions[refusal.values.action],
        status: LETTER_STATUSES.find(({ code }) => code === refusal.values.status)?.[short] ?? '',
      });
    case 'role':
    case 'samePerson':
    case 'once':
    case 'sameAgency':
      return fill({ action: actions[refusal.values.action] });
    case 'needs':
      return fill({
        action: actions[refusal.values.action],
        fields: refusal.values.fields
          .map((field) => fields[field])
          .join(locale === 'en' ? ', ' : '、'),
      });
    case 'choice':
      return fill({ field: fields[refusal.values.field] });
    case 'conflict': {
      const last = refusal.values;
      const at = last
        ? new Date(last.at).toLocaleString(locale, { timeZone: 'Asia/Shanghai' })
        : '';
      return fill({
        by: last?.by ?? roles[last?.role ?? 'portal'],
        at,
        action: last ? actions[last.action] : '',
      });
    }
    default:
      return fill({});
  }
}
