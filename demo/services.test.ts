import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { blocksToText } from '../domain/documents/blocks';
import { structureOf } from '../domain/documents/structure';
import { proposalKey, replyGaps } from '../domain/proposals/handling';
import { stepsNowhere } from '../domain/services/chain';
import { missingParts, onlineHost } from '../domain/services/guide';
import { readDemo, type Demo } from './content';
import { parseMarkdown } from './markdown';

let demo: Demo;
beforeAll(async () => {
  demo = await readDemo(fileURLToPath(new URL('.', import.meta.url)));
});

const slugsOf = (entries: readonly { slug: string }[]) => entries.map(({ slug }) => slug);

describe('the services of the demo county', () => {
  it('have nothing twice under one name', () => {
    for (const entries of [demo.services, demo.chains, demo.questions, demo.proposals])
      expect(new Set(slugsOf(entries)).size).toBe(entries.length);
  });

  it('are ten guides with their eight parts, and two matters with places to go to', () => {
    expect(demo.services).toHaveLength(10);
    for (const { title, onlineUrl, ...guide } of demo.services) {
      expect(missingParts({ ...guide, title: title.zh })).toEqual([]);
      if (onlineUrl) expect(onlineHost(onlineUrl)).toMatch(/\.gov\.cn$/);
    }
    expect(demo.chains).toHaveLength(2);
    for (const { steps } of demo.chains) expect(stepsNowhere(steps)).toEqual([]);
  });

  it('point only to what is there, at places that the texts have', () => {
    const [agencies, services] = [slugsOf(demo.agencies), slugsOf(demo.services)];
    const documents = new Map(demo.documents.map((one) => [one.slug, one]));
    const named = [...demo.services, ...demo.chains, ...demo.questions, ...demo.proposals];
    for (const { agency } of named) expect(agencies).toContain(agency);
    for (const { withAgencies } of demo.proposals)
      for (const one of withAgencies) expect(agencies).toContain(one);
    for (const { documents: some } of [...demo.services, ...demo.proposals])
      for (const one of some) expect([...documents.keys()]).toContain(one);
    for (const step of demo.chains.flatMap(({ steps }) => steps)) {
      if (step.agency) expect(agencies).toContain(step.agency);
      if (step.service) expect(services).toContain(step.service);
    }
    for (const { sources, services: some } of demo.questions) {
      for (const one of some) expect(services).toContain(one);
      for (const { document, anchor } of sources) {
        const { blocks } = structureOf(documents.get(document)?.body ?? []);
        expect(blocks.flatMap(({ id, itemIds }) => [id, ...(itemIds ?? [])])).toContain(anchor);
      }
    }
  });

  it('have proposals of two years, each once under its number, with whole replies', () => {
    expect(new Set(demo.proposals.map(({ year }) => year)).size).toBe(2);
    expect(new Set(demo.proposals.map(proposalKey)).size).toBe(demo.proposals.length);
    for (const { reply, ...one } of demo.proposals)
      expect(replyGaps({ ...one, hasReply: Boolean(reply) })).toEqual([]);
    for (const { text, reply } of demo.proposals)
      for (const markdown of [text, reply ?? '答复'])
        expect(blocksToText(parseMarkdown(markdown))).not.toBe('');
  });
});
