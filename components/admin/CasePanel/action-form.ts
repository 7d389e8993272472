import { actions, type ActionCode, type ActionField } from '@/domain/applications/actions';
import { isDisclosing, wantsFile } from '@/domain/applications/disclosure';
import { feeOn } from '@/domain/applications/fees';
import { longestExtension } from '@/domain/applications/clock';
import { allowedPlaceholders } from '@/domain/applications/letters/placeholders';
import { remedyWordsIn } from '@/domain/applications/letters/remedy-words';
import { replyKindCodes, replyKinds, type ReplyKind } from '@/domain/applications/reply-kinds';
import type { DeskCase } from '@/collections/Applications/desk-case';

/** What is typed into a form; `on` is the day of the step. Kept as texts, as inputs hold them. */
export type Typed = Partial<Record<ActionField | 'on', string>>;

/** Fields that an action can take besides those that it needs. */
const MORE: Partial<Record<ActionCode, readonly ActionField[]>> = {
  dispatch: ['agency', 'assignee'],
  'receive-opinion': ['text'],
  draft: ['overridesObjection', 'withoutFile'],
  review: ['remedyChecked'],
  lapse: ['remedyChecked'],
  deliver: ['way'],
};

/** The fields of an action's form in their order, and whether it can do without. */
export function fieldsOf(action: ActionCode): { field: ActionField; isNeeded: boolean }[] {
  const needs = actions[action].needs ?? [];
  const late = actions[action].letter ? (['lateReason'] as const) : [];
  const more = [...(MORE[action] ?? []), ...late, 'reason' as const].filter(
    (field) => !needs.includes(field),
  );
  return [
    ...needs.map((field) => ({ field, isNeeded: true })),
    ...more.map((field) => ({ field, isNeeded: false })),
  ];
}

/** Whether a field is a question that this case, and what is typed so far, raises. */
export function isAsked(field: ActionField, typed: Typed, desk: DeskCase): boolean {
  switch (field) {
    case 'overridesObjection':
      return desk.isObjected && isDisclosing(typed.kind);
    case 'withoutFile':
      return !desk.hasReleased && wantsFile(typed.kind, desk.form);
    case 'remedyChecked':
      return remedyWordsTyped(typed, desk).length > 0;
    case 'lateReason':
      return Boolean(typed.on && typed.on < desk.start.earliestEntry);
    default:
      return true;
  }
}

/** Words on remedies in what is typed, or, in a form that types no reply, in the one that is drafted. */
export function remedyWordsTyped({ facts, decision }: Typed, desk: DeskCase): string[] {
  const texts = [facts, decision].filter((each) => each !== undefined);
  return texts.length > 0 ? remedyWordsIn(texts.join('\n')) : desk.remedyWords;
}

/** What is typed after a change: words that came later were not checked, and a choice of one item is none of another. */
export const typedOn = (typed: Typed, field: keyof Typed, value: string): Typed => ({
  ...typed,
  ...((field === 'facts' || field === 'decision') && { remedyChecked: '' }),
  [field]: value,
  ...(field === 'item' && { value: '' }),
});

/** What a form begins with, so that a usual step takes no typing. */
export function beginning(action: ActionCode, { start, consultations }: DeskCase): Typed {
  const on = start.today;
  switch (action) {
    case 'dispatch':
      return { on, agency: text(start.agency), assignee: text(start.assignee) };
    case 'request-supplement':
      return { on, termOn: start.supplementTerm };
    case 'ask-extension':
      return { on, workingDays: String(longestExtension) };
    case 'extend':
      return {
        on,
        workingDays: String(start.extension.workingDays ?? longestExtension),
        reason: start.extension.reason ?? '',
      };
    case 'charge':
      return { on, feeBasis: 'requests', feeCount: String(start.requestsInMonth) };
    case 'receive-opinion':
    case 'close-consultation': {
      const open = consultations.find(({ answeredOn }) => answeredOn === null);
      return { on, consultation: open ? String(open.number) : '' };
    }
    case 'draft':
      return {
        on,
        kind: start.reply.kind ?? '',
        facts: start.reply.facts ?? '',
        decision: start.reply.decision ?? '',
      };
    default:
      return { on };
  }
}

/** What goes out of the form: without what was left empty; ids as the database has them. */
export function sendable(typed: Typed, { start }: DeskCase): Record<string, unknown> {
  const ids = new Map(
    [...start.agencies, ...start.officers].map(({ id }) => [String(id), id] as const),
  );
  return Object.fromEntries(
    Object.entries(typed)
      .filter(([, value]) => value !== '')
      .map(([field, value]) => {
        const isId = field === 'agency' || field === 'assignee';
        return [field, isId ? (ids.get(value) ?? value) : value];
      }),
  );
}

/** The fee as it will be asked for; null while no number is typed. */
export function feeOf({ feeBasis, feeCount }: Typed): number | null {
  const count = Number(feeCount);
  if (!feeCount || !Number.isInteger(count) || count < 0 || count > 1_000_000) return null;
  return feeOn(feeBasis, count);
}

export const replyGroups = [
  'granted',
  'partial',
  'refused',
  'unavailable',
  'declined',
  'other',
] as const;
export type ReplyGroup = (typeof replyGroups)[number];

/** The kinds of reply as the annual table groups them; what ends a case by itself is no reply to draft. */
export const repliesIn = (group: ReplyGroup): ReplyKind[] =>
  replyKindCodes.filter(
    (kind) =>
      replyKinds[kind].row.startsWith(group) && kind !== 'not-supplemented' && kind !== 'unpaid',
  );

/**
 * Whether what an officer adds as a remark is printed where the template has a place for it: then it is no
 * remark for the office alone.
 */
export function isRemarkPrinted(action: ActionCode): boolean {
  const { letter } = actions[action];
  if (!letter || letter === 'decision' || letter === 'lapse') return false;
  const places = allowedPlaceholders(letter);
  return places.includes('reason') || places.includes('facts');
}

/** Whether a letter can be looked at before the step is done. */
export const hasPreview = (action: ActionCode): boolean =>
  Boolean(actions[action].letter) || ['draft', 'review', 'approve'].includes(action);

const text = (id: number | string | null): string => (id === null ? '' : String(id));
