import { lexicalFromBlocks } from '@/domain/documents/lexical';
import { parseMarkdown } from '../markdown';
import { idOf, idsOf, quiet, storedIds, type Seeding } from './seeding';

const lexical = (text: string) => lexicalFromBlocks(parseMarkdown(text));

/** Service guides, and the matters that lead through several of them. */
export async function seedServices({ payload, demo, ids, signOff }: Seeding): Promise<number> {
  const services = await storedIds(payload, 'services');
  const write = { depth: 0, context: quiet(signOff) } as const;
  for (const { title, summary, agency, documents, ...plain } of demo.services) {
    if (services.has(plain.slug)) continue;
    const { id } = await payload.create({
      collection: 'services',
      ...write,
      data: {
        ...plain,
        title: title.zh,
        summary: summary.zh,
        english: { title: title.en, summary: summary.en },
        agency: idOf(ids.agencies, agency),
        documents: idsOf(ids.documents, documents),
        _status: 'published',
      },
    });
    services.set(plain.slug, id);
  }
  const chains = await storedIds(payload, 'service-chains');
  for (const { title, summary, agency, steps, ...plain } of demo.chains) {
    if (chains.has(plain.slug)) continue;
    await payload.create({
      collection: 'service-chains',
      ...write,
      data: {
        ...plain,
        title: title.zh,
        summary: summary.zh,
        english: { title: title.en, summary: summary.en },
        agency: idOf(ids.agencies, agency),
        steps: steps.map((step) => ({
          ...step,
          agency: step.agency && idOf(ids.agencies, step.agency),
          service: step.service && idOf(services, step.service),
        })) as never,
        _status: 'published',
      },
    });
  }
  return demo.services.length + demo.chains.length;
}

/** Questions with their answers; after the services, to which they lead. */
export async function seedQuestions({ payload, demo, ids, signOff }: Seeding): Promise<number> {
  const [known, services] = [
    await storedIds(payload, 'questions'),
    await storedIds(payload, 'services'),
  ];
  for (const { title, answer, agency, sources, ...plain } of demo.questions) {
    if (known.has(plain.slug)) continue;
    await payload.create({
      collection: 'questions',
      depth: 0,
      context: quiet(signOff),
      data: {
        ...plain,
        title: title.zh,
        body: lexical(answer.zh),
        english: { title: title.en, ...(answer.en && { body: lexical(answer.en) }) },
        agency: idOf(ids.agencies, agency),
        sources: sources.map(({ document, anchor }) => ({
          document: idOf(ids.documents, document),
          anchor,
        })),
        services: idsOf(services, plain.services),
        _status: 'published',
      },
    });
  }
  return demo.questions.length;
}

export async function seedProposals({ payload, demo, ids, signOff }: Seeding): Promise<number> {
  const known = await storedIds(payload, 'proposals');
  for (const { title, text, reply, agency, withAgencies, documents, ...plain } of demo.proposals) {
    if (known.has(plain.slug)) continue;
    await payload.create({
      collection: 'proposals',
      depth: 0,
      context: quiet(signOff),
      data: {
        ...plain,
        title: title.zh,
        english: { title: title.en },
        text: lexical(text),
        ...(reply && { reply: lexical(reply) }),
        agency: idOf(ids.agencies, agency),
        withAgencies: idsOf(ids.agencies, withAgencies),
        documents: idsOf(ids.documents, documents),
        publishedOn: plain.repliedOn ?? plain.receivedOn,
        _status: 'published',
      },
    });
  }
  return demo.proposals.length;
}
