import { createTranslator } from 'use-intl/core';
import { formatDate } from '@/components/DateText/format-date';
import { FORMS, KINDS, labelOf, THEMES, VALIDITIES } from '@/domain/catalogue/codes';
import type { Block } from '@/domain/documents/blocks';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { mastheadOf } from '@/domain/documents/masthead';
import type { Paper, PaperLabels } from '@/domain/documents/paper';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import type { Document, File, Interpretation } from '@/payload-types';
import { agencyNameOf, dayOrNothing } from './document-items';
import { fileAddress } from './files';

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
    attachments: attachments.map((file) => ({ name: file.title, address: fileAddress(file) })),
    address: pageOf(`/documents/${document.slug}`, locale),
    masthead: mastheadOf({
      kind: document.kind,
      number: document.number,
      agency: typeof document.agency === 'object' ? document.agency : null,
      agencyName: document.agencyName,
    }),
  };
}

/** An interpretation in the same form: its text, its questions and answers, and the words of its pictures. */
export function interpretationPaper(interpretation: Interpretation, locale: string): Paper {
  const { title, slug, form, body, questions, textAlternative, publishedOn } = interpretation;
  const asked = (questions ?? []).flatMap(({ question, answer }): Block[] => [
    { kind: 'heading', level: 3, runs: [{ text: question }] },
    ...paragraphs(answer),
  ]);
  return {
    title,
    body: [...blocksFromLexical(body), ...asked, ...paragraphs(textAlternative)],
    agency: agencyNameOf(interpretation),
    kind: labelOf(FORMS, form, locale),
    publishedOn: dayOrNothing(publishedOn),
    address: pageOf(`/interpretations/${slug}`, locale),
  };
}

/** The words around a text; no page need be under way, so that commands make the same files. */
export function paperLabels(locale: Locale): PaperLabels {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'documents' });
  const downloads = createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'downloads',
  });
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
    missingLetters: downloads('missingLetters', { letters: '{letters}' }),
    language: 'zh-CN',
  };
}

export const siteAddress = (path: string): string =>
  new URL(path, process.env.SITE_URL ?? 'http://localhost:3000').toString();

const pageOf = (path: string, locale: string): string =>
  siteAddress(`${locale === 'en' ? '/en' : ''}${path}`);

const paragraphs = (text: string | null | undefined): Block[] =>
  (text ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', runs: [{ text: line.trim() }] }));
