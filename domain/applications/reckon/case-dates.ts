import { isDay, type Day } from '../../workdays/days';
import { shown } from '../../workdays/shown';
import { channels, longestExtension, type Channel } from '../clock';
import type { ClockProblem, ProblemKey } from './problem';

/** What happens in a case and bears on its clock. Names are in messages `clock.events.<type>`. */
export const clockEventTypes = [
  'signed', // 机关签收（需要签收的邮寄）
  'confirmed', // 与申请人确认（互联网、传真、平常信函）
  'supplement-requested', // 告知补正
  'supplement-received', // 收到补正
  'third-party-asked', // 征求第三方意见
  'third-party-answered', // 第三方答复，或者征求意见结束
  'agency-asked', // 征求其他机关意见
  'agency-answered', // 其他机关答复，或者征求意见结束
  'extended', // 延长答复期限
  'fee-notified', // 发出收费通知
  'fee-paid', // 申请人完成缴费
  'reasons-asked', // 要求说明理由
  'reasons-received', // 收到理由说明
  'deferred', // 确定延迟答复的期限
  'replied', // 答复，或者因不补正、不缴费而不再处理
  'withdrawn', // 申请人撤回
] as const;
export type ClockEventType = (typeof clockEventTypes)[number];

export type ClockEvent = {
  type: ClockEventType;
  date: Day;
  /** Of an extension: 1 to 20. */
  workingDays?: number | null;
  /** Of a deferral (§35): the later day that was set. */
  until?: Day | null;
  /** Which third party or agency, where several are asked. Any text; it is never given out again. */
  party?: string | null;
};

export type CaseDates = {
  channel: Channel;
  /** The day it was filed; receipt then follows from the channel (§31). */
  filed?: Day | null;
  /** 收到申请之日 itself, where it is known. */
  received?: Day | null;
  /** In the order in which they happened. */
  events: ClockEvent[];
};

/** Days that a case may name. What lies outside is a slip of the pen, and would be counted to for ever. */
export const firstDay: Day = '2000-01-01';
export const lastDay: Day = '2199-12-31';

/** More than any case ever had; a longer list is not one case. */
export const mostEvents = 1000;

/** The dates of a case out of anything at all, such as a line of JSON; unknown fields are passed over. */
export function readCase(
  value: unknown,
): { ok: true; dates: CaseDates } | { ok: false; problem: ClockProblem } {
  try {
    return { ok: true, dates: caseOf(value) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Carries a problem out of the reading; it never leaves this file. */
class Unreadable extends Error {
  constructor(readonly problem: ClockProblem) {
    super(problem.key);
  }
}

function refuse(key: ProblemKey, event: number | null, values: ClockProblem['values'] = {}): never {
  throw new Unreadable({ key, event, values });
}

function caseOf(value: unknown): CaseDates {
  if (!isRecord(value)) refuse('notACase', null);
  const { channel } = value;
  if (!isOneOf(channels, channel)) refuse('unknownChannel', null, { channel: shown(channel) });
  const filed = dayIn(value.filed, null);
  const received = dayIn(value.received, null);
  if (filed === null && received === null) refuse('noReceipt', null);
  const list = value.events ?? [];
  if (!Array.isArray(list)) refuse('eventsNotAList', null);
  if (list.length > mostEvents) refuse('tooManyEvents', null, { most: mostEvents });
  return { channel, filed, received, events: Array.from(list, eventOf) };
}

function eventOf(value: unknown, i: number): ClockEvent {
  if (!isRecord(value)) refuse('notAnEvent', i);
  const { type, party } = value;
  if (!isOneOf(clockEventTypes, type)) refuse('unknownEvent', i, { type: shown(type) });
  const date = dayIn(value.date, i) ?? refuse('notADay', i, { value: shown(value.date) });
  if (party != null && typeof party !== 'string') refuse('partyNotText', i);
  const event: ClockEvent = { type, date, party: party ?? null };
  if (type === 'extended') {
    const days = value.workingDays;
    if (
      typeof days !== 'number' ||
      !Number.isInteger(days) ||
      days < 1 ||
      days > longestExtension
    ) {
      refuse('extensionDays', i, { value: shown(days), most: longestExtension });
    }
    return { ...event, workingDays: days };
  }
  if (type === 'deferred') {
    const until = dayIn(value.until, i) ?? refuse('notADay', i, { value: shown(value.until) });
    return { ...event, until };
  }
  return event;
}

function dayIn(value: unknown, event: number | null): Day | null {
  if (value === undefined || value === null) return null;
  if (!isDay(value)) refuse('notADay', event, { value: shown(value) });
  if (value < firstDay || value > lastDay) {
    refuse('dayOutOfRange', event, { day: value, from: firstDay, to: lastDay });
  }
  return value;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOneOf = <T extends string>(list: readonly T[], value: unknown): value is T =>
  (list as readonly unknown[]).includes(value);
