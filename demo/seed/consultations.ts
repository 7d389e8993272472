import { excerptOf, hashOf } from '@/collections/Comments/file-comment';
import { formatCommentReceipt } from '@/domain/consultations/receipt';
import { suspicionOf } from '@/domain/consultations/suspicion';
import { addDays, dayOf, yearOf, type Day } from '@/domain/workdays/days';
import { lexicalFromBlocks } from '@/domain/documents/lexical';
import type { Demo } from '../content';
import { idOf, quiet, storedIds, type Seeding } from './seeding';

type Given = Demo['consultations'][number];

/** Serials that no comment of the form is near, so that the two never meet. */
const FIRST_SERIAL = 90_001;

/** The drafts before the public, under the three signatures, and what people said of them. */
export async function seedConsultations(seeding: Seeding): Promise<number> {
  const { payload, demo, ids, signOff, today } = seeding;
  const known = await storedIds(payload, 'consultations');
  const onDay = (given: string | number): Day =>
    typeof given === 'number' ? addDays(today, given) : given;
  let serial = FIRST_SERIAL;
  for (const consultation of demo.consultations) {
    const { slug, title, summary, kind, agency, outcome, otherWays, participation } = consultation;
    const numbers = consultation.comments.map(() => serial++);
    if (known.has(slug)) continue;
    const document = (name: string | undefined) => (name ? idOf(ids.documents, name) : undefined);
    const opens = momentOf(consultation.opens, '00:00', today);
    const made = await payload.create({
      collection: 'consultations',
      depth: 0,
      context: quiet(signOff),
      data: {
        slug,
        title: title.zh,
        summary: summary.zh,
        english: { title: title.en, summary: summary.en },
        kind,
        agency: idOf(ids.agencies, agency),
        opensAt: opens,
        closesAt: momentOf(consultation.closes, '18:00', today),
        background: lexicalFromBlocks(consultation.background) as never,
        draft: lexicalFromBlocks(consultation.draft) as never,
        replaces: document(consultation.replaces),
        finalDocument: document(consultation.finalDocument),
        otherWays,
        shortenedBecause: consultation.shortenedBecause,
        participation: participation.map(({ heldOn, ...each }) => ({
          ...each,
          heldOn: onDay(heldOn),
        })),
        outcome,
        outcomeOn: consultation.outcomeOn && `${consultation.outcomeOn}T12:00:00.000Z`,
        publishedOn: consultation.publishedOn ?? dayOf(opens),
        _status: 'published',
      },
    });
    // A sample was signed when it was published, not when the demo was filled.
    const signed = consultation.outcomeOn ?? consultation.publishedOn ?? dayOf(opens);
    await payload.db.updateOne({
      collection: 'consultations',
      id: made.id,
      data: { signedBy: { ...made.signedBy, on: `${signed}T12:00:00.000Z` } },
      returning: false,
    });
    for (const [i, comment] of consultation.comments.entries()) {
      await payload.db.create({
        collection: 'comments',
        data: stored(comment, made.id, numbers[i] ?? 0, onDay(comment.on)),
        returning: false,
      });
    }
  }
  return demo.consultations.length;
}

/** A comment as the form and a moderator leave it. */
function stored(
  { body, place, shownName, isWaiting }: Given['comments'][number],
  consultation: number,
  serial: number,
  on: Day,
): Record<string, unknown> {
  const { score, findings } = suspicionOf(body);
  const submittedAt = `${on}T02:30:00.000Z`;
  return {
    consultation,
    body,
    place,
    shownName,
    excerpt: excerptOf(body),
    state: isWaiting ? 'pending' : 'shown',
    suspicion: score,
    findings,
    submittedAt,
    receiptNumber: formatCommentReceipt(yearOf(on), serial),
    bodyHash: hashOf(body),
    language: 'zh-CN',
    ...(!isWaiting && { moderatedBy: '演示·保密审查员', moderatedAt: `${on}T07:00:00.000Z` }),
  };
}

/** Of an offset, that time of the day in Shanghai. */
const momentOf = (given: string | number, time: string, today: Day): string =>
  new Date(
    typeof given === 'number' ? `${addDays(today, given)}T${time}:00+08:00` : given,
  ).toISOString();
