import type { Day } from '../workdays/days';
import { decisionsAbout, type Decision, type DocumentFacts, type IncomingFrom } from './history';
import { yearOf, type YearChange } from './year-changes';

/**
 * What is wrong with how the end or the change of a document is recorded. 《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》
 * （国办发〔2018〕37号） asks that the results of clearing be made public; the county's rule is that a change names
 * the document that decides it, the day and the reason.
 */
export type ChangeRule =
  | 'no-decision'
  | 'no-reason'
  | 'no-day'
  | 'lapse-unsaid'
  | 'before-made'
  | 'before-decided'
  | 'twice'
  | 'after-end'
  | 'circle';

export type ChangeFinding<T> = {
  rule: ChangeRule;
  /** A list with it says something that can't be; else it leaves something out. */
  severity: 'hard' | 'soft';
  kind?: YearChange<T>['kind'];
  on?: Day;
  by?: T;
};

/** A document and what public documents do to it, as far as the rules ask. */
export type ChangedDocument<T> = {
  facts: DocumentFacts;
  incoming: readonly IncomingFrom<T>[];
  /** Null where nobody read it; then nothing is said of it. */
  text: string | null;
  /** Whether two are one document. */
  isSame: (a: T, b: T) => boolean;
  /** Whether this document in turn ends the one that ends it. */
  endsIn: (by: T) => boolean;
};

/**
 * What is wrong with the changes of a document that fall into a year, or into none for want of a day.
 * A lapse needs no reason: its term ended.
 */
export function changeFindings<T>(
  { facts, incoming, text, isSame, endsIn }: ChangedDocument<T>,
  year: number,
): ChangeFinding<T>[] {
  const decisions = decisionsAbout(facts, incoming);
  const isOfYear = (on: Day | null | undefined): boolean => !on || yearOf(on) === year;
  const made = facts.madeOn ?? facts.publishedOn ?? null;
  const end = decisions.find(({ effect }) => effect === 'repealed');
  const findings = decisions
    .filter(({ on }) => isOfYear(on))
    .flatMap((decision): ChangeFinding<T>[] => {
      const { by, byName, effect, on, reason } = decision;
      const isEnd = effect === 'repealed';
      const say = (rule: ChangeRule, severity: ChangeFinding<T>['severity']): ChangeFinding<T> => ({
        rule,
        severity,
        kind: decision.kind,
        ...(on && { on }),
        ...(by && { by }),
      });
      const decidedOn = by ? decidedDay(incoming, by, isSame) : null;
      return [
        ...(!by && !byName?.trim() ? [say('no-decision', isEnd ? 'hard' : 'soft')] : []),
        ...(reason ? [] : [say('no-reason', 'soft')]),
        ...(on ? [] : [say('no-day', 'hard')]),
        ...(on && made && on < made ? [say('before-made', 'hard')] : []),
        ...(on && decidedOn && on < decidedOn ? [say('before-decided', 'soft')] : []),
        ...(isTwice(decision, decisions, isSame) ? [say('twice', 'hard')] : []),
        ...(end?.on && on && decision !== end && on > end.on ? [say('after-end', 'hard')] : []),
        ...(isEnd && by && endsIn(by) ? [say('circle', 'hard')] : []),
      ];
    });
  return [...findings, ...lapseFindings(facts, { made, end, text }, isOfYear)];
}

function lapseFindings<T>(
  { lapsesOn, effectiveOn }: DocumentFacts,
  { made, end, text }: { made: Day | null; end: Decision<T> | undefined; text: string | null },
  isOfYear: (on: Day) => boolean,
): ChangeFinding<T>[] {
  if (!lapsesOn || !isOfYear(lapsesOn) || (end?.on && end.on <= lapsesOn)) return [];
  const start = effectiveOn ?? made;
  return [
    ...(start && lapsesOn < start ? [lapse<T>('before-made', 'hard', lapsesOn)] : []),
    ...(text !== null && !SAYS_ITS_TERM.test(text)
      ? [lapse<T>('lapse-unsaid', 'soft', lapsesOn)]
      : []),
  ];
}

const lapse = <T>(
  rule: ChangeRule,
  severity: ChangeFinding<T>['severity'],
  on: Day,
): ChangeFinding<T> => ({ rule, severity, kind: 'lapsed', on });

/** 有效期五年, 试行至…, 实施期限, 自行失效. */
const SAYS_ITS_TERM =
  /有效期|失效|试行|暂行|执行期|实施期|期限|截止|截至|[至到][^。；]{0,12}(?:止|日)|为期/u;

/** The day on which the deciding document was made; it can't act before, though some are dated back. */
function decidedDay<T>(
  incoming: readonly IncomingFrom<T>[],
  by: T,
  isSame: (a: T, b: T) => boolean,
): Day | null {
  return incoming.find((one) => isSame(one.by, by))?.by.madeOn ?? null;
}

/** Two documents can't both end one; nor can one both amend and end it on one day. */
const isTwice = <T>(
  decision: Decision<T>,
  all: readonly Decision<T>[],
  isSame: (a: T, b: T) => boolean,
): boolean =>
  all.some(
    (other) =>
      other !== decision &&
      all.indexOf(other) < all.indexOf(decision) &&
      ((other.effect === 'repealed' && decision.effect === 'repealed') ||
        (other.on === decision.on &&
          other.effect !== decision.effect &&
          Boolean(other.by && decision.by && isSame(other.by, decision.by)))),
  );

/**
 * How many documents stopped applying in a year: by repeal, replacement or lapse, each once. What the
 * annual report calls 本年废止件数.
 *
 * @param endings the changes of a document that ended it in any year, with a day each
 */
export const endedIn = (documents: readonly { endings: readonly Day[] }[], year: number): number =>
  documents.filter(({ endings }) => {
    const first = [...endings].sort()[0];
    return first !== undefined && yearOf(first) === year;
  }).length;
