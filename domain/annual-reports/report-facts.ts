import type { Kind } from '../catalogue/codes';
import { yearOf, type Day } from '../workdays/days';
import { yearOfCase, type CaseOfYear } from './compile-applications';
import { rowOfKind, yearOfDocument, type DocumentRow } from './compile-documents';
import type { ProceedingRow } from './compile-proceedings';

/**
 * What the records say besides the tables, to hold the narrative against it: 发布信息15908条, 按时答复率.
 * All are counts of the year.
 */
export type ReportFacts = {
  /** Documents and interpretations that were published in the year. */
  publishedItems: number;
  publishedDocuments: number;
  publishedInterpretations: number;
  /** Documents published in the year by 体裁; a kind with none is left out. */
  documentsByKind: Partial<Record<Kind, number>>;
  rulesMade: number;
  normativeMade: number;
  normativeAbolished: number;
  normativeInForce: number;
  applicationsReceived: number;
  applicationsCarriedIn: number;
  applicationsCarriedOut: number;
  /** Closed by an answer, neither withdrawn nor lapsed. */
  applicationsAnswered: number;
  /** Of those answered with a due day: how many there are, and how many by that day (extensions counted in). */
  applicationsTimed: number;
  applicationsOnTime: number;
  applicationsExtended: number;
  applicationsWithdrawn: number;
  /** Accepted in the year. */
  reviewsFiled: number;
  suitsFiled: number;
};

export type FactRows = {
  documents: readonly DocumentRow[];
  /** Days on which interpretations were published. */
  interpretations: readonly { publishedOn: Day | null }[];
  applications: readonly CaseOfYear[];
  proceedings: readonly ProceedingRow[];
};

export function factsOf(year: number, rows: FactRows): ReportFacts {
  const facts = noFacts();
  const isOfYear = (day: Day | null) => day !== null && yearOf(day) === year;
  for (const document of rows.documents) countDocument(facts, document, year);
  facts.publishedInterpretations = rows.interpretations.filter(({ publishedOn }) =>
    isOfYear(publishedOn),
  ).length;
  facts.publishedItems = facts.publishedDocuments + facts.publishedInterpretations;
  for (const one of rows.applications) countCase(facts, one, year);
  for (const { kind, filedOn } of rows.proceedings) {
    if (isOfYear(filedOn)) facts[kind === 'review' ? 'reviewsFiled' : 'suitsFiled'] += 1;
  }
  return facts;
}

/** The facts of a county: those of its agencies together. */
export function sumFacts(all: readonly ReportFacts[]): ReportFacts {
  const sum = noFacts();
  for (const facts of all) {
    for (const [kind, figure] of Object.entries(facts.documentsByKind)) {
      sum.documentsByKind[kind as Kind] = (sum.documentsByKind[kind as Kind] ?? 0) + figure;
    }
    for (const name of Object.keys(sum) as (keyof ReportFacts)[]) {
      if (name !== 'documentsByKind') sum[name] += facts[name];
    }
  }
  return sum;
}

function countDocument(facts: ReportFacts, document: DocumentRow, year: number): void {
  const { kind, publishedOn } = document;
  if (publishedOn && yearOf(publishedOn) === year) {
    facts.publishedDocuments += 1;
    facts.documentsByKind[kind] = (facts.documentsByKind[kind] ?? 0) + 1;
  }
  const row = rowOfKind[kind];
  if (!row) return;
  const own = yearOfDocument(document, year);
  if (row === 'rules') {
    if ('issued' in own) facts.rulesMade += 1;
    return;
  }
  if ('issued' in own) facts.normativeMade += 1;
  if ('abolished' in own) facts.normativeAbolished += 1;
  if ('in-force' in own) facts.normativeInForce += 1;
}

function countCase(facts: ReportFacts, one: CaseOfYear, year: number): void {
  const found = yearOfCase(one, year, '2021');
  if (!found) return;
  const { dueOn, reply, isExtended } = one;
  const { source, end } = found;
  facts[source.row === 'received' ? 'applicationsReceived' : 'applicationsCarriedIn'] += 1;
  if (end.row === 'carried-out') {
    facts.applicationsCarriedOut += 1;
    return;
  }
  if (reply === null) facts.applicationsWithdrawn += 1;
  if (reply === null || reply === 'not-supplemented' || reply === 'unpaid') return;
  facts.applicationsAnswered += 1;
  if (isExtended) facts.applicationsExtended += 1;
  if (dueOn === null) return;
  facts.applicationsTimed += 1;
  if (end.on <= dueOn) facts.applicationsOnTime += 1;
}

const noFacts = (): ReportFacts => ({
  publishedItems: 0,
  publishedDocuments: 0,
  publishedInterpretations: 0,
  documentsByKind: {},
  rulesMade: 0,
  normativeMade: 0,
  normativeAbolished: 0,
  normativeInForce: 0,
  applicationsReceived: 0,
  applicationsCarriedIn: 0,
  applicationsCarriedOut: 0,
  applicationsAnswered: 0,
  applicationsTimed: 0,
  applicationsOnTime: 0,
  applicationsExtended: 0,
  applicationsWithdrawn: 0,
  reviewsFiled: 0,
  suitsFiled: 0,
});
