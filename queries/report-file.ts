import type { ReportPart } from '@/domain/annual-reports/layouts';
import type { ReportPaper } from '@/domain/annual-reports/report-paper';
import type { Block } from '@/domain/documents/blocks';
import { blocksFromLexical } from '@/domain/documents/lexical';
import type { Agency, AnnualReport, File } from '@/payload-types';
import { REPORT_FORMATS, type ReportFormat } from '@/transfer/export/annual-report/format-names';
import {
  REPORT_TYPES,
  REPORT_VERSION,
  reportFile,
} from '@/transfer/export/annual-report/report-file';
import { contentDisposition } from '@/transfer/export/file-name';
import { fingerprintOf, type KeptKey } from '@/transfer/export/kept-files';
import { layoutOf, tablesOf } from './annual-reports';
import { dayOrNothing } from './document-items';
import { downloadWords } from './download-words';
import { keptFiles, type Download } from './downloads';
import { fileAddress } from './files';
import { siteAddress } from './paper';

type Report = AnnualReport & { agency: Agency };

/** An annual report as its files are made of it: always the Chinese text, which alone has force. */
export function reportPaper(report: Report): ReportPaper {
  const layout = layoutOf(report);
  const part = (code: ReportPart): Block[] => {
    const body = report.parts?.[code];
    return body ? blocksFromLexical(body) : [];
  };
  return {
    title: report.title ?? '',
    agency: report.agency.name,
    year: report.year,
    layout,
    publishedOn: dayOrNothing(report.publishedOn) ?? null,
    address: siteAddress(`/annual-reports/${report.agency.slug}/${report.year}`),
    preface: report.preface ? blocksFromLexical(report.preface) : [],
    parts: {
      overview: part('overview'),
      disclosure: part('disclosure'),
      applications: part('applications'),
      litigation: part('litigation'),
      problems: part('problems'),
      other: part('other'),
    },
    tables: tablesOf(report),
    attachments: (report.attachments ?? [])
      .filter((file): file is File => typeof file === 'object')
      .map((file) => ({ name: file.title, address: siteAddress(fileAddress(file)) })),
  };
}

/** A report in one format: made when it is first asked for, kept, made again when the report changes. */
export async function reportDownload(report: Report, format: ReportFormat): Promise<Download> {
  const paper = reportPaper(report);
  const key = keyOf(paper, report, format);
  const { bytes, wasKept } = await keptFiles().get(key, () => reportFile(format, paper, words()));
  return {
    bytes,
    type: REPORT_TYPES[format],
    disposition: contentDisposition(paper.title, format),
    etag: `"${key.fingerprint}"`,
    changed: new Date(report.updatedAt),
    wasKept,
  };
}

/** How large each file is, of those that somebody asked for already. */
export async function reportSizes(report: Report): Promise<Partial<Record<ReportFormat, number>>> {
  const paper = reportPaper(report);
  const sizes = await Promise.all(
    REPORT_FORMATS.map((format) => keptFiles().sizeOf(keyOf(paper, report, format))),
  );
  return Object.fromEntries(REPORT_FORMATS.map((format, i) => [format, sizes[i]]));
}

/** Under what the files of a report are kept. */
export const reportOwner = (agency: string, year: number): string =>
  `annual-reports/${agency}/${year}`;

/** What is no longer public is not kept either. */
export const forgetReport = (agency: string, year: number): Promise<void> =>
  keptFiles().forget(reportOwner(agency, year));

function keyOf(paper: ReportPaper, report: Report, format: ReportFormat): KeptKey {
  const fonts = format === 'pdf' ? process.env.FONTS_PATH : undefined;
  return {
    owner: reportOwner(report.agency.slug ?? '', report.year),
    kind: format,
    fingerprint: fingerprintOf(REPORT_VERSION, format, paper, words(), fonts),
  };
}

const words = () => ({
  site: siteAddress('/'),
  missingLetters: downloadWords('zh-CN')('missingLetters', { letters: '{letters}' }),
});
