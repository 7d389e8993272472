import { hasLocale } from 'next-intl';
import { createTranslator } from 'use-intl/core';
import { routing } from '@/i18n/routing';
import { messages } from '@/messages';
import { downloadWords } from '@/queries/download-words';
import { findWebsiteReport, forgetWebsiteReport, websiteDownload } from '@/queries/website-reports';
import { fileResponse } from '@/transfer/export/file-response';
import { isFormFormat } from '@/transfer/export/forms/format-names';
import { fileFailure, inWords } from '../../../../download-answers';

type Context = { params: Promise<{ locale: string; agency: string; year: string }> };

/** A website report to take along; always the Chinese form, whatever the language of the page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, agency, year: yearText } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'websiteReports' });
  const year = /^\d{4}$/.test(yearText) ? Number(yearText) : Number.NaN;
  const report = Number.isNaN(year) ? null : await findWebsiteReport(agency, year, 'zh-CN');
  if (!report) {
    if (!Number.isNaN(year)) await forgetWebsiteReport(agency, year);
    return inWords(t('download.missing'), 404);
  }
  const format = new URL(request.url).searchParams.get('format') ?? 'docx';
  if (!isFormFormat(format)) return inWords(t('download.unknownFormat'), 400);
  try {
    return fileResponse(request, await websiteDownload(report, format));
  } catch (error) {
    return fileFailure(error, downloadWords(locale));
  }
}
