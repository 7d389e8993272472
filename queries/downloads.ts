import path from 'node:path';
import type { Paper } from '@/domain/documents/paper';
import type { Locale } from '@/i18n/routing';
import type { Document, Interpretation } from '@/payload-types';
import { contentDisposition } from '@/transfer/export/file-name';
import type { Format } from '@/transfer/export/format-names';
import { LAYOUT_VERSION, makeFile, TYPES } from '@/transfer/export/formats';
import { fingerprintOf, KeptFiles } from '@/transfer/export/kept-files';
import { interpretationPaper, paperLabels, paperOf, siteAddress } from './paper';

/** A file for a reader, with what HTTP wants to know of it. */
export type Download = {
  bytes: Buffer;
  type: string;
  disposition: string;
  etag: string;
  changed: Date;
  /** Whether it was there already. */
  wasKept: boolean;
};

/** A document in one format: made when it is first asked for, kept, made again when the text changes. */
export const documentFile = (
  document: Document,
  locale: Locale,
  format: Format,
): Promise<Download> =>
  fileOf(paperOf(document, locale), ownerOf('documents', document.slug), locale, format, document);

/** As {@link documentFile}, for an interpretation. */
export const interpretationFile = (
  interpretation: Interpretation,
  locale: Locale,
  format: Format,
): Promise<Download> =>
  fileOf(
    interpretationPaper(interpretation, locale),
    ownerOf('interpretations', interpretation.slug),
    locale,
    format,
    interpretation,
  );

/** What is no longer public is not kept either. */
export const forgetFiles = (
  collection: 'documents' | 'interpretations',
  slug: string,
): Promise<void> => keptFiles().forget(ownerOf(collection, slug));

export const ownerOf = (
  collection: 'documents' | 'interpretations',
  slug: string | null | undefined,
): string => `${collection}/${slug ?? ''}`;

/** The store of this process, in `DOWNLOADS_PATH`. */
export function keptFiles(): KeptFiles {
  const folder = path.resolve(process.env.DOWNLOADS_PATH || './data/downloads');
  const found = stores.get(folder);
  if (found) return found;
  const store = new KeptFiles(folder);
  stores.set(folder, store);
  return store;
}

const stores = new Map<string, KeptFiles>();

async function fileOf(
  paper: Paper,
  owner: string,
  locale: Locale,
  format: Format,
  { title, updatedAt }: { title: string; updatedAt: string },
): Promise<Download> {
  const labels = paperLabels(locale);
  const site = siteAddress('/');
  const fonts = format === 'pdf' || format === 'ofd' ? process.env.FONTS_PATH : undefined;
  const fingerprint = fingerprintOf(LAYOUT_VERSION, format, locale, paper, labels, site, fonts);
  const { bytes, wasKept } = await keptFiles().get(
    { owner, kind: `${locale}.${format}`, fingerprint },
    () => makeFile(format, paper, { labels, site }),
  );
  return {
    bytes,
    type: TYPES[format],
    disposition: contentDisposition(title, format),
    etag: `"${fingerprint}"`,
    changed: new Date(updatedAt),
    wasKept,
  };
}
