import { coverageOf, glyphIn, tablesOf } from './fonts';

/**
 * A TrueType font with only the letters asked for: what a file carries along so that it looks the
 * same everywhere. Hinting and typographic features are left out, names stay.
 *
 * @param codePoints those that the font lacks show its empty glyph.
 * @returns the font unchanged where its outlines are not TrueType ones.
 */
export function subsetFont(font: Buffer, codePoints: Iterable<number>): Buffer {
  const tables = tablesOf(font);
  const table = (tag: string): Buffer | undefined => {
    const found = tables.get(tag);
    return found && font.subarray(found.offset, found.offset + found.length);
  };
  const [head, hhea, maxp, hmtx, loca, glyf] = ['head', 'hhea', 'maxp', 'hmtx', 'loca', 'glyf'].map(
    table,
  );
  if (!head || !hhea || !maxp || !hmtx || !loca || !glyf) return font;

  const coverage = coverageOf(font);
  const isLong = head.readInt16BE(50) === 1;
  const startOf = (glyph: number) =>
    isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph);
  const outline = (glyph: number) => glyf.subarray(startOf(glyph), startOf(glyph + 1));

  // Old glyph ids in their new order; parts of composed glyphs follow at the end.
  const glyphs = [0];
  const numbers = new Map([[0, 0]]);
  const numberOf = (glyph: number): number => {
    const known = numbers.get(glyph);
    if (known !== undefined) return known;
    numbers.set(glyph, glyphs.length);
    glyphs.push(glyph);
    return glyphs.length - 1;
  };
  const mapped = [...new Set(codePoints)]
    .sort((a, b) => a - b)
    .flatMap((code) => {
      const glyph = glyphIn(coverage, code);
      return glyph > 0 ? [{ code, glyph: numberOf(glyph) }] : [];
    });
  const outlines: Buffer[] = [];
  for (let i = 0; i < glyphs.length; i += 1) {
    outlines.push(withParts(outline(glyphs[i] as number), numberOf));
  }

  const metrics = hhea.readUInt16BE(34);
  const newHmtx = Buffer.alloc(4 * glyphs.length);
  glyphs.forEach((glyph, i) => {
    const at = 4 * Math.min(glyph, metrics - 1);
    newHmtx.writeUInt16BE(hmtx.readUInt16BE(at), 4 * i);
    const bearing = glyph < metrics ? at + 2 : 4 * metrics + 2 * (glyph - metrics);
    newHmtx.writeInt16BE(hmtx.readInt16BE(bearing), 4 * i + 2);
  });
  const newLoca = Buffer.alloc(4 * (glyphs.length + 1));
  outlines.reduce((offset, bytes, i) => {
    newLoca.writeUInt32BE(offset + bytes.length, 4 * (i + 1));
    return offset + bytes.length;
  }, 0);

  return assemble({
    'OS/2': table('OS/2'),
    cmap: cmapOf(mapped),
    glyf: Buffer.concat(outlines),
    head: patched(head, (bytes) => {
      bytes.writeUInt32BE(0, 8);
      bytes.writeInt16BE(1, 50);
    }),
    hhea: patched(hhea, (bytes) => bytes.writeUInt16BE(glyphs.length, 34)),
    hmtx: newHmtx,
    loca: newLoca,
    maxp: patched(maxp, (bytes) => bytes.writeUInt16BE(glyphs.length, 4)),
    name: table('name'),
    // Version 3: no names of glyphs.
    post: patched(table('post') ?? Buffer.alloc(32), (bytes) =>
      bytes.writeUInt32BE(0x00030000, 0),
    ).subarray(0, 32),
  });
}

const ARGS_ARE_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const MORE_PARTS = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;

/** A glyph with the numbers of its parts made new; padded to whole words. */
function withParts(glyph: Buffer, numberOf: (glyph: number) => number): Buffer {
  const bytes = Buffer.alloc((glyph.length + 3) & ~3);
  glyph.copy(bytes);
  if (glyph.length === 0 || glyph.readInt16BE(0) >= 0) return bytes;
  let at = 10;
  for (let flags = MORE_PARTS; flags & MORE_PARTS;) {
    flags = bytes.readUInt16BE(at);
    bytes.writeUInt16BE(numberOf(bytes.readUInt16BE(at + 2)), at + 2);
    at += 4 + (flags & ARGS_ARE_WORDS ? 4 : 2);
    if (flags & HAS_SCALE) at += 2;
    else if (flags & HAS_TWO_SCALES) at += 4;
    else if (flags & HAS_MATRIX) at += 8;
  }
  return bytes;
}

/** Format 12 for all, and format 4 for the readers that know no other. */
function cmapOf(mapped: readonly { code: number; glyph: number }[]): Buffer {
  const long = Buffer.alloc(16 + 12 * mapped.length);
  long.writeUInt16BE(12, 0);
  long.writeUInt32BE(long.length, 4);
  long.writeUInt32BE(mapped.length, 12);
  mapped.forEach(({ code, glyph }, i) => {
    long.writeUInt32BE(code, 16 + 12 * i);
    long.writeUInt32BE(code, 20 + 12 * i);
    long.writeUInt32BE(glyph, 24 + 12 * i);
  });
  const narrow = [...mapped.filter(({ code }) => code < 0xffff), { code: 0xffff, glyph: 0 }];
  const count = narrow.length;
  const short = Buffer.alloc(16 + 8 * count);
  const power = 2 ** Math.floor(Math.log2(count));
  [4, short.length, 0, 2 * count, 2 * power, Math.log2(power), 2 * (count - power)].forEach(
    (value, i) => short.writeUInt16BE(value & 0xffff, 2 * i),
  );
  narrow.forEach(({ code, glyph }, i) => {
    short.writeUInt16BE(code, 14 + 2 * i);
    short.writeUInt16BE(code, 16 + 2 * count + 2 * i);
    short.writeUInt16BE((code === 0xffff ? 1 : glyph - code) & 0xffff, 16 + 4 * count + 2 * i);
  });
  const header = Buffer.alloc(20);
  header.writeUInt16BE(2, 2);
  [3, 1].forEach((value, i) => header.writeUInt16BE(value, 4 + 2 * i));
  header.writeUInt32BE(20, 8);
  [3, 10].forEach((value, i) => header.writeUInt16BE(value, 12 + 2 * i));
  header.writeUInt32BE(20 + short.length, 16);
  // A format 4 table can't say that it is longer than 65,535 bytes: 8,000 letters.
  if (short.length > 0xffff) {
    header.writeUInt16BE(1, 2);
    [3, 10].forEach((value, i) => header.writeUInt16BE(value, 4 + 2 * i));
    header.writeUInt32BE(12, 8);
    return Buffer.concat([header.subarray(0, 12), long]);
  }
  return Buffer.concat([header, short, long]);
}

function patched(table: Buffer, patch: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.from(table);
  patch(bytes);
  return bytes;
}

/** Tables behind their directory, with checksums. */
function assemble(tables: Record<string, Buffer | undefined>): Buffer {
  const present = Object.entries(tables).filter(
    (entry): entry is [string, Buffer] => entry[1] !== undefined,
  );
  const count = present.length;
  const power = 2 ** Math.floor(Math.log2(count));
  const directory = Buffer.alloc(12 + 16 * count);
  directory.writeUInt32BE(0x00010000, 0);
  [count, 16 * power, Math.log2(power), 16 * (count - power)].forEach((value, i) =>
    directory.writeUInt16BE(value, 4 + 2 * i),
  );
  let offset = directory.length;
  const padded = present.map(([tag, bytes], i) => {
    const whole = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
    const at = 12 + 16 * i;
    directory.write(tag.padEnd(4), at, 'latin1');
    directory.writeUInt32BE(checksum(whole), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(bytes.length, at + 12);
    offset += whole.length;
    return whole;
  });
  const font = Buffer.concat([directory, ...padded]);
  const head = tablesOf(font).get('head')?.offset ?? 0;
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, head + 8);
  return font;
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at + 4 <= bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
