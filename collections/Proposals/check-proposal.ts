import type { PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { dayOrNull } from '@/collections/Documents/stored-days';
import { labelOf } from '@/domain/catalogue/codes';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { PROPOSER_KINDS } from '@/domain/proposals/codes';
import { proposalKey, replyGaps } from '@/domain/proposals/handling';
import { checkOnRelease, type Problem } from '@/fields/review/check-on-release';
import { messages } from '@/messages';
import type { Proposal } from '@/payload-types';

/** A proposal stands once under its number, and a reply has its text, its day and its result. */
export const checkProposal = checkOnRelease<Proposal>(async (proposal, { req }) => {
  const words = messages[localeOf(req)].proposals.refusals;
  const gaps = replyGaps({
    hasReply: blocksFromLexical(proposal.reply).length > 0,
    receivedOn: dayOrNull(proposal.receivedOn),
    repliedOn: dayOrNull(proposal.repliedOn),
    result: proposal.result,
  });
  return [
    ...(await numberTaken(proposal, req)),
    ...gaps.map((gap) => ({
      path: gap === 'tooEarly' ? 'repliedOn' : gap,
      message: words[gap],
    })),
  ];
});

async function numberTaken(proposal: Proposal, req: PayloadRequest): Promise<Problem[]> {
  const key = proposalKey(proposal);
  // What the public may not read yet has its number all the same.
  const { docs } = await req.payload.db.find<Proposal>({
    collection: 'proposals',
    where: { proposerKind: { equals: proposal.proposerKind } },
    pagination: false,
    select: { session: true, number: true, proposerKind: true, title: true },
    req,
  });
  const other = docs.find((one) => one.id !== proposal.id && proposalKey(one) === key);
  if (!other) return [];
  const locale = localeOf(req);
  const message = messages[locale].proposals.refusals.taken
    .replace('{session}', proposal.session)
    .replace('{kind}', labelOf(PROPOSER_KINDS, proposal.proposerKind, locale))
    .replace('{number}', proposal.number)
    .replace('{title}', other.title);
  return [{ path: 'number', message }];
}
