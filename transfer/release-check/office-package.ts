import path from 'node:path';
import { ZipFile } from 'yazl';
import { ZIP_LIMITS } from '../import/inspect-zip';
import { openZip } from '../import/zip-entries';
import { attributesOf, xmlEvents } from './xml-events';

/** The parts of a DOCX, XLSX or PPTX by their paths without a slash in front. */
export type OfficePackage = Map<string, Buffer>;

/** @throws Error when it can't be read, or holds two parts of one name */
export async function openPackage(bytes: Buffer): Promise<OfficePackage> {
  const zip = await openZip(bytes, ZIP_LIMITS.entries);
  try {
    const parts: OfficePackage = new Map();
    const known = new Set<string>();
    let left: number = ZIP_LIMITS.unpackedBytes;
    for (const entry of zip.entries) {
      const name = entry.name.replaceAll('\\', '/').replace(/^\//u, '');
      // One program would show the first of two, another the second.
      if (known.has(name.toLowerCase())) throw new Error(`two parts named ${name}`);
      known.add(name.toLowerCase());
      const part = await entry.read(left);
      left -= part.length;
      parts.set(name, part);
    }
    return parts;
  } finally {
    zip.close();
  }
}

/** Any day will do, and the day of writing tells something about the writer. */
const NO_DAY = new Date(2000, 0, 1);

export async function writePackage(parts: OfficePackage): Promise<Buffer> {
  const zip = new ZipFile();
  const first = '[Content_Types].xml';
  const names = [...parts.keys()].sort((a, b) => Number(b === first) - Number(a === first));
  for (const name of names) {
    zip.addBuffer(parts.get(name) as Buffer, name, { mtime: NO_DAY, mode: 0o100644 });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The XML of a part, UTF-8 or UTF-16 as the standard allows; empty when there is none. */
export function xmlOf(parts: OfficePackage, name: string): string {
  const part = parts.get(name);
  if (!part) return '';
  const encoding =
    part[0] === 0xff && part[1] === 0xfe
      ? 'utf-16le'
      : part[0] === 0xfe && part[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(part);
}

export type Relation = { id: string; type: string; target: string; isExternal: boolean };

export const relationsPath = (name: string): string => {
  const folder = path.posix.dirname(name);
  return `${folder === '.' ? '' : `${folder}/`}_rels/${path.posix.basename(name)}.rels`;
};

/** What a part points to; the package itself is the part with the empty name. */
export function relationsOf(parts: OfficePackage, name: string): Relation[] {
  const relations: Relation[] = [];
  const file = name === '' ? '_rels/.rels' : relationsPath(name);
  for (const event of xmlEvents(xmlOf(parts, file))) {
    if (event.type !== 'open' || event.name !== 'Relationship') continue;
    const found = attributesOf(event.attributes);
    const target = found.get('Target') ?? '';
    const isExternal = found.get('TargetMode') === 'External';
    relations.push({
      id: found.get('Id') ?? '',
      type: (found.get('Type') ?? '').replace(/^.*\//u, ''),
      target: isExternal ? target : resolved(path.posix.dirname(name), target),
      isExternal,
    });
  }
  return relations;
}

const resolved = (folder: string, target: string): string =>
  path.posix.normalize(target.startsWith('/') ? target.slice(1) : path.posix.join(folder, target));

/** The parts that something points to, with the files that say so. */
export function reachedParts(parts: OfficePackage): Set<string> {
  const reached = new Set(['[Content_Types].xml', '_rels/.rels']);
  const waiting = [''];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name !== '' && parts.has(relationsPath(name))) reached.add(relationsPath(name));
    for (const { target, isExternal } of relationsOf(parts, name)) {
      if (isExternal || reached.has(target) || !parts.has(target)) continue;
      reached.add(target);
      waiting.push(target);
    }
  }
  return reached;
}
