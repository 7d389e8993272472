import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkTables } from '../domain/annual-reports/check';
import { openFindings, wordFindings } from '../domain/annual-reports/describe';
import { examineReport } from '../domain/annual-reports/examine';
import { parseTables } from '../domain/annual-reports/parse';
import { report2020 } from '../domain/annual-reports/report-2020.fixture';
import type { ReportTables } from '../domain/annual-reports/tables';
import { parseAnswers } from '../domain/website-reports/answers';
import { checkForm } from '../domain/website-reports/check';
import { problemOfCreditCode, problemOfIdCard } from '../domain/applications/identity';
import { DOMAINS } from '../domain/catalogue/domains';
import { keyOfItem } from '../domain/catalogue/items';
import { outcomeProblems } from '../domain/consultations/outcome';
import { blocksToText, type Block } from '../domain/documents/blocks';
import { structureOf } from '../domain/documents/structure';
import { missingIn } from '../domain/interpretations/forms';
import { hasSound } from '../domain/interpretations/mp4';
import { placeIn } from '../domain/interpretations/places';
import { readVtt } from '../domain/interpretations/webvtt';
import { formatDocumentNumber, parseDocumentNumber } from '../domain/documents/number';
import { messages } from '../messages';
import { readDemo, type Demo } from './content';

let demo: Demo;
beforeAll(async () => {
  demo = await readDemo(fileURLToPath(new URL('.', import.meta.url)));
});

const slugsOf = (entries: readonly { slug: string }[]) => new Set(entries.map(({ slug }) => slug));

describe('the demo county', () => {
  it('has nothing twice under one name', () => {
    for (const entries of [
      demo.agencies,
      demo.columns,
      demo.pages,
      demo.topics,
      demo.catalogue.flatMap(({ items }) => items),
      // Topics name documents and interpretations in one list.
      [...demo.documents, ...demo.interpretations],
    ]) {
      expect(slugsOf(entries).size).toBe(entries.length);
    }
  });

  it('points only to what is there', () => {
    const agencies = slugsOf(demo.agencies);
    const columns = slugsOf(demo.columns);
    const documents = slugsOf(demo.documents);
    const catalogueItems = slugsOf(demo.catalogue.flatMap(({ items }) => items));
    const items = slugsOf([...demo.documents, ...demo.interpretations]);
    const missing = [
      ...[
        ...demo.users,
        ...demo.documents,
        ...demo.interpretations,
        ...demo.topics,
        ...demo.consultations,
        ...demo.publishedLetters,
        ...demo.reports,
        ...demo.websiteReports,
        ...demo.applications,
        ...demo.catalogue,
        ...demo.mediaAccounts,
      ].flatMap(({ agency }) => (agencies.has(agency) ? [] : [agency])),
      ...demo.letters.flatMap(({ agency }) => (agency && !agencies.has(agency) ? [agency] : [])),
      ...demo.documents
        .flatMap((document) => document.columns)
        .filter((slug) => !columns.has(slug)),
      ...demo.documents
        .flatMap((document) => document.catalogueItems)
        .filter((slug) => !catalogueItems.has(slug)),
      ...demo.consultations
        .flatMap(({ replaces, finalDocument }) => [replaces, finalDocument])
        .filter((slug) => slug && !documents.has(slug)),
      ...demo.columns.flatMap(({ parent }) => (parent && !columns.has(parent) ? [parent] : [])),
      ...demo.documents
        .flatMap(({ relations }) => relations.map(({ document }) => document))
        .filter((slug) => !documents.has(slug)),
      ...demo.interpretations
        .flatMap((each) => each.documents)
        .filter((slug) => !documents.has(slug)),
      ...demo.topics
        .flatMap(({ sections }) => sections.flatMap((section) => section.items))
        .filter((slug) => !items.has(slug)),
    ];
    expect(missing).toEqual([]);
  });

  it('has a catalogue for each of the 26 fields, in which no two items are alike', () => {
    expect(demo.catalogue.map(({ domain }) => domain)).toEqual(DOMAINS.map(({ code }) => code));
    const keys = demo.catalogue.flatMap(({ domain, items }) =>
      items.map((item) => keyOfItem({ domain, ...item })),
    );
    expect(keys.length).toBeGreaterThanOrEqual(200);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has sixteen townships and farms, each with people to ask and a telephone of its own', () => {
    expect(demo.agencies.filter(({ kind }) => kind === 'township')).toHaveLength(16);
    const own = demo.agencies.filter(({ kind }) => kind !== 'external');
    for (const { slug, leaders, offices, duties } of own) {
      expect(leaders.length, slug).toBeGreaterThanOrEqual(2);
      expect(offices.length, slug).toBeGreaterThanOrEqual(3);
      expect(duties.zh.length, slug).toBeGreaterThanOrEqual(100);
      expect(duties.zh.length, slug).toBeLessThanOrEqual(250);
    }
    const numbers = own.flatMap(({ phone, fax, offices }) => [
      phone,
      fax,
      ...offices.map((office) => office.phone),
    ]);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(new Set(demo.agencies.map(({ code }) => code)).size).toBe(demo.agencies.length);
  });

  it('names no real person and no telephone that could ring', () => {
    const phones = [
      ...demo.agencies.flatMap(({ phone, fax, offices }) => [
        phone,
        fax,
        ...offices.map((office) => office.phone),
      ]),
      ...demo.applications.map(({ phone }) => phone),
    ].filter((phone) => phone !== undefined);
    for (const phone of phones) expect(phone).toMatch(/^0795-0000\d{3}$/);
    for (const { name } of demo.agencies.flatMap(({ leaders }) => leaders)) {
      expect(name).toMatch(/^[一-龥]某$/);
    }
    for (const { name } of demo.users) expect(name).toMatch(/^演示·/);
    for (const { name } of demo.applications) expect(name).toMatch(/^示例·|（虚构）$/);
  });

  it('says of every text that it is a sample', () => {
    const texts: [string, string][] = [
      ...[...demo.documents, ...demo.interpretations, ...demo.pages].map(
        (each): [string, string] => [each.slug, words(each)],
      ),
      ...demo.topics.map((topic): [string, string] => [topic.slug, topic.summary.zh]),
      ...demo.reports.map((report): [string, string] => [
        `${report.agency} ${report.year}`,
        report.title + blocksToText(report.preface),
      ]),
      ...demo.websiteReports.map((report): [string, string] => [report.agency, report.title]),
      ...demo.applications.map((each): [string, string] => [each.key, each.description]),
    ];
    const silent = texts.filter(([, text]) => !/样例|演示|示例/.test(text)).map(([name]) => name);
    expect(silent).toEqual([]);
  });

  it('writes every document number in its official form', () => {
    for (const { number, slug } of demo.documents) {
      if (number === undefined) continue;
      const parsed = parseDocumentNumber(number);
      expect(parsed && formatDocumentNumber(parsed), slug).toBe(number);
    }
  });

  it('gives every topic at least two sections and six items', () => {
    expect(demo.topics).toHaveLength(6);
    for (const { slug, sections } of demo.topics) {
      const items = sections.flatMap((section) => section.items);
      expect(items.length, slug).toBeGreaterThanOrEqual(6);
      expect(new Set(items).size, slug).toBe(items.length);
    }
  });

  it('explains provisions that stand in the text of their documents', () => {
    const bodies = new Map(demo.documents.map(({ slug, body }) => [slug, structureOf(body)]));
    const explained = demo.interpretations.flatMap(({ slug, documents, provisions }) =>
      provisions.map((each) => ({ slug, documents, ...each })),
    );
    expect(explained.length).toBeGreaterThanOrEqual(10);
    for (const { slug, documents, document, provision } of explained) {
      expect(documents, slug).toContain(document);
      const structure = bodies.get(document);
      expect(structure && placeIn(structure, provision), `${slug} ${provision}`).toBeDefined();
    }
  });

  it('gives every interpretation what its form asks for, and a film with captions', () => {
    for (const each of demo.interpretations) {
      const { slug, body, images, textAlternative, questions, speaker, form, video } = each;
      const missing = missingIn({
        form,
        hasBody: body.length > 0,
        images: images.length,
        textAlternative,
        questions: questions.length,
        speaker,
        hasVideo: Boolean(video),
        hasSound: false,
        hasCaptions: Boolean(video),
      });
      expect([slug, missing]).toEqual([slug, []]);
    }
    const films = demo.interpretations.flatMap(({ video }) => (video ? [video] : []));
    expect(films.length).toBeGreaterThan(0);
    for (const { file, captions } of films) {
      const read = (name: string) => readFileSync(new URL(`media/${name}`, import.meta.url));
      expect(readVtt(read(captions).toString('utf8'))).toHaveProperty('cues');
      expect(hasSound(read(file))).toBe(false);
      expect(read(file).length).toBeLessThan(300_000);
    }
  });

  it('has a text alternative for whatever is shown in pictures', () => {
    for (const { slug, form, textAlternative } of demo.interpretations) {
      if (form === 'illustrated' || form === 'video') expect(textAlternative, slug).toBeTruthy();
    }
  });
});

it('has letters of each purpose, late and open ones among them, each from a person that nobody is', () => {
  const agencies = slugsOf(demo.agencies);
  expect(new Set(demo.letters.map(({ purpose }) => purpose)).size).toBe(3);
  expect(demo.letters.length).toBeGreaterThanOrEqual(14);
  expect(demo.publishedLetters.length).toBeGreaterThanOrEqual(6);
  for (const { agency, filed, phone, steps, title } of demo.letters) {
    expect([title, !agency || agencies.has(agency)]).toEqual([title, true]);
    expect([title, phone ?? '0795-0000001']).toEqual([title, expect.stringMatching(/^0795-0000/)]);
    const days = [filed, ...steps.map(({ on }) => on)];
    expect([title, days]).toEqual([title, days.toSorted((a, b) => a - b)]);
    for (const step of steps) {
      expect([title, !step.agency || agencies.has(step.agency)]).toEqual([title, true]);
    }
  }
});

it('has consultations whose outcome lacks nothing, and one that is open on the day of the seed', () => {
  for (const { closes, outcome } of demo.consultations) {
    if (!outcome || typeof closes !== 'string') continue;
    const now = '2099-01-01T00:00:00Z';
    expect(outcomeProblems({ outcome, closesAt: closes, now, received: 9, waiting: 0 })).toEqual(
      [],
    );
  }
  const isOpen = ({ opens, closes }: Demo['consultations'][number]) =>
    typeof opens === 'number' && typeof closes === 'number' && opens < 0 && closes > 0;
  expect(demo.consultations.filter(isOpen)).toHaveLength(1);
});

it('has a website report of which nothing is left to say', () => {
  for (const { year, answers, publishedOn } of demo.websiteReports) {
    const parsed = parseAnswers(answers);
    if (!parsed.ok) throw new Error(parsed.problems.join(' '));
    expect(checkForm(parsed.value, { year, publishedOn })).toEqual([]);
  }
});

describe('the demo reports', () => {
  const tablesOf = (agency: string, year: number): ReportTables => {
    const report = demo.reports.find((each) => each.agency === agency && each.year === year);
    const parsed = parseTables(report?.layout ?? '2021', report?.tables);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.value;
  };

  it('hold no cell that their layout lacks, and nothing that the checks would stop', () => {
    const words = messages['zh-CN'].reportFindings;
    const names = new Map(
      demo.agencies.map(({ slug, name }) => [slug, typeof name === 'string' ? name : name.zh]),
    );
    for (const { agency, year, layout, parts, reasons } of demo.reports) {
      const hasLastYear = demo.reports.some(
        (one) => one.agency === agency && one.year === year - 1,
      );
      const findings = examineReport({
        layout,
        year,
        names: [names.get(agency) ?? ''],
        tables: tablesOf(agency, year),
        lastYear: hasLastYear ? tablesOf(agency, year - 1) : undefined,
        narrative: Object.fromEntries(
          Object.entries(parts).map(([part, text]) => [part, blocksToText(text)]),
        ),
      });
      const worded = wordFindings(layout, findings, reasons, { locale: 'zh-CN', words });
      expect(openFindings(worded)).toEqual([]);
      // A reason for nothing is one whose figures have changed.
      const keys = worded.map(({ key }) => key);
      expect(reasons.filter(({ finding }) => !keys.includes(finding))).toEqual([]);
    }
  });

  it('give the figures of 2020 as the county published them, blanks included', () => {
    expect(tablesOf('county-government', 2020)).toEqual(report2020());
  });

  it('begin a year with what the year before carried over', () => {
    const findings = checkTables(
      '2021',
      tablesOf('county-government', 2025),
      tablesOf('county-government', 2024),
    );
    expect(findings).toEqual([]);
  });
});

describe('the sample applications', () => {
  it('name their steps on days in order', () => {
    for (const { key, filed, steps } of demo.applications) {
      const days = [filed, ...steps.map(({ on }) => on)];
      expect(days, key).toEqual([...days].sort((a, b) => a - b));
    }
  });

  it('carry identity numbers and credit codes that the form would accept', () => {
    for (const { key, applicantKind, idNumber, creditCode } of demo.applications) {
      const problem =
        applicantKind === 'natural'
          ? problemOfIdCard(idNumber ?? '', '2026-11-24')
          : problemOfCreditCode(creditCode ?? '');
      expect(problem, key).toBeNull();
    }
  });
});

const words = (text: { body: Block[]; textAlternative?: string; summary?: unknown }): string =>
  blocksToText(text.body) + (text.textAlternative ?? '') + JSON.stringify(text.summary);
