import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { factsOf, type Paper, type PaperLabels } from '../../../domain/documents/paper';
import { structureOf } from '../../../domain/documents/structure';
import { safeFileName } from '../file-name';
import { bytesEntry, FreeNames, zipStream } from '../zip-stream';
import { blocksHtml, escaped } from './blocks-html';
import { STYLE } from './style';

/** A file of the site that goes along: a picture, an attachment. Read when its turn has come. */
export type PackedFile = { name: string; bytes: number; read: () => Promise<Buffer | undefined> };

export type PackedItem = {
  /** What it is on the site: `/documents/slug`, by which other items point to it. */
  path: string;
  kind: 'documents' | 'interpretations';
  paper: Paper;
  /** Paths of the documents that an interpretation explains, with their titles. */
  explains: { path: string; title: string }[];
  /** Pictures beside the text, with what they show in words. */
  images: (PackedFile & { alt: string })[];
  /** Pictures in the text, by their address on the site. */
  textImages: (PackedFile & { src: string })[];
  files: (PackedFile & { title: string; address: string })[];
};

export type PackedTopic = {
  title: string;
  summary: string;
  /** The topic's page on the site, absolute. */
  address: string;
  archivedOn?: string;
  sections: { title: string; paths: string[] }[];
  items: PackedItem[];
};

/** The words of a package, in the reader's language; see messages/…/topics.json under `offline`. */
export type PackageWords = {
  lead: string;
  online: string;
  back: string;
  manifest: string;
  documents: string;
  interpretations: string;
  files: string;
  images: string;
  explains: string;
  archived?: string;
  leftOut: (name: string) => string;
  language: string;
};

/** What one package may hold; it is put together in memory. */
export const PACKAGE_LIMITS = { items: 600, bytes: 60 * 1024 * 1024, fileBytes: 20 * 1024 * 1024 };

/** More than a package may hold. */
export class PackageTooLargeError extends Error {
  override name = 'PackageTooLargeError';
}

const MANIFEST = 'manifest.json';

/**
 * A topic as a ZIP that is opened from a disk: `index.html`, one page an item, pictures and files, and
 * `manifest.json` with the checksum of every file. Nothing in it needs a network or script.
 *
 * @throws PackageTooLargeError before anything large is read
 */
export async function topicPackage(
  topic: PackedTopic,
  {
    labels,
    words,
    site,
    madeOn,
  }: {
    labels: PaperLabels;
    words: PackageWords;
    site: string;
    madeOn: Date;
  },
): Promise<Buffer> {
  const weight = topic.items
    .flatMap(({ images, textImages, files }) => [...images, ...textImages, ...files])
    .filter(({ bytes }) => bytes <= PACKAGE_LIMITS.fileBytes)
    .reduce((sum, { bytes }) => sum + bytes, 0);
  if (topic.items.length > PACKAGE_LIMITS.items || weight > PACKAGE_LIMITS.bytes) {
    throw new PackageTooLargeError(`${topic.items.length} items, ${weight} bytes`);
  }
  const files = new Map<string, Buffer>();
  const names = new FreeNames();
  const pages = new Map(
    topic.items.map((item, i) => {
      const number = String(i + 1).padStart(3, '0');
      const name = safeFileName(`${number} ${item.paper.title}`, 'html');
      return [item.path, names.take(`${words[item.kind]}/${name}`)];
    }),
  );
  const keep = async (folder: string, file: PackedFile): Promise<string | undefined> => {
    if (file.bytes > PACKAGE_LIMITS.fileBytes) return undefined;
    const bytes = await file.read();
    if (!bytes) return undefined;
    const [, stem = file.name, ending = 'bin'] = /^(.*)\.([^.]+)$/.exec(file.name) ?? [];
    const name = names.take(`${folder}/${safeFileName(stem, ending)}`);
    files.set(name, bytes);
    return name;
  };
  for (const item of topic.items) {
    const page = await itemPage(item, { pages, keep, labels, words, site });
    files.set(pages.get(item.path) ?? '', Buffer.from(page, 'utf8'));
  }
  files.set('style.css', Buffer.from(STYLE, 'utf8'));
  files.set('index.html', Buffer.from(indexPage(topic, pages, words), 'utf8'));
  const manifest = {
    title: topic.title,
    address: topic.address,
    madeOn: madeOn.toISOString(),
    files: [...files].map(([name, bytes]) => ({
      name,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  };
  files.set(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8'));
  async function* entries() {
    for (const [name, bytes] of files) yield bytesEntry(name, bytes, madeOn);
  }
  return buffer(zipStream(entries()));
}

type Around = {
  pages: ReadonlyMap<string, string>;
  keep: (folder: string, file: PackedFile) => Promise<string | undefined>;
  labels: PaperLabels;
  words: PackageWords;
  site: string;
};

async function itemPage(item: PackedItem, around: Around): Promise<string> {
  const { paper } = item;
  const { pages, keep, labels, words, site } = around;
  const textImages = new Map<string, string>();
  for (const image of item.textImages) {
    const name = await keep(words.images, image);
    if (name) textImages.set(image.src, `../${encodeURI(name)}`);
  }
  const parts = [
    `<p><a href="../index.html">${escaped(words.back)}</a></p>`,
    `<h1>${escaped(paper.title)}</h1>`,
    factsHtml(paper, labels),
  ];
  if (item.explains.length > 0) {
    const links = item.explains.map(({ path, title }) => {
      const page = pages.get(path);
      const href = page ? `../${encodeURI(page)}` : new URL(path, site).toString();
      return `<li><a href="${escaped(href)}">${escaped(title)}</a></li>`;
    });
    parts.push(`<h2>${escaped(words.explains)}</h2><ul>${links.join('')}</ul>`);
  }
  for (const image of item.images) {
    const name = await keep(words.images, image);
    if (!name) continue;
    parts.push(
      `<figure><img src="../${escaped(encodeURI(name))}" alt="${escaped(image.alt)}"></figure>`,
    );
  }
  const structure = structureOf(paper.body);
  const text = blocksHtml(structure, { site, imageOf: (src) => textImages.get(src) });
  parts.push(`<article>${text || `<p>${escaped(labels.emptyBody)}</p>`}</article>`);
  if (item.files.length > 0) {
    const links: string[] = [];
    for (const file of item.files) {
      const name = await keep(words.files, file);
      const online = `<a href="${escaped(file.address)}">${escaped(file.address)}</a>`;
      links.push(
        name
          ? `<li><a href="../${escaped(encodeURI(name))}">${escaped(file.title)}</a></li>`
          : `<li>${escaped(words.leftOut(file.title))}${online}</li>`,
      );
    }
    parts.push(`<h2>${escaped(labels.attachments)}</h2><ul>${links.join('')}</ul>`);
  }
  return htmlPage(paper.title, '../style.css', words.language, parts.join('\n'));
}

function factsHtml(paper: Paper, labels: PaperLabels): string {
  const rows = factsOf(paper, labels)
    .filter(({ key }) => key !== 'title')
    .map(({ key, label, value }) => {
      const shown =
        key === 'address' ? `<a href="${escaped(value)}">${escaped(value)}</a>` : escaped(value);
      return `<div><dt>${escaped(label)}</dt><dd>${shown}</dd></div>`;
    });
  return `<dl>${rows.join('')}</dl>`;
}

function indexPage(
  topic: PackedTopic,
  pages: ReadonlyMap<string, string>,
  words: PackageWords,
): string {
  const items = new Map(topic.items.map((item) => [item.path, item]));
  const sections = topic.sections.map(({ title, paths }) => {
    const lines = paths.flatMap((path) => {
      const page = pages.get(path);
      const paper = items.get(path)?.paper;
      if (!page || !paper) return [];
      const facts = [paper.kind, paper.number, paper.agency, paper.publishedOn, paper.validity];
      return [
        `<li><a href="${escaped(encodeURI(page))}">${escaped(paper.title)}</a><span>${escaped(
          facts.filter(Boolean).join(' · '),
        )}</span></li>`,
      ];
    });
    return `<h2>${escaped(title)}</h2><ul class="items">${lines.join('')}</ul>`;
  });
  const parts = [
    `<h1>${escaped(topic.title)}</h1>`,
    `<p>${escaped(topic.summary)}</p>`,
    words.archived ? `<p><strong>${escaped(words.archived)}</strong></p>` : '',
    `<p class="note">${escaped(words.lead)} <a href="${escaped(topic.address)}">${escaped(words.online)}</a></p>`,
    ...sections,
    `<p class="note">${escaped(words.manifest)} <a href="${MANIFEST}">${MANIFEST}</a></p>`,
  ];
  return htmlPage(topic.title, 'style.css', words.language, parts.filter(Boolean).join('\n'));
}

const htmlPage = (
  title: string,
  style: string,
  language: string,
  body: string,
): string => `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
