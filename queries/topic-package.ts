import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Payload } from 'payload';
import { createTranslator } from 'use-intl/core';
import { formatDate } from '@/components/DateText/format-date';
import { topicState } from '@/domain/topics/state';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import type { Document, File, Interpretation, Media, Topic } from '@/payload-types';
import { fingerprintOf } from '@/transfer/export/kept-files';
import {
  PACKAGE_LIMITS,
  PackageTooLargeError,
  topicPackage,
  type PackedFile,
  type PackedItem,
} from '@/transfer/export/topic-package/package';
import { titleIn } from './document-items';
import { keptFiles } from './downloads';
import { fileAddress } from './files';
import { interpretationPaper, paperLabels, paperOf, siteAddress } from './paper';
import { asPublic, portal } from './portal';
import { sectionsOf } from './topic-items';

/** Goes up when the same topic comes out differently. */
const LAYOUT = 1;
const BATCH = 50;

export type TopicPackage = { bytes: Buffer; etag: string; changed: Date };

/**
 * The offline package of a topic as {@link findTopic} gives it: made when it is first asked for, kept,
 * and made again when the topic or one of its items has changed.
 *
 * @throws PackageTooLargeError
 */
export async function packageOf(topic: Topic, locale: Locale): Promise<TopicPackage> {
  const payload = await portal();
  const sections = sectionsOf(topic).map(({ title, titleEnglish, items }) => ({
    title: (locale === 'en' && titleEnglish) || title,
    items,
  }));
  const all = sections.flatMap(({ items }) => items);
  const idsIn = (collection: 'documents' | 'interpretations') => [
    ...new Set(
      all.filter(({ relationTo }) => relationTo === collection).map(({ value }) => value.id),
    ),
  ];
  if (
    new Set(all.map(({ relationTo, value }) => `${relationTo}:${value.id}`)).size >
    PACKAGE_LIMITS.items
  ) {
    throw new PackageTooLargeError(`${all.length} items`);
  }
  const documents = await readAll<Document>(payload, 'documents', idsIn('documents'), locale);
  const interpretations = await readAll<Interpretation>(
    payload,
    'interpretations',
    idsIn('interpretations'),
    locale,
  );
  const site = siteAddress('/');
  const state = topicState(topic, dayOf(new Date()));
  const changed = [topic, ...documents, ...interpretations]
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1);
  const fingerprint = fingerprintOf(
    LAYOUT,
    locale,
    site,
    state,
    topic.updatedAt,
    sections.map(({ title, items }) => [title, items.map(pathOf)]),
    [...documents, ...interpretations].map(({ id, updatedAt }) => [id, updatedAt]),
  );
  const { bytes } = await keptFiles().get(
    { owner: `topics/${topic.slug}`, kind: `${locale}.zip`, fingerprint },
    () => {
      const madeOn = new Date();
      const { title } = titleIn(locale, topic);
      const prefix = locale === 'en' ? '/en' : '';
      return topicPackage(
        {
          title,
          summary: (locale === 'en' && topic.english?.summary) || topic.summary,
          address: siteAddress(`${prefix}/topics/${topic.slug}`),
          sections: sections.map(({ title, items }) => ({ title, paths: items.map(pathOf) })),
          items: [
            ...documents.map((document) => documentItem(payload, document, locale)),
            ...interpretations.map((one) => interpretationItem(payload, one, locale)),
          ],
        },
        {
          labels: paperLabels(locale),
          words: wordsOf(topic, locale, title, madeOn),
          site,
          madeOn,
        },
      );
    },
  );
  return { bytes, etag: `"${fingerprint}"`, changed: new Date(changed ?? Date.now()) };
}

function wordsOf(topic: Topic, locale: Locale, title: string, madeOn: Date) {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'topics.offline' });
  const day = (value: string) => formatDate(dayOf(value), locale);
  const isArchived = topicState(topic, dayOf(madeOn)) === 'archived';
  return {
    lead: t('lead', { title, date: day(madeOn.toISOString()) }),
    online: t('online'),
    back: t('back'),
    manifest: t('manifest', { file: '' }).trim(),
    documents: t('documents'),
    interpretations: t('interpretations'),
    files: t('files'),
    images: t('images'),
    explains: t('explains'),
    archived:
      isArchived && topic.closedOn ? t('archived', { date: day(topic.closedOn) }) : undefined,
    leftOut: (name: string) => t('leftOut', { name }),
    language: locale,
  };
}

function documentItem(payload: Payload, document: Document, locale: Locale): PackedItem {
  const paper = paperOf(document, locale);
  const files = (document.attachments ?? []).filter(isRecord<File>);
  return {
    path: `/documents/${document.slug}`,
    kind: 'documents',
    paper,
    explains: [],
    images: [],
    textImages: paper.body.flatMap((block) =>
      block.kind === 'image' && block.src ? [textImage(payload, block.src)] : [],
    ),
    files: files.map((file) => ({
      ...packed(payload, 'files', file),
      title: file.title,
      address: siteAddress(fileAddress(file)),
    })),
  };
}

function interpretationItem(
  payload: Payload,
  interpretation: Interpretation,
  locale: Locale,
): PackedItem {
  const documents = (interpretation.documents ?? []).filter(isRecord<Document>);
  const films = [interpretation.video, interpretation.captions].filter(isRecord<File>);
  return {
    path: `/interpretations/${interpretation.slug}`,
    kind: 'interpretations',
    paper: interpretationPaper(interpretation, locale),
    explains: documents.map(({ slug, title }) => ({ path: `/documents/${slug}`, title })),
    images: (interpretation.images ?? [])
      .filter(isRecord<Media>)
      .map((image) => ({ ...packed(payload, 'media', image), alt: image.alt })),
    textImages: [],
    files: films.map((file) => ({
      ...packed(payload, 'files', file),
      title: file.title,
      address: siteAddress(fileAddress(file)),
    })),
  };
}

/** A picture in a text is known by its address alone, which ends in the name of its file. */
function textImage(payload: Payload, src: string): PackedItem['textImages'][number] {
  const filename = decodeURIComponent(src.split('/').at(-1)?.split('?')[0] ?? '');
  return { ...packed(payload, 'media', { filename, filesize: 0 }), src };
}

function packed(
  payload: Payload,
  collection: 'files' | 'media',
  { filename, filesize }: Pick<File, 'filename' | 'filesize'>,
): PackedFile {
  const name = path.basename(filename ?? '');
  const folder = payload.collections[collection].config.upload.staticDir ?? '';
  return {
    name,
    bytes: filesize ?? 0,
    read: () =>
      readFile(path.join(folder, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'EISDIR') return undefined;
        throw error;
      }),
  };
}

/** Whole records in the order of the ids, read some at a time. */
async function readAll<Row extends { id: number | string }>(
  payload: Payload,
  collection: 'documents' | 'interpretations',
  ids: readonly Row['id'][],
  locale: Locale,
): Promise<Row[]> {
  const rows = new Map<string, Row>();
  for (let from = 0; from < ids.length; from += BATCH) {
    const { docs } = await payload.find({
      collection,
      where: { id: { in: ids.slice(from, from + BATCH) } },
      limit: BATCH,
      pagination: false,
      depth: 1,
      joins: false as never,
      locale,
      populate: { documents: { title: true, slug: true }, agencies: { name: true, slug: true } },
      ...asPublic,
    });
    for (const row of docs as unknown as Row[]) rows.set(String(row.id), row);
  }
  return ids.flatMap((id) => rows.get(String(id)) ?? []);
}

const pathOf = ({ relationTo, value }: { relationTo: string; value: { slug?: string | null } }) =>
  `/${relationTo}/${value.slug}`;

function isRecord<Row>(relation: unknown): relation is Row {
  return typeof relation === 'object' && relation !== null;
}
