import type { CaseFacts, NewAct } from './case';
import { isUnseen } from './letters/clean';
import type { ReplyKind } from './reply-kinds';

/** What was heard of somebody who was asked, as far as a reply has to heed it. */
export type Heard = {
  number: number;
  of: 'third-party' | 'agency';
  /** The same text for the same party. */
  party?: string;
  outcome?: 'consent' | 'partial' | 'refusal' | 'silence';
};

/** Kinds of reply by which the information, or part of it, is or becomes known. */
const disclosing: readonly ReplyKind[] = ['granted', 'already-public', 'partial'];

export const isDisclosing = (kind: unknown): kind is ReplyKind =>
  (disclosing as readonly unknown[]).includes(kind);

/**
 * The third parties that do not agree that all of it is disclosed, each by the last that was heard of them.
 *
 * 条例第三十二条: “第三方不同意公开且有合理理由的，行政机关不予公开。行政机关认为不公开可能对公共利益造成重大影响的，可以决定予以公开，
 * 并将决定公开的政府信息内容和理由书面告知第三方。” Silence is no objection, and takes none back: “第三方逾期未提出意见的，由行政机关依照本条例的规定决定是否公开”.
 */
export function objections<T extends Heard>(consultations: readonly T[]): T[] {
  const heard = consultations.filter(
    ({ of, outcome }) => of === 'third-party' && outcome && outcome !== 'silence',
  );
  const last = heard.filter(
    ({ party }, i) =>
      party === undefined || !heard.slice(i + 1).some((later) => later.party === party),
  );
  return last.filter(({ outcome }) => outcome === 'refusal' || outcome === 'partial');
}

export type ReplyProblem =
  'objectionAsked' | 'objectionGranted' | 'objectionOpen' | 'publicInterest' | 'nothingReleased';

/**
 * Why a reply that discloses something can't be drafted: what is done about an objection was not answered;
 * not to override it and to disclose all is impossible; whoever overrides it says why; and there is nothing
 * to hand over. A draft of before the question was asked goes no further.
 */
export function replyProblem(facts: CaseFacts, { action, given }: NewAct): ReplyProblem | null {
  const isDraft = action === 'draft';
  const kind = isDraft ? given.kind : facts.reply?.kind;
  if (!isDisclosing(kind)) return null;
  const isObjected = objections(facts.consultations).length > 0;
  if (!isDraft) {
    const isOpen = kind === 'granted' && !facts.reply?.overridesObjection;
    return isObjected && isOpen ? 'objectionOpen' : null;
  }
  const { overridesObjection: overrides, reason, withoutFile } = given;
  if (isObjected) {
    if (overrides === undefined) return 'objectionAsked';
    if (!overrides && kind === 'granted') return 'objectionGranted';
    if (overrides && (typeof reason !== 'string' || isUnseen(reason))) return 'publicInterest';
  }
  return facts.releasedFiles === 0 && wantsFile(kind, facts.form) && withoutFile !== true
    ? 'nothingReleased'
    : null;
}

/**
 * Whether something of the information is to be handed over as a file.
 *
 * 条例第三十六条第（二）项: “所申请公开信息可以公开的，向申请人提供该政府信息，或者告知申请人获取该政府信息的方式、途径和时间”.
 */
export const wantsFile = (kind: unknown, form: string | null | undefined): boolean =>
  (kind === 'granted' || kind === 'partial') && form === 'electronic';
