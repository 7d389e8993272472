import { cache } from 'react';
import { parseAnswers, type Answers } from '@/domain/website-reports/answers';
import type { Locale } from '@/i18n/routing';
import type { Agency, WebsiteReport } from '@/payload-types';
import { contentDisposition } from '@/transfer/export/file-name';
import { FORM_TYPES, formFile } from '@/transfer/export/forms/form-file';
import { FORM_FORMATS, type FormFormat } from '@/transfer/export/forms/format-names';
import { fingerprintOf, type KeptKey } from '@/transfer/export/kept-files';
import { websiteCsv, websiteJson } from '@/transfer/export/website-report/website-data';
import { websiteForm, type WebsitePaper } from '@/transfer/export/website-report/website-paper';
import { dayOrNothing } from './document-items';
import { downloadWords } from './download-words';
import { keptFiles, type Download } from './downloads';
import { siteAddress } from './paper';
import { allOf, asPublic, portal } from './portal';

export type WebsiteReportRow = Pick<
  WebsiteReport,
  'id' | 'year' | 'title' | 'titleEnglish' | 'publishedOn'
> & { agency: Agency };

type Report = WebsiteReport & { agency: Agency };

/** Published website reports, the newest year first; of one agency or of all. */
export async function listWebsiteReports(
  locale: Locale,
  agency?: Agency['id'],
): Promise<WebsiteReportRow[]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'website-reports',
    where: agency ? { agency: { equals: agency } } : {},
    locale,
    depth: 1,
    sort: ['-year', 'id'],
    pagination: false,
    select: { agency: true, year: true, title: true, titleEnglish: true, publishedOn: true },
    populate: { agencies: { name: true, slug: true, kind: true, order: true } },
    ...asPublic,
  });
  return docs.filter((report): report is typeof report & WebsiteReportRow =>
    isAgency(report.agency),
  );
}

/** An agency's published website report about a year, or null. */
export const findWebsiteReport = cache(
  async (agencySlug: string, year: number, locale: Locale): Promise<Report | null> => {
    const payload = await portal();
    const { docs } = await payload.find({
      collection: 'website-reports',
      where: allOf({ 'agency.slug': { equals: agencySlug } }, { year: { equals: year } }),
      locale,
      depth: 1,
      limit: 1,
      pagination: false,
      populate: { agencies: { name: true, slug: true, kind: true } },
      ...asPublic,
    });
    const report = docs[0];
    return report && isAgency(report.agency) ? { ...report, agency: report.agency } : null;
  },
);

/** The answers of a report; the collection's own hook keeps out what the form doesn't have. */
export function answersOf(report: Pick<WebsiteReport, 'answers'>): Answers | null {
  const parsed = parseAnswers(report.answers);
  return parsed.ok ? parsed.value : null;
}

/** Where a report stands on the site, and its files under it. */
export const websiteReportPath = (agency: string, year: number): string =>
  `/website-reports/${agency}/${year}`;

/** A report in one format: made when it is first asked for, kept, made again when the report changes. */
export async function websiteDownload(report: Report, format: FormFormat): Promise<Download> {
  const paper = paperOf(report);
  const key = keyOf(paper, report, format);
  const { bytes, wasKept } = await keptFiles().get(key, () => make(paper, format));
  return {
    bytes,
    type: FORM_TYPES[format],
    disposition: contentDisposition(paper.title, format),
    etag: `"${key.fingerprint}"`,
    changed: new Date(report.updatedAt),
    wasKept,
  };
}

/** How large each file is, of those that somebody asked for already. */
export async function websiteSizes(report: Report): Promise<Partial<Record<FormFormat, number>>> {
  const paper = paperOf(report);
  const sizes = await Promise.all(
    FORM_FORMATS.map((format) => keptFiles().sizeOf(keyOf(paper, report, format))),
  );
  return Object.fromEntries(FORM_FORMATS.map((format, i) => [format, sizes[i]]));
}

/** Under what the files of a report are kept. */
export const websiteOwner = (agency: string, year: number): string =>
  `website-reports/${agency}/${year}`;

/** What is no longer public is not kept either. */
export const forgetWebsiteReport = (agency: string, year: number): Promise<void> =>
  keptFiles().forget(websiteOwner(agency, year));

/** Goes up when the same report comes out differently: what was kept is then made again. */
const VERSION = 1;

const paperOf = (report: Report): WebsitePaper => ({
  title: report.title ?? '',
  agency: report.agency.name,
  year: report.year,
  publishedOn: dayOrNothing(report.publishedOn) ?? null,
  address: siteAddress(websiteReportPath(report.agency.slug ?? '', report.year)),
  answers: answersOf(report) ?? {},
});

async function make(paper: WebsitePaper, format: FormFormat): Promise<Buffer> {
  if (format === 'csv') return Buffer.from(websiteCsv(paper), 'utf8');
  if (format === 'json') return Buffer.from(websiteJson(paper, words().site), 'utf8');
  return formFile(format, websiteForm(paper), words());
}

function keyOf(paper: WebsitePaper, report: Report, format: FormFormat): KeptKey {
  const fonts = format === 'pdf' ? process.env.FONTS_PATH : undefined;
  return {
    owner: websiteOwner(report.agency.slug ?? '', report.year),
    kind: format,
    fingerprint: fingerprintOf(VERSION, format, paper, words(), fonts),
  };
}

const words = () => ({
  site: siteAddress('/'),
  missingLetters: downloadWords('zh-CN')('missingLetters', { letters: '{letters}' }),
});

const isAgency = (agency: unknown): agency is Agency =>
  typeof agency === 'object' && agency !== null;
