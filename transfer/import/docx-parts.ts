import { XMLParser } from 'fast-xml-parser';
import { formatChineseNumeral } from '../../domain/documents/chinese-numerals';

/**
 * Word keeps automatic numbers (一、（一）第一条) outside the text, and the faces of Chinese
 * letters apart from those of Latin ones; mammoth drops the first and reads only the second. Both
 * are written into the text's XML before mammoth reads it, and so are the columns that a row leaves
 * out at its beginning. Plain 1. 2. 3. and bullets stay lists.
 */
export function readableDocument(document: string, numbering: string | undefined): string {
  const labels = numbering ? new Labels(numbering) : undefined;
  return document
    .replace(/<w:rFonts\b[^>]*\/>/gu, (fonts) => {
      const face = /w:eastAsia="([^"]*)"/u.exec(fonts)?.[1];
      return face ? `<w:rFonts w:ascii="${face}"/>` : fonts;
    })
    .replace(
      ROW_BEGINS_LATER,
      '$1<w:tc><w:tcPr><w:gridSpan w:val="$2"/></w:tcPr><w:p></w:p></w:tc>',
    )
    .replace(/<w:numPr\b[^>]*>[\s\S]*?<\/w:numPr>([\s\S]*?<\/w:pPr>)/gu, (whole, rest: string) => {
      const id = /<w:numId\b[^>]*w:val="(\d+)"/u.exec(whole)?.[1];
      const level = Number(/<w:ilvl\b[^>]*w:val="(\d)"/u.exec(whole)?.[1] ?? 0);
      const label = id === undefined ? undefined : labels?.next(id, level);
      if (label === undefined) return whole;
      return `${rest}<w:r><w:t xml:space="preserve">${label}</w:t></w:r>`;
    });
}

/** A row whose first columns are left out altogether, which mammoth doesn't know of. */
const ROW_BEGINS_LATER =
  /(<w:trPr\b[^>]*>(?:(?!<\/w:trPr>)[\s\S])*?<w:gridBefore w:val="(\d{1,2})"\/>(?:(?!<\/w:trPr>)[\s\S])*<\/w:trPr>)/gu;

type Level = { format: string; text: string; start: number };

/** Counts as Word does: a level begins anew whenever one above it moves on. */
class Labels {
  private readonly levels = new Map<string, Map<number, Level>>();
  private readonly counts = new Map<string, number[]>();

  constructor(xml: string) {
    const parser = new XMLParser({
      ignoreAttributes: false,
      processEntities: false,
      isArray: (name) => ['w:abstractNum', 'w:num', 'w:lvl'].includes(name),
    });
    const root = (parser.parse(xml) as { 'w:numbering'?: NumberingXml })['w:numbering'] ?? {};
    const abstract = new Map<string, Map<number, Level>>();
    for (const one of root['w:abstractNum'] ?? []) {
      abstract.set(one['@_w:abstractNumId'] ?? '', levelsOf(one['w:lvl'] ?? []));
    }
    for (const num of root['w:num'] ?? []) {
      const levels = abstract.get(num['w:abstractNumId']?.['@_w:val'] ?? '');
      if (levels) this.levels.set(num['@_w:numId'] ?? '', levels);
    }
  }

  /** The label of the next paragraph of this list, or undefined where mammoth's own list will do. */
  next(id: string, at: number): string | undefined {
    const levels = this.levels.get(id);
    const level = levels?.get(at);
    if (!levels || !level || !isWritten(level)) return undefined;
    const counts = this.counts.get(id) ?? [];
    this.counts.set(id, counts);
    counts[at] = (counts[at] ?? level.start - 1) + 1;
    counts.length = at + 1;
    return level.text.replace(/%(\d)/gu, (_, digit: string) => {
      const index = Number(digit) - 1;
      const value = counts[index] ?? levels.get(index)?.start ?? 1;
      return numeral(levels.get(index)?.format ?? 'decimal', value);
    });
  }
}

type NumberingXml = {
  'w:abstractNum'?: { '@_w:abstractNumId'?: string; 'w:lvl'?: LevelXml[] }[];
  'w:num'?: { '@_w:numId'?: string; 'w:abstractNumId'?: { '@_w:val'?: string } }[];
};
type LevelXml = {
  '@_w:ilvl'?: string;
  'w:start'?: { '@_w:val'?: string };
  'w:numFmt'?: { '@_w:val'?: string };
  'w:lvlText'?: { '@_w:val'?: string };
};

const levelsOf = (levels: readonly LevelXml[]): Map<number, Level> =>
  new Map(
    levels.map((level) => [
      Number(level['@_w:ilvl'] ?? 0),
      {
        format: level['w:numFmt']?.['@_w:val'] ?? 'decimal',
        text: level['w:lvlText']?.['@_w:val'] ?? '',
        start: Number(level['w:start']?.['@_w:val'] ?? 1),
      },
    ]),
  );

/** Bullets have no words, and 1. is what a numbered list shows by itself. */
const isWritten = ({ format, text }: Level): boolean =>
  format !== 'bullet' && format !== 'none' && text !== '' && !/^%\d[.．]?$/u.test(text);

const numeral = (format: string, value: number): string =>
  /chinese|ideograph|japanese|taiwanese/iu.test(format)
    ? formatChineseNumeral(value)
    : format === 'decimalFullWidth'
      ? String(value).replace(/\d/gu, (d) => String.fromCodePoint((d.codePointAt(0) ?? 0) + 0xfee0))
      : format === 'lowerLetter' || format === 'upperLetter'
        ? letter(value, format === 'upperLetter' ? 65 : 97)
        : String(value);

const letter = (value: number, first: number): string =>
  String.fromCodePoint(first + ((value - 1) % 26));
