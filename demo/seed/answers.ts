import { idOf, quiet, storedIds, type Seeding } from './seeding';

/** Answers for everybody, under the three signatures like every text. */
export async function seedAnswers({ payload, demo, ids, signOff }: Seeding): Promise<number> {
  const known = await storedIds(payload, 'published-answers');
  for (const { title, question, answer, agency, ...plain } of demo.answers) {
    if (known.has(plain.slug)) continue;
    await payload.create({
      collection: 'published-answers',
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
  return demo.answers.length;
}
