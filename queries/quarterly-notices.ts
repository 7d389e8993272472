import { cache } from 'react';
import { blocksFromLexical } from '@/domain/documents/lexical';
import type { Quarter, QuarterFigures } from '@/domain/statistics/quarter';
import { readFigures } from '@/domain/statistics/quarter-stored';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import type { Agency, QuarterlyNotice } from '@/payload-types';
import { contentDisposition } from '@/transfer/export/file-name';
import { FORM_TYPES, formFile, type PaperFormat } from '@/transfer/export/forms/form-file';
import { fingerprintOf } from '@/transfer/export/kept-files';
import { noticeForm, type NoticePaper } from '@/transfer/export/quarterly-notice/notice-form';
import { dayOrNothing } from './document-items';
import { downloadWords } from './download-words';
import { keptFiles, type Download } from './downloads';
import { siteAddress } from './paper';
import { asPublic, portal } from './portal';
import { atAddress, type Reader } from './preview';

const POPULATE = { agencies: { name: true, slug: true } } as const;

const NOTICE_FORMATS = ['docx', 'pdf', 'xlsx', 'html'] as const satisfies PaperFormat[];

export const isNoticeFormat = (value: unknown): value is PaperFormat =>
  NOTICE_FORMATS.includes(value as PaperFormat);

/** Goes up when the same notice comes out differently: what was kept is then made again. */
const NOTICE_VERSION = 1;

/** All published notices, the newest quarter first; there are four a year. */
export async function listNotices(locale: Locale): Promise<QuarterlyNotice[]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'quarterly-notices',
    sort: ['-year', '-quarter'],
    limit: 200,
    pagination: false,
    depth: 1,
    locale,
    select: { title: true, slug: true, year: true, quarter: true, agency: true, publishedOn: true },
    populate: POPULATE,
    ...asPublic,
  });
  return docs as QuarterlyNotice[];
}

/** A published notice by its address, or null. */
export const findNotice = cache(
  async (slug: string, locale: Locale, as: Reader = asPublic): Promise<QuarterlyNotice | null> => {
    const payload = await portal();
    const { docs } = await payload.find({
      collection: 'quarterly-notices',
      where: atAddress(slug, as),
      limit: 1,
      pagination: false,
      depth: 1,
      locale,
      populate: POPULATE,
      ...as,
    });
    return docs[0] ?? null;
  },
);

/** The figures of a notice, or null where a draft has none yet. */
export const figuresOfNotice = ({
  figures,
  year,
  quarter,
}: QuarterlyNotice): QuarterFigures | null => readFigures(figures, { year, quarter } as Quarter);

/** The agency that issued a notice, where it was read with it. */
export const agencyOfNotice = ({ agency }: QuarterlyNotice): Agency | null =>
  typeof agency === 'object' ? agency : null;

/** A notice in one format: made when it is first asked for, kept, made again when it changes. */
export async function noticeDownload(
  notice: QuarterlyNotice,
  figures: QuarterFigures,
  format: PaperFormat,
): Promise<Download> {
  const paper: NoticePaper = {
    title: notice.title,
    agency: agencyOfNotice(notice)?.name ?? '',
    publishedOn: dayOrNothing(notice.publishedOn) ?? null,
    address: siteAddress(`/statistics/notices/${notice.slug}`),
    body: blocksFromLexical(notice.body),
    figures,
  };
  const form = noticeForm(paper, messages['zh-CN'].quarterlyNotices);
  const words = {
    site: siteAddress('/'),
    missingLetters: downloadWords('zh-CN')('missingLetters', { letters: '{letters}' }),
  };
  const fonts = format === 'pdf' ? process.env.FONTS_PATH : undefined;
  const key = {
    owner: ownerOf(notice.slug ?? ''),
    kind: format,
    fingerprint: fingerprintOf(NOTICE_VERSION, format, form, words, fonts),
  };
  const { bytes, wasKept } = await keptFiles().get(key, () => formFile(format, form, words));
  return {
    bytes,
    type: FORM_TYPES[format],
    disposition: contentDisposition(notice.title, format),
    etag: `"${key.fingerprint}"`,
    changed: new Date(notice.updatedAt),
    wasKept,
  };
}

/** What is no longer public is not kept either. */
export const forgetNotice = (slug: string): Promise<void> => keptFiles().forget(ownerOf(slug));

const ownerOf = (slug: string): string => `quarterly-notices/${slug}`;
