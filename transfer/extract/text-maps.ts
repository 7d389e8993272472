import { CharacterMaps, characterMap } from '../release-check/character-maps';

/**
 * Gives pdf.js character maps that lead to the right words: a PDF that names one of Adobe's maps and
 * brings none of its own says a letter by its code in GBK, Big5 or Unicode. Its number in Adobe's
 * collection matters to nobody who only reads, so here it is its place in Unicode.
 */
export class TextMaps extends CharacterMaps {
  override fetch = async ({ kind, filename }: { kind: string; filename: string }) => {
    if (kind !== 'cMapUrl') throw new Error(`no data of this kind: ${kind}`);
    return new TextEncoder().encode(textMap(filename));
  };
}

function textMap(name: string): string {
  if (/^Adobe-.*-UCS2$/u.test(name))
    return map(name, PLANE, { numbers: PLANE_TO_ITSELF, isText: true });
  if (/-(?:UCS2|UTF16)-/u.test(name)) return map(name, PLANE, { numbers: ['<0000> <ffff> 0'] });
  const encoding = ENCODINGS.find(([names]) => names.test(name))?.[1];
  if (!encoding) return characterMap(name);
  return map(name, ['<00> <80>', '<8100> <fefe>'], {
    numbers: ['<20> <7e> 32', ...codesOf(encoding)],
  });
}

const ENCODINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:GB-EUC|GBK-EUC|GBKp-EUC|GBK2K|GBT-EUC|GBpc-EUC)-/u, 'gb18030'],
  [/^(?:B5pc|ETen-B5|HKscs-B5|ETenms-B5)-/u, 'big5'],
];

const hex = (value: number): string => value.toString(16).padStart(4, '0');

/** pdf.js gives up a range of text that is longer than a row. */
const PLANE = ['<0000> <ffff>'];
const PLANE_TO_ITSELF = Array.from(
  { length: 256 },
  (_, row) => `<${hex(row << 8)}> <${hex((row << 8) | 255)}> <${hex(row << 8)}>`,
);

/** Every code of two bytes and the letter that it stands for, neighbours together. */
function codesOf(encoding: string): string[] {
  const decoder = new TextDecoder(encoding);
  const ranges: string[] = [];
  let [from, to, first] = [0, -1, 0];
  const close = (): void => {
    if (to >= from) ranges.push(`<${hex(from)}> <${hex(to)}> ${first}`);
  };
  for (let code = 0x8140; code <= 0xfefe; code += 1) {
    const text = decoder.decode(Uint8Array.of(code >> 8, code & 255));
    const letter = text.length === 1 && text !== '\ufffd' ? text.charCodeAt(0) : 0;
    if (letter === 0) continue;
    const goesOn = code === to + 1 && (code & 255) !== 0 && letter === first + (code - from);
    if (!goesOn) {
      close();
      [from, first] = [code, letter];
    }
    to = code;
  }
  close();
  return ranges;
}

function map(
  name: string,
  spaces: readonly string[],
  { numbers, isText = false }: { numbers: readonly string[]; isText?: boolean },
): string {
  const word = isText ? 'bfrange' : 'cidrange';
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    `/CMapName /${name} def /CMapType 1 def /WMode ${/-V$/u.test(name) ? 1 : 0} def`,
    `${spaces.length} begincodespacerange`,
    ...spaces,
    'endcodespacerange',
    `${numbers.length} begin${word}`,
    ...numbers,
    `end${word}`,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}
