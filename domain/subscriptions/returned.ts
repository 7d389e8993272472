import type { MailState } from './reconcile';

/** Digests in a row that come back before a subscription gets no more: an address that is not there… */
const GONE = 2;
/** …and one that may be full or refuse for a while. */
const REFUSING = 4;

/**
 * Whether a subscription is told no more after a digest came back. One may come back by mistake; whoever
 * goes on writing to an address that is gone is taken for a sender of junk, and then nobody's mail arrives.
 *
 * @param isGone whether the report says that there is no such mailbox
 * @param digests what became of its digests up to this one, the newest first
 */
export function isGivenUp(isGone: boolean, digests: readonly MailState[]): boolean {
  const tried = digests.filter((state) => state !== 'skipped' && state !== 'waiting');
  const arrived = tried.findIndex((state) => state === 'sent');
  const inRow = arrived === -1 ? tried.length : arrived;
  return inRow >= (isGone ? GONE : REFUSING);
}
