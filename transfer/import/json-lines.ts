import { z } from 'zod';
import { skip, type Parsed } from './findings';
import { genericHtml } from './html-page';
import type { ImportedDocument } from './imported-document';
import { bodyBlocks } from './law-body';
import { documentOf, headingOf, type RecordFacts } from './record';
import { recordField } from './record-fields';
import { structured } from './structure';
import { textPieces } from './text-body';

/**
 * One line of JSON Lines as a document. Keys may be the English names or the Chinese headings of
 * `record-fields.ts`; the text stands under `text` (or 正文), `markdown` or `html`.
 *
 * @param place what stands for the file in the source address of a record that has none
 */
export function parseJsonLine(place: string, line: string): Parsed<ImportedDocument> {
  const read = readLine(line);
  if ('skip' in read) return read;
  const { facts, bodies } = read;
  const heading = headingOf(facts);
  if ('skip' in heading) return heading;
  const text = bodyOf(bodies, heading.document);
  const parsed = documentOf(facts, heading.document, text, place);
  if ('skip' in parsed) return parsed;
  const warnings = [...heading.warnings, ...text.warnings, ...parsed.warnings];
  return { document: parsed.document, warnings };
}

type Bodies = { text?: string; markdown?: string; html?: string };

const scalar = z.union([z.string(), z.number()]).transform(String);
const attachment = z
  .object({ name: z.string(), address: z.string() })
  .transform(({ name, address }) => `${name} ${address}`);
const value = z.union([scalar, z.array(z.union([scalar, attachment]))]);

function readLine(
  line: string,
): { facts: RecordFacts; bodies: Bodies } | { skip: ReturnType<typeof skip> } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch (error) {
    return { skip: skip('bad-line', (error as Error).message) };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return { skip: skip('bad-line', '不是一个对象') };
  }
  const facts: Record<string, string | readonly string[]> = {};
  const bodies: Bodies = {};
  for (const [key, given] of Object.entries(parsed)) {
    if (given === null || given === '') continue;
    const field = recordField(key);
    const form = key === 'text' || field === 'body' ? 'text' : key;
    if (form === 'text' || form === 'markdown' || form === 'html') {
      if (typeof given !== 'string') return { skip: skip('bad-line', `${key} 应是文字`) };
      bodies[form] = given;
      continue;
    }
    if (!field) continue;
    const read = value.safeParse(given);
    if (!read.success) return { skip: skip('bad-line', `${key} 的格式不对`) };
    facts[field] = read.data;
  }
  return { facts: facts as RecordFacts, bodies };
}

function bodyOf(bodies: Bodies, heading: { title: string; number?: string; agencyName: string }) {
  if (bodies.html !== undefined) return genericHtml(bodies.html, heading);
  if (bodies.markdown !== undefined) {
    return { blocks: bodyBlocks(bodies.markdown).blocks, warnings: [] };
  }
  const pieces = textPieces(bodies.text ?? '', heading.agencyName);
  return { blocks: structured(pieces, heading).blocks, warnings: [] };
}
