import { parseTables } from '@/domain/annual-reports/parse';
import { layoutForYear } from '@/domain/annual-reports/years';
import { blocksToText } from '@/domain/documents/blocks';
import { blocksFromLexical } from '@/domain/documents/lexical';
import type {
  AgencyRecord,
  AnnualReportRecord,
  AnnualReportSummary,
  ColumnRecord,
  InterpretationRecord,
  InterpretationSummary,
  TopicRecord,
  TopicSummary,
} from '@/domain/open-data/records';
import type { Agency, AnnualReport, Column, Interpretation, Topic } from '@/payload-types';
import { sectionsOf } from '@/queries/topic-items';
import {
  agencyOf,
  allReadable,
  attachmentsOf,
  dayOrNull,
  orNull,
  plainTextOrNull,
  readable,
  referenceOf,
  siteAddress,
} from './record-parts';

export const interpretationSummaryOf = (one: Interpretation): InterpretationSummary => ({
  id: one.slug ?? '',
  url: siteAddress(`/interpretations/${one.slug}`),
  title: one.title,
  titleEnglish: orNull(one.english?.title),
  form: one.form,
  documents: allReadable(one.documents).map(referenceOf),
  agency: agencyOf(one.agency),
  summary: orNull(one.summary),
  summaryEnglish: orNull(one.english?.summary),
  publishedOn: dayOrNull(one.publishedOn),
  updatedAt: one.updatedAt,
});

export function interpretationRecordOf(one: Interpretation): InterpretationRecord {
  const blocks = blocksFromLexical(one.body);
  return {
    ...interpretationSummaryOf(one),
    text: blocksToText(blocks),
    blocks,
    textAlternative: orNull(one.textAlternative),
    questions: (one.questions ?? []).map(({ question, answer }) => ({ question, answer })),
    images: allReadable(one.images).map(({ url, alt }) => ({ url: siteAddress(url ?? '/'), alt })),
  };
}

export const topicSummaryOf = (topic: Topic): TopicSummary => ({
  id: topic.slug,
  url: siteAddress(`/topics/${topic.slug}`),
  title: topic.title,
  titleEnglish: orNull(topic.english?.title),
  summary: topic.summary,
  summaryEnglish: orNull(topic.english?.summary),
  agency: agencyOf(topic.agency),
  openedOn: dayOrNull(topic.openedOn),
  closedOn: dayOrNull(topic.closedOn),
  publishedOn: dayOrNull(topic.publishedOn),
  updatedAt: topic.updatedAt,
});

export const topicRecordOf = (topic: Topic): TopicRecord => ({
  ...topicSummaryOf(topic),
  sections: sectionsOf(topic).map(({ title, titleEnglish, items }) => ({
    title,
    titleEnglish: orNull(titleEnglish),
    items: items.map(({ relationTo, value }) => ({
      type: relationTo === 'documents' ? ('document' as const) : ('interpretation' as const),
      id: value.slug ?? '',
      title: value.title,
    })),
  })),
});

/** A localized field read in all languages at once, which Payload's types don't tell. */
type Localized = string | { 'zh-CN'?: string | null; en?: string | null } | null | undefined;

export const agencyRecordOf = (agency: Agency): AgencyRecord => ({
  id: agency.slug,
  url: siteAddress(`/agencies/${agency.slug}`),
  name: chinese(agency.name) ?? '',
  nameEnglish: english(agency.name),
  shortName: chinese(agency.shortName),
  kind: agency.kind,
  code: orNull(agency.code),
  duties: chinese(agency.duties),
  address: chinese(agency.address),
  hours: chinese(agency.hours),
  phone: orNull(agency.phone),
  fax: orNull(agency.fax),
  email: orNull(agency.email),
  postcode: orNull(agency.postcode),
  leaders: (agency.leaders ?? []).map(({ name, post, duties }) => ({
    name,
    post: chinese(post),
    duties: chinese(duties),
  })),
  offices: (agency.offices ?? []).map(({ name, phone, duties }) => ({
    name: chinese(name) ?? '',
    phone: orNull(phone),
    duties: chinese(duties),
  })),
  updatedAt: agency.updatedAt,
});

export const columnRecordOf = (column: Column): ColumnRecord => ({
  id: column.slug,
  url: siteAddress(`/disclosure/columns/${column.slug}`),
  name: chinese(column.name) ?? '',
  nameEnglish: english(column.name),
  description: chinese(column.description),
  parent: readable(column.parent)?.slug ?? null,
  group: orNull(column.group),
  updatedAt: column.updatedAt,
});

export function annualReportSummaryOf(report: AnnualReport): AnnualReportSummary {
  const agency = agencyOf(report.agency) ?? { id: '', name: '' };
  return {
    id: `${agency.id}/${report.year}`,
    url: siteAddress(`/annual-reports/${agency.id}/${report.year}`),
    agency,
    year: report.year,
    layout: report.layout ?? layoutForYear(report.year),
    title: orNull(report.title),
    titleEnglish: orNull(report.titleEnglish),
    publishedOn: dayOrNull(report.publishedOn),
    updatedAt: report.updatedAt,
  };
}

export function annualReportRecordOf(report: AnnualReport): AnnualReportRecord {
  const summary = annualReportSummaryOf(report);
  const { parts } = report;
  // Figures that don't fit their layout are kept out by the collection's own hook.
  const tables = report.tables ? parseTables(summary.layout, report.tables) : null;
  return {
    ...summary,
    preface: plainTextOrNull(report.preface),
    parts: {
      overview: plainTextOrNull(parts?.overview),
      disclosure: plainTextOrNull(parts?.disclosure),
      applications: plainTextOrNull(parts?.applications),
      litigation: plainTextOrNull(parts?.litigation),
      problems: plainTextOrNull(parts?.problems),
      other: plainTextOrNull(parts?.other),
    },
    tables: tables?.ok ? (tables.value as AnnualReportRecord['tables']) : null,
    attachments: attachmentsOf(report.attachments),
  };
}

function inLanguage(value: unknown, language: 'zh-CN' | 'en'): string | null {
  const texts = value as Localized;
  if (typeof texts === 'object') return orNull(texts?.[language]);
  return language === 'zh-CN' ? orNull(texts) : null;
}

const chinese = (value: unknown) => inLanguage(value, 'zh-CN');
const english = (value: unknown) => inLanguage(value, 'en');
