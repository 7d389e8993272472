import { APIError, type PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import type { ActionCode, ActionField } from '@/domain/applications/actions';
import type { Refusal } from '@/domain/applications/case';
import { explainProblem, fillWords } from '@/domain/applications/reckon/explain';
import { messages } from '@/messages';
import type { HistoryEntry } from './stored-case';

type Told =
  | Refusal
  | { key: 'conflict'; values: HistoryEntry | null }
  | { key: 'letterLacks'; values: { letter: string; elements: readonly string[] } }
  | { key: 'remedyWords'; values: { words: readonly string[] } }
  | { key: 'tooLong'; values: { field: ActionField; most: number; length: number } }
  | { key: 'unknownAction'; values: { action: string } }
  | { key: 'amendment' | 'undeliverable'; values: { problem: string } }
  | {
      key:
        | 'kindUnknown'
        | 'itemUnknown'
        | 'requestFixed'
        | 'workingDays'
        | 'feeCount'
        | 'busy'
        | 'filedInFuture'
        | 'receiptFixed'
        | 'erased'
        | 'caseMissing'
        | 'releasedLate'
        | 'agencyUnknown'
        | 'assigneeUnknown';
      values: object;
    }
  | { key: 'day'; values: { field: ActionField | 'on' } };

/** A refusal in the words of whoever asked: what is not possible, and what to do instead. */
export function caseError(req: PayloadRequest, refusal: Told, status = 400): APIError {
  return new APIError(refusalText(localeOf(req), refusal), status, { refusal: refusal.key }, true);
}

export function refusalText(locale: 'en' | 'zh-CN', refusal: Told): string {
  const { cases, applications } = messages[locale];
  const day = (value: string) => fillWords('{day}', { day: value }, messages[locale].clock);
  const action = (code: ActionCode | 'register') => cases.actions[code];
  const field = (code: ActionField) => cases.fields[code];
  const list = (items: readonly string[]) => items.join(locale === 'en' ? ', ' : '、');
  const fill = (values: Record<string, string>) =>
    cases.refusals[refusal.key].replace(
      /\{(\w+)\}/g,
      (place, name: string) => values[name] ?? place,
    );
  switch (refusal.key) {
    case 'state': {
      const { status } = refusal.values;
      return fill({
        action: action(refusal.values.action),
        status: applications.statuses[status],
      });
    }
    case 'role':
    case 'once':
    case 'answered':
    case 'samePerson':
      return fill({ action: action(refusal.values.action) });
    case 'needs':
      return fill({
        action: action(refusal.values.action),
        fields: list(refusal.values.fields.map(field)),
      });
    case 'tooEarly':
      return fill({ day: day(refusal.values.day), action: action(refusal.values.after) });
    case 'termRuns':
    case 'termNotLater':
    case 'termShort':
    case 'backdated':
    case 'silenceRuns':
      return fill({ day: day(refusal.values.day) });
    case 'clock':
      return fill({ reason: explainProblem(refusal.values.problem, messages[locale].clock) });
    case 'conflict': {
      const last = refusal.values;
      const at = last
        ? new Date(last.at).toLocaleString(locale, { timeZone: 'Asia/Shanghai' })
        : '';
      return fill({
        by: last?.by ?? cases.actors[last?.role ?? 'portal'],
        at,
        action: last ? action(last.action) : '',
      });
    }
    case 'letterLacks':
      return fill({ letter: refusal.values.letter, elements: list(refusal.values.elements) });
    case 'tooLong': {
      const { field: name, most, length } = refusal.values;
      return fill({ field: field(name), most: String(most), length: String(length) });
    }
    case 'remedyWords':
      return fill({ words: list(refusal.values.words) });
    case 'unknownAction':
    case 'amendment':
    case 'undeliverable':
      return fill(refusal.values);
    case 'day':
      return fill({
        field: refusal.values.field === 'on' ? cases.fields.day : field(refusal.values.field),
      });
    default:
      return fill({});
  }
}
