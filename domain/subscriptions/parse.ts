import { mailbox } from '../applications/mails';
import { hasCode } from '../catalogue/codes';
import {
  FREQUENCIES,
  SUBSCRIPTION_SUBJECTS,
  type Frequency,
  type SubscriptionSubject,
} from './codes';

/** What somebody follows: a kind, and the code, address or search that goes with it. */
export type Followed = { subject: SubscriptionSubject; target: string };

export type SubscriptionInput = Followed & { email: string; frequency: Frequency };

type SubscriptionErrors = Partial<Record<'email' | 'subject' | 'frequency', ErrorKey>>;
/** Words are in messages `subscriptions.errors.<key>`. */
type ErrorKey = 'emailMissing' | 'emailWrong' | 'subjectUnknown' | 'frequencyMissing';

type ParsedSubscription =
  { ok: true; value: SubscriptionInput } | { ok: false; errors: SubscriptionErrors };

/** Longer searches are no question any more; the address of one stands in the mail. */
export const MOST_TARGET = 500;

/** Reads the form; whether the target exists is asked of the database afterwards. */
export function parseSubscription(answers: Readonly<Record<string, string>>): ParsedSubscription {
  const typed = (answers.email ?? '').normalize('NFKC').trim();
  const email = mailbox(typed);
  const followed = parseFollowed(answers.subject, answers.target);
  const { frequency } = answers;
  const errors: SubscriptionErrors = {
    ...(!email && { email: typed === '' ? ('emailMissing' as const) : ('emailWrong' as const) }),
    ...(!followed && { subject: 'subjectUnknown' as const }),
    ...(!hasCode(FREQUENCIES, frequency) && { frequency: 'frequencyMissing' as const }),
  };
  return email && followed && hasCode(FREQUENCIES, frequency)
    ? { ok: true, value: { ...followed, email, frequency } }
    : { ok: false, errors };
}

/** What an address or a form says is to be followed; null where it makes no sense. */
export function parseFollowed(
  subject: string | null | undefined,
  target: string | null | undefined,
): Followed | null {
  if (!hasCode(SUBSCRIPTION_SUBJECTS, subject)) return null;
  const text = (target ?? '').trim();
  if (subject === 'all') return { subject, target: '' };
  const isPlain = subject === 'search' || /^[\p{L}\p{N}._~-]+$/u.test(text);
  return text !== '' && text.length <= MOST_TARGET && isPlain ? { subject, target: text } : null;
}

/**
 * What makes two subscriptions the same one: mailbox, kind and target. Whoever subscribes again changes
 * how often, and gets no second digest.
 */
export const sameKey = ({ email, subject, target }: Followed & { email: string }): string =>
  [email.toLowerCase(), subject, target].join('\n');
