import { randomBytes } from 'node:crypto';
import { createLocalReq } from 'payload';
import { performOnLetter } from '@/collections/Letters/act-letter';
import { LETTER_CODE } from '@/collections/Letters/file-letter';
import { newQueryCode } from '@/domain/applications/query-code';
import { ruleOf } from '@/domain/letters/actions';
import { secretOf } from '@/fields/sealed/secret';
import type { Letter } from '@/payload-types';
import type { CaseStaff } from './applications';
import { idOf, quiet, storedIds, type Seeding } from './seeding';
import { workdayBefore } from './workday-before';

/**
 * The sample letters, taken through their steps by the rules that hold for everyone's, so that numbers and
 * due days are the same; and those that were published, under the three signatures.
 */
export async function seedLetters(seeding: Seeding, staff: CaseStaff): Promise<number> {
  const { payload, demo, ids, today } = seeding;
  const { docs } = await payload.db.find<Pick<Letter, 'id' | 'title'>>({
    collection: 'letters',
    select: { title: true },
    limit: 0,
    pagination: false,
  });
  const known = new Set(docs.map(({ title }) => title));
  // Receipt numbers rise with the day of filing.
  const letters = demo.letters
    .filter(({ title }) => !known.has(title))
    .sort((a, b) => a.filed - b.filed);
  for (const { agency, filed, steps, ...given } of letters) {
    const { id } = await payload.create({
      collection: 'letters',
      depth: 0,
      context: quiet(),
      data: {
        ...given,
        ...(agency && { agency: idOf(ids.agencies, agency) }),
        channel: 'internet',
        status: 'received',
        receivedOn: workdayBefore(today, filed),
        queryHash: secretOf(newQueryCode(randomBytes), LETTER_CODE),
      },
    });
    const req = await createLocalReq({ context: quiet() }, payload);
    for (const { action, on, agency: to, ...told } of steps) {
      // Nobody examines their own words.
      const role = action === 'issue' ? 'leader' : ruleOf(action).by[0]!;
      const user = role === 'writer' ? null : staff[role];
      await performOnLetter(
        req,
        id,
        action,
        { ...told, ...(to && { agency: String(idOf(ids.agencies, to)) }) },
        [role],
        user && { id: String(user.id), name: user.name },
        { on: workdayBefore(today, on) },
      );
    }
  }
  await seedPublishedLetters(seeding);
  return demo.letters.length;
}

async function seedPublishedLetters({ payload, demo, ids, signOff }: Seeding): Promise<void> {
  const known = await storedIds(payload, 'published-letters');
  for (const { title, question, answer, agency, ...plain } of demo.publishedLetters) {
    if (known.has(plain.slug)) continue;
    await payload.create({
      collection: 'published-letters',
      depth: 0,
      context: quiet(signOff),
      data: {
        ...plain,
        agency: idOf(ids.agencies, agency),
        title: title.zh,
        question: question.zh,
        answer: answer.zh,
        english: { title: title.en, question: question.en, answer: answer.en },
        publishedOn: plain.answeredOn,
        _status: 'published',
      },
    });
  }
}
