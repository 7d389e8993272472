import type { Day } from '../workdays/days';

/** How a proposal is counted: once in its session, for its kind. Blanks, width, 第…号 and zeros before do not count. */
export function proposalKey(one: {
  session?: string | null;
  proposerKind?: string | null;
  number?: string | null;
}): string {
  const number = plain(one.number)
    .replace(/^第?(.*?)号?$/u, '$1')
    .replace(/^0+(?=\d)/, '');
  return [plain(one.session), one.proposerKind ?? '', number].join('|');
}

const plain = (text: string | null | undefined): string =>
  (text ?? '').normalize('NFKC').replace(/\s+/g, '');

/** Calendar days from the day on which it was handed over to the reply, 0 for the same day; null where one is unknown. */
export function daysTaken(
  receivedOn: Day | null | undefined,
  repliedOn: Day | null | undefined,
): number | null {
  if (!receivedOn || !repliedOn || repliedOn < receivedOn) return null;
  return Math.round((Date.parse(repliedOn) - Date.parse(receivedOn)) / 86_400_000);
}

export type ReplyGap = 'repliedOn' | 'result' | 'reply' | 'tooEarly';

/** What is missing of a reply that was begun: its text, its day and its result go together. */
export function replyGaps(one: {
  hasReply: boolean;
  repliedOn?: Day | null;
  receivedOn?: Day | null;
  result?: string | null;
}): ReplyGap[] {
  const { hasReply, repliedOn, receivedOn, result } = one;
  if (!hasReply && !repliedOn && !result) return [];
  return [
    ...(hasReply ? [] : (['reply'] as const)),
    ...(repliedOn ? [] : (['repliedOn'] as const)),
    ...(result ? [] : (['result'] as const)),
    ...(repliedOn && receivedOn && repliedOn < receivedOn ? (['tooEarly'] as const) : []),
  ];
}
