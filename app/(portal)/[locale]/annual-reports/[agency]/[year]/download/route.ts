import { hasLocale } from 'next-intl';
import { createTranslator } from 'use-intl/core';
import { routing } from '@/i18n/routing';
import { messages } from '@/messages';
import { findReport } from '@/queries/annual-reports';
import { downloadWords } from '@/queries/download-words';
import { forgetReport, reportDownload } from '@/queries/report-file';
import { isReportFormat } from '@/transfer/export/annual-report/format-names';
import { fileResponse } from '@/transfer/export/file-response';
import { fileFailure, inWords } from '../../../../download-answers';

type Context = { params: Promise<{ locale: string; agency: string; year: string }> };

/** An annual report to take along; always the Chinese text, whatever the language of the page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, agency, year: yearText } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'reportExport' });
  const year = /^\d{4}$/.test(yearText) ? Number(yearText) : Number.NaN;
  const report = Number.isNaN(year) ? null : await findReport(agency, year, 'zh-CN');
  if (!report) {
    if (!Number.isNaN(year)) await forgetReport(agency, year);
    return inWords(t('download.missing'), 404);
  }
  const format = new URL(request.url).searchParams.get('format') ?? 'docx';
  if (!isReportFormat(format)) return inWords(t('download.unknownFormat'), 400);
  try {
    return fileResponse(request, await reportDownload(report, format));
  } catch (error) {
    return fileFailure(error, downloadWords(locale));
  }
}
