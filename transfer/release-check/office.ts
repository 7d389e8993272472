import { inspectDocx } from './docx';
import { found, Tally, type ReleaseFinding } from './findings';
import {
  openPackage,
  reachedParts,
  relationsOf,
  xmlOf,
  type OfficePackage,
} from './office-package';
import { tellsPath } from './office-paths';
import { restOf } from './picture-parts';
import { inspectPptx } from './pptx';
import { inspectXlsx } from './xlsx';
import { attributesOf, xmlEvents } from './xml-events';

export type OfficeKind = 'docx' | 'xlsx' | 'pptx';

const INSPECTORS = { docx: inspectDocx, xlsx: inspectXlsx, pptx: inspectPptx };

/** What stands against releasing a Word, Excel or PowerPoint file of the kind that is a ZIP. */
export async function inspectOffice(bytes: Buffer, kind: OfficeKind): Promise<ReleaseFinding[]> {
  try {
    const parts = await openPackage(bytes);
    for (const [name, part] of parts) {
      // No Office program writes one; it could rename what is looked for here.
      if (/\.(?:xml|rels)$/iu.test(name) && part.includes('<!DOCTYPE')) return [found('damaged')];
    }
    const tally = new Tally();
    INSPECTORS[kind](parts, tally);
    inspectParts(parts, tally);
    return [
      ...tally.findings(),
      ...(hasProperties(parts) ? [found('metadata')] : []),
      ...(hasEditingMarks(parts) ? [found('office-editing-marks')] : []),
    ];
  } catch {
    return [found('damaged')];
  }
}

const COMMENTS = /(?:^|\/)(?:threaded|modern)?comments?\d*(?:extended|ids|extensible)?\d*\.xml$/iu;

/** What is in the package by itself, whatever points to it. */
function inspectParts(parts: OfficePackage, tally: Tally): void {
  const reached = reachedParts(parts);
  for (const [name, part] of parts) {
    if (/\/(?:embeddings|activeX|ctrlProps|afchunk)\b[^/]*(?:\/|$)/iu.test(name)) {
      if (!/\.(?:rels|vml)$/iu.test(name)) tally.add('office-embedded');
    }
    if (/\/(?:threadedComments|comments)\//iu.test(`/${name}`) || COMMENTS.test(name)) {
      tally.add('office-comments', undefined, countOf(xmlOf(parts, name)));
    }
    if (/\/media\//iu.test(name) && restOf(part)) {
      if (restOf(part)?.hasMetadata) tally.add('picture-metadata');
      if (restOf(part)?.hasRest) tally.add('picture-rest');
    }
    if (!reached.has(name)) tally.add('office-stray-parts');
    for (const { type } of name.endsWith('.rels') ? [] : relationsOf(parts, name)) {
      if (type === 'attachedTemplate') tally.add('office-template');
      if (type === 'aFChunk' || type === 'subDocument') tally.add('office-embedded');
    }
  }
}

/** Comments in Word, Excel (notes and threads) and PowerPoint (old and new). */
function countOf(xml: string): number {
  let count = 0;
  for (const event of xmlEvents(xml)) {
    if (event.type === 'open' && /^(?:comment|threadedComment|cm)$/u.test(event.name)) count += 1;
  }
  return count;
}

/** Names that say nothing about who wrote it; Excel asks for the last four. */
const HARMLESS =
  /^(?:Properties|coreProperties|Application|AppVersion|DocSecurity|ScaleCrop|LinksUpToDate|SharedDoc|HyperlinksChanged)$/u;

function hasProperties(parts: OfficePackage): boolean {
  for (const name of parts.keys()) {
    if (/^(?:docProps\/custom\.xml|docProps\/thumbnail\.|customXml\/)/iu.test(name)) return true;
    if (/printerSettings|(?:^|\/)persons?\/|people\.xml$|commentAuthors\.xml$/iu.test(name))
      return true;
    if (!/^docProps\/[^/]+\.xml$/iu.test(name)) continue;
    let element = '';
    for (const event of xmlEvents(xmlOf(parts, name))) {
      if (event.type === 'open') element = event.name;
      if (event.type === 'text' && event.text.trim() !== '' && !HARMLESS.test(element)) return true;
    }
  }
  return false;
}

/** Numbers of editing sessions, paths and names that programs leave between the lines. */
function hasEditingMarks(parts: OfficePackage): boolean {
  for (const name of parts.keys()) {
    if (!/^(?:word|xl|ppt)\/(?:[^/]+|(?:drawings|slides)\/[^/]+)\.xml$/iu.test(name)) continue;
    for (const event of xmlEvents(xmlOf(parts, name))) {
      if (event.type !== 'open') continue;
      if (EDITING.has(event.name) || tellsPath(event.name, event.attributes)) return true;
      if (!/rsid/iu.test(event.attributes)) continue;
      if ([...attributesOf(event.attributes).keys()].some((key) => key.startsWith('rsid')))
        return true;
    }
  }
  return false;
}

/** Elements that name sessions, files, printers or users and show nothing. */
export const EDITING: ReadonlySet<string> = new Set([
  'rsids',
  'docVars',
  'docId',
  'attachedTemplate',
  'mailMerge',
  'absPath',
  'fileSharing',
]);
