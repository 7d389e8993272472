import path from 'node:path';
import { EDITING, type OfficeKind } from './office';
import {
  openPackage,
  reachedParts,
  writePackage,
  xmlOf,
  type OfficePackage,
} from './office-package';
import { withoutPath } from './office-paths';
import { restOf } from './picture-parts';
import { attribute, withoutElements, xmlEvents } from './xml-events';

/** Parts that tell who, when, with which printer, from which template, and show nothing. */
const DROPPED =
  /^(?:docProps\/|customXml\/|(?:word|xl|ppt)\/(?:people\.xml|persons?\/|commentAuthors\.xml|printerSettings\/|customXml\/))|\/printerSettings\d*\.bin$/iu;
const DROPPED_RELATIONS = new Set([
  ...['attachedTemplate', 'core-properties', 'metadata/core-properties', 'extended-properties'],
  ...['custom-properties', 'thumbnail', 'customXml', 'customXmlProps', 'people', 'person'],
  ...['printerSettings', 'mailMergeSource', 'mailMergeHeaderSource', 'commentAuthors'],
]);

/**
 * The same words and pictures without properties, names, session numbers, paths of templates and
 * what nothing points to. Comments and tracked changes are not touched: a file that has some is not
 * to be stripped but mended.
 */
export async function stripOffice(bytes: Buffer, kind: OfficeKind): Promise<Buffer> {
  const parts = await openPackage(bytes);
  for (const name of [...parts.keys()]) if (DROPPED.test(name)) parts.delete(name);
  for (const name of parts.keys()) {
    if (name.endsWith('.rels')) replace(parts, name, (xml) => withoutRelations(xml, name, parts));
  }
  for (const name of [...parts.keys()]) {
    const isOwn = /^(?:word|xl|ppt)\/.*\.xml$/iu.test(name);
    if (isOwn) replace(parts, name, (xml) => withoutMarks(xml, kind));
    const part = parts.get(name);
    const picture = /\/media\//iu.test(name) && part ? restOf(part) : undefined;
    if (picture) parts.set(name, Buffer.from(picture.kept));
  }
  const reached = reachedParts(parts);
  for (const name of [...parts.keys()]) if (!reached.has(name)) parts.delete(name);
  replace(parts, '[Content_Types].xml', (xml) =>
    withoutElements(xml, (name, attributes) => {
      const part = attribute(attributes, 'PartName')?.replace(/^\//u, '');
      return name === 'Override' && part !== undefined && !parts.has(part);
    }),
  );
  return writePackage(parts);
}

function replace(parts: OfficePackage, name: string, change: (xml: string) => string): void {
  const xml = xmlOf(parts, name);
  const changed = change(xml);
  if (changed === xml) return;
  // What was UTF-16 is written as UTF-8, and must say so.
  const declared = changed.replace(/^(<\?xml[^>]*encoding=["'])utf-16[^"']*/iu, '$1UTF-8');
  parts.set(name, Buffer.from(declared));
}

function withoutRelations(xml: string, name: string, parts: OfficePackage): string {
  const folder = path.posix.dirname(path.posix.dirname(name));
  return withoutElements(xml, (element, attributes) => {
    if (element !== 'Relationship') return false;
    const type = (attribute(attributes, 'Type') ?? '').replace(/^.*\/relationships\//u, '');
    if (DROPPED_RELATIONS.has(type)) return true;
    if (attribute(attributes, 'TargetMode') === 'External') return false;
    const target = attribute(attributes, 'Target') ?? '';
    const full = target.startsWith('/')
      ? target.slice(1)
      : path.posix.normalize(path.posix.join(folder, target));
    return DROPPED.test(full) && !parts.has(full);
  });
}

function withoutMarks(xml: string, kind: OfficeKind): string {
  // A control bound to a property would take the emptied property's place for its words.
  const isDropped = (name: string): boolean =>
    EDITING.has(name) ||
    (kind === 'docx' && (name === 'dataBinding' || name === 'removePersonalInformation'));
  const plain = rewriteTags(withoutElements(xml, isDropped), withoutPath);
  return kind === 'docx'
    ? withoutSessions(plain)
    : kind === 'xlsx'
      ? withoutAttribute(plain, 'pageSetup', 'id')
      : plain;
}

/** Word's rsid attributes: which pieces were typed in one sitting. */
function withoutSessions(xml: string): string {
  if (!/rsid/iu.test(xml)) return xml;
  return rewriteTags(xml, (tag) =>
    tag.replace(/\s[\w.-]*:?rsid\w*\s*=\s*(?:"[^"]*"|'[^']*')/gu, ''),
  );
}

const withoutAttribute = (xml: string, element: string, name: string): string =>
  xml.includes(`<${element}`)
    ? rewriteTags(xml, (tag, found) =>
        found === element
          ? tag.replace(new RegExp(`\\s\\w+:${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'u'), '')
          : tag,
      )
    : xml;

function rewriteTags(xml: string, change: (tag: string, name: string) => string): string {
  let written = '';
  let from = 0;
  for (const event of xmlEvents(xml)) {
    if (event.type !== 'open' || event.attributes === '') continue;
    const tag = xml.slice(event.from, event.to);
    const changed = change(tag, event.name);
    if (changed === tag) continue;
    written += xml.slice(from, event.from) + changed;
    from = event.to;
  }
  return written + xml.slice(from);
}
