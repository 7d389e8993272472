import type { AmendItem } from '@/domain/applications/amendments';
import type { ActionCode, Actor } from '@/domain/applications/actions';
import type { CaseFacts } from '@/domain/applications/case';
import type { LetterKind } from '@/domain/applications/letters/kinds';
import type { Status } from '@/domain/applications/statuses';
import { dayOf, type Day } from '@/domain/workdays/days';
import { unsealed } from '@/fields/sealed/seal';
import type { Application } from '@/payload-types';

/** One step of a case, as `history` keeps it, the oldest first. No personal data of the applicant. */
export type HistoryEntry = {
  action: ActionCode | 'register';
  /** Where the case stood afterwards. */
  status: Status;
  /** The day on which it happened, and the instant at which it was recorded. */
  on: Day;
  at: string;
  /** Who, by name and id; null for the applicant and the portal. */
  by: string | null;
  byId: string | null;
  role: Actor | 'portal';
  /** Why; read by the office alone. */
  reason?: string;
  /** 补录: why a letter was recorded days after the day that it bears. */
  lateReason?: string;
  /** What of the filing was put right, and how it read before: sealed as `amended`, null for nothing. */
  amended?: { item: AmendItem; old: string | null };
  /** What the reply says on remedies, of which the examiner said that it is none of its own. */
  remedyWords?: string[];
  workingDays?: number;
  termOn?: Day;
  consultation?: number;
};

/** An inquiry of a third party or another agency, as `consultations` keeps it. */
export type StoredConsultation = {
  number: number;
  of: 'third-party' | 'agency';
  /** Sealed as `party`. */
  party: string;
  askedOn: Day;
  dueOn: Day;
  answeredOn: Day | null;
  outcome?: 'consent' | 'partial' | 'refusal' | 'silence';
  /** Sealed as `opinion`. */
  opinion?: string;
};

/** A letter that went out, as `letters` keeps it. */
export type StoredLetter = {
  kind: LetterKind;
  number: string | null;
  on: Day;
  to: 'applicant' | 'third-party' | 'agency';
  /** Which step of the history it went out with, from 0. */
  step: number;
  isSuperseded?: boolean;
  /** A LetterContent as JSON, sealed as `letter`; null once personal data are erased. */
  content: string | null;
};

export const historyOf = ({ history }: Pick<Application, 'history'>): HistoryEntry[] =>
  (history as HistoryEntry[] | null | undefined) ?? [];

/** A step as it is shown: how something read before is asked for with a reason (reveal.ts). */
export const withoutOld = ({ amended, ...entry }: HistoryEntry) => ({
  ...entry,
  ...(amended && { amended: { item: amended.item } }),
});

export const consultationsOf = ({
  consultations,
}: Pick<Application, 'consultations'>): StoredConsultation[] =>
  (consultations as StoredConsultation[] | null | undefined) ?? [];

export const lettersOf = ({ letters }: Pick<Application, 'letters'>): StoredLetter[] =>
  (letters as StoredLetter[] | null | undefined) ?? [];

/** What the rules need to know, out of a stored application. */
export function factsOf(application: Application): CaseFacts {
  return {
    status: application.status as Status,
    channel: application.channel,
    filedOn: dayOf(application.filedOn ?? application.createdAt),
    signedOn: dayIn(application.signedOn),
    history: historyOf(application).map(({ byId, ...entry }) => ({ ...entry, by: byId })),
    consultations: consultationsOf(application).map((asked) => ({
      ...asked,
      // Sealed twice, the same name is not the same text.
      party: partyOf(asked),
    })),
    reply: {
      kind: application.reply?.kind ?? null,
      overridesObjection: application.reply?.overridesObjection ?? false,
    },
    form: application.form,
    isPosted: application.delivery === 'post',
    termOn: termOf(application),
  };
}

/** Only an objection is ever held against what the same party says later. */
const partyOf = ({ of, party }: StoredConsultation): string =>
  of === 'third-party' ? (unsealed(party, 'party') ?? '').normalize('NFKC').trim() : '';

/** The last day of what the applicant was asked for last: money, or else what was missing. */
export const termOf = ({
  status,
  fee,
  supplement,
}: Pick<Application, 'status' | 'fee' | 'supplement'>): Day | null =>
  dayIn(status === 'fee-notified' ? fee?.termOn : supplement?.termOn);

const dayIn = (value: string | null | undefined): Day | null => (value ? dayOf(value) : null);
