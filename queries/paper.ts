import { getTranslations } from 'next-intl/server';
import { formatDate } from '@/components/DateText/format-date';
import { KINDS, labelOf, THEMES, VALIDITIES } from '@/domain/catalogue/codes';
import { blocksFromLexical } from '@/domain/documents/lexical';
import type { Paper, PaperLabels } from '@/domain/documents/paper';
import type { Document, File } from '@/payload-types';
import { agencyNameOf, dayOrNothing } from './document-items';

/** A document as the downloads are made of it: always the Chinese text, which alone has force. */
export function paperOf(document: Document, locale: string): Paper {
  const attachments = (document.attachments ?? []).filter(
    (file): file is File => typeof file === 'object',
  );
  return {
    title: document.title,
    body: blocksFromLexical(document.body),
    number: document.number,
    indexNumber: document.indexNumber,
    agency: agencyNameOf(document),
    themes: document.themes?.map((code) => labelOf(THEMES, code, locale)),
    kind: labelOf(KINDS, document.kind, locale),
    madeOn: dayOrNothing(document.madeOn),
    publishedOn: dayOrNothing(document.publishedOn),
    keywords: document.keywords,
    validity: document.validity && labelOf(VALIDITIES, document.validity, locale),
    attachments: attachments.map(({ title, url }) => ({ name: title, address: url })),
    address: siteAddress(`${locale === 'en' ? '/en' : ''}/documents/${document.slug}`),
  };
}

export async function paperLabels(locale: string): Promise<PaperLabels> {
  const t = await getTranslations({ locale, namespace: 'documents' });
  return {
    indexNumber: t('meta.indexNumber'),
    theme: t('meta.themes'),
    kind: t('meta.kind'),
    agency: t('meta.agency'),
    madeOn: t('meta.madeOn'),
    title: t('meta.title'),
    number: t('meta.number'),
    publishedOn: t('meta.publishedOn'),
    keywords: t('meta.keywords'),
    validity: t('meta.validity'),
    attachments: t('attachments'),
    address: t('meta.address'),
    emptyBody: t('meta.emptyBody'),
    day: (day) => formatDate(day, locale),
    colon: t('meta.colon'),
    comma: t('listComma'),
    language: 'zh-CN',
  };
}

export const siteAddress = (path: string): string =>
  new URL(path, process.env.SITE_URL ?? 'http://localhost:3000').toString();
