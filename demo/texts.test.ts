import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { CATEGORIES, FORMS, VALIDITIES } from '../domain/catalogue/codes';
import { blocksToText, type Block } from '../domain/documents/blocks';
import { effectOf } from '../domain/documents/relations';
import { standingOf, validityOn } from '../domain/documents/validity';
import { readDemo, type Demo } from './content';

/** The day for which the demo county was written; the texts of 2026 end just before it. */
const WRITTEN_FOR = '2026-11-24';
const SAMPLE = '本文为演示样例，内容系为演示编写，不具有效力。';
const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const MEDIA = join(FOLDER, 'media');

let demo: Demo;
beforeAll(async () => {
  demo = await readDemo(FOLDER);
});

/** What other documents do to the one of that address. */
const incomingOf = (slug: string) =>
  demo.documents.flatMap((by) =>
    by.relations
      .filter(({ document }) => document === slug)
      .map((relation) => ({ ...relation, by })),
  );

describe('the demo documents', () => {
  it('cover the fifteen statutory classes, every state of validity and the columns that stand alone', () => {
    expect(demo.documents.length).toBeGreaterThanOrEqual(60);
    expect(valuesOf(demo.documents, ({ category }) => [category])).toEqual(codesOf(CATEGORIES));
    expect(
      valuesOf(demo.documents, (each) => [
        validityOn(WRITTEN_FOR, standingOf(each, incomingOf(each.slug))),
      ]),
      'validity',
    ).toEqual(codesOf(VALIDITIES));
    const used = new Set(demo.documents.flatMap(({ columns }) => columns));
    const alone = demo.columns.filter(
      ({ slug, parent }) =>
        parent !== 'grassroots' && !demo.columns.some((child) => child.parent === slug),
    );
    expect(alone.map(({ slug }) => slug).filter((slug) => !used.has(slug))).toEqual([]);
  });

  it('come from the county, at least twelve departments and most of the townships', () => {
    const issuers = new Set(demo.documents.map(({ agency }) => agency));
    const count = (kind: string) =>
      demo.agencies.filter((agency) => agency.kind === kind && issuers.has(agency.slug)).length;
    expect(count('department')).toBeGreaterThanOrEqual(12);
    expect(count('township')).toBeGreaterThanOrEqual(10);
  });

  it('never share a number', () => {
    const numbers = demo.documents.flatMap(({ number }) => number ?? []);
    expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
  });

  it('are dated in order and show a portal that is alive', () => {
    for (const { slug, madeOn, publishedOn, effectiveOn, lapsesOn } of demo.documents) {
      expect(publishedOn >= madeOn, slug).toBe(true);
      expect(publishedOn <= WRITTEN_FOR, slug).toBe(true);
      if (effectiveOn && lapsesOn) expect(lapsesOn > effectiveOn, slug).toBe(true);
    }
    const published = demo.documents.map(({ publishedOn }) => publishedOn).sort();
    expect(published.filter((day) => day >= '2026-01-01').length).toBeGreaterThanOrEqual(15);
    expect(published.at(-1)! >= '2026-11-10').toBe(true);
  });

  it('lapse on the day after the last day that the text names', () => {
    let named = 0;
    for (const { slug, body, lapsesOn } of demo.documents) {
      const last = /有效期至(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(blocksToText(body));
      if (!last || !lapsesOn) continue;
      named += 1;
      const [year, month, day] = last.slice(1).map(Number);
      const next = new Date(Date.UTC(year!, month! - 1, day! + 1)).toISOString().slice(0, 10);
      expect(lapsesOn, slug).toBe(next);
    }
    expect(named).toBeGreaterThanOrEqual(8);
  });

  it('are changed only by a document that names them', () => {
    let changes = 0;
    for (const { slug, number } of demo.documents) {
      for (const relation of incomingOf(slug).filter(effectOf)) {
        changes += 1;
        expect(blocksToText(relation.by.body), slug).toContain(number);
        expect(relation.on && relation.by.publishedOn <= relation.on, slug).toBe(true);
      }
    }
    expect(changes).toBeGreaterThanOrEqual(4);
  });

  it('are long enough that no page looks empty, eight of them with chapters and articles', () => {
    for (const { slug, body } of demo.documents) {
      expect(charactersOf(body), slug).toBeGreaterThanOrEqual(300);
    }
    const statutes = demo.documents.filter(({ body }) => {
      const text = blocksToText(body);
      return /^第一章/m.test(text) && /^第十条/m.test(text) && charactersOf(body) >= 2000;
    });
    expect(statutes.length).toBeGreaterThanOrEqual(8);
  });

  it('count their articles and chapters without a gap', () => {
    for (const { slug, body } of demo.documents) {
      for (const unit of ['章', '条']) {
        const found = [
          ...blocksToText(body).matchAll(new RegExp(`^第([一二三四五六七八九十]+)${unit}　`, 'gm')),
        ].map(([, numeral]) => numeral);
        expect(found, `${slug} ${unit}`).toEqual(found.map((_, at) => numeralOf(at + 1)));
      }
    }
  });

  it('have totals that are the sums of their columns', () => {
    let checked = 0;
    for (const { slug, body } of demo.documents) {
      for (const block of body) {
        if (block.kind !== 'table') continue;
        const rows = block.rows.map((row) =>
          row.map(({ runs }) => runs.map((r) => r.text).join('')),
        );
        const total = rows.at(-1)!;
        if (total[0] !== '合计') continue;
        total.forEach((cell, at) => {
          const parts = rows.slice(1, -1).map((row) => row[at]!);
          // A column of percentages or of dashes has no sum to check.
          if (![cell, ...parts].every((each) => /^\d+(\.\d+)?$/.test(each))) return;
          const sum = parts.reduce((before, part) => before + Number(part), 0);
          expect(Number(cell), `${slug}: ${rows[0]![at]}`).toBeCloseTo(sum, 1);
          checked += 1;
        });
      }
    }
    expect(checked).toBeGreaterThanOrEqual(25);
  });

  it('have eight texts in English as well', () => {
    const translated = demo.documents.filter(({ english }) => english.body);
    expect(translated.length).toBeGreaterThanOrEqual(8);
  });
});

describe('the demo interpretations', () => {
  it('come in every form', () => {
    expect(demo.interpretations.length).toBeGreaterThanOrEqual(25);
    expect(valuesOf(demo.interpretations, ({ form }) => [form])).toEqual(codesOf(FORMS));
  });

  it('follow the documents they explain, some two at once and some documents twice', () => {
    const explained = demo.interpretations.flatMap((each) => {
      for (const slug of each.documents) {
        const document = demo.documents.find((candidate) => candidate.slug === slug);
        expect(each.publishedOn >= document!.publishedOn, `${each.slug} ${slug}`).toBe(true);
      }
      return each.documents;
    });
    expect(new Set(explained).size).toBeLessThan(explained.length);
    expect(demo.interpretations.some(({ documents }) => documents.length > 1)).toBe(true);
  });

  it('hold enough to read without the picture', () => {
    for (const { slug, body: text, questions } of demo.interpretations) {
      const answers = questions.map(({ question, answer }) => question + answer).join('');
      const body: Block[] = [...text, { kind: 'paragraph', runs: [{ text: answers }] }];
      expect(charactersOf(body), slug).toBeGreaterThanOrEqual(250);
    }
  });

  it('show pictures that exist, small enough for a phone, drawn from a source beside them', async () => {
    const illustrated = demo.interpretations.filter(({ form }) => form === 'illustrated');
    expect(illustrated.length).toBeGreaterThanOrEqual(5);
    for (const { slug, images } of illustrated) {
      expect(images.length, slug).toBeGreaterThanOrEqual(1);
      for (const { file } of images) {
        const { size } = await stat(join(MEDIA, file));
        expect(size, file).toBeLessThan(250_000);
        const source = await readFile(join(MEDIA, file.replace(/\.png$/, '.svg')), 'utf8');
        expect(source, file).toMatch(/<svg [^>]*width="1080"/);
      }
    }
  });

  it('say in words every number that a picture shows', async () => {
    for (const { slug, images, body, textAlternative, documents } of demo.interpretations) {
      const words = [
        textAlternative ?? '',
        blocksToText(body),
        ...documents.map((each) => {
          const document = demo.documents.find((candidate) => candidate.slug === each)!;
          return (document.number ?? '') + blocksToText(document.body);
        }),
      ].join('');
      for (const { file } of images) {
        const source = await readFile(join(MEDIA, file.replace(/\.png$/, '.svg')), 'utf8');
        for (const telephone of source.match(/0795-\d+/g) ?? []) {
          expect(textAlternative, `${slug} ${telephone}`).toContain(telephone);
        }
        for (const [, amount] of source.matchAll(/>(\d+)(?:万元|元|平方米|%)</g)) {
          // The bars of the parking picture work out examples from the rates in the text.
          if (slug === 'illustrated-parking-2026' && ['3', '5'].includes(amount!)) continue;
          expect(words, `${slug} ${amount}`).toContain(amount);
        }
      }
    }
  });
});

describe('every text of the demo county', () => {
  it('ends by saying that it is a sample', () => {
    for (const { slug, body } of [...demo.documents, ...demo.interpretations]) {
      expect(blocksToText(body).trimEnd().endsWith(SAMPLE), slug).toBe(true);
    }
  });

  it('gives only telephone numbers that cannot ring, and those of the agencies for their own', () => {
    const owners = new Map(
      demo.agencies.flatMap(({ slug, phone, fax, offices }) =>
        [phone, fax, ...offices.map((office) => office.phone)].map(
          (number) => [number, slug] as const,
        ),
      ),
    );
    for (const { slug, agency, body } of demo.documents) {
      const text = blocksToText(body);
      for (const number of text.match(/\d{3,4}-\d{7,8}/g) ?? []) {
        expect(number, slug).toMatch(/^0795-0000\d{3}$/);
        const owner = demo.agencies.find((each) => each.slug === owners.get(number));
        // A township's number may stand only in that township's own papers.
        if (owner?.kind === 'township') expect(owner.slug, `${slug} ${number}`).toBe(agency);
      }
    }
  });
});

const codesOf = (entries: readonly { code: string }[]): string[] =>
  entries.map(({ code }) => code).sort();

const valuesOf = <T>(entries: readonly T[], values: (entry: T) => readonly string[]): string[] =>
  [...new Set(entries.flatMap(values))].sort();

const charactersOf = (body: Block[]): number => blocksToText(body).replace(/\s/g, '').length;

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 in Chinese numerals, as articles are counted. */
const numeralOf = (value: number): string => {
  const tens = Math.floor(value / 10);
  const ones = DIGITS[value % 10]!;
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones}`;
};
