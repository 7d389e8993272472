import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The faces of the official layout, by the role that they have in it: families in order of preference. */
export type Faces = {
  title: string[];
  titleWeight: number;
  body: string[];
  bold: string[];
  boldWeight: number;
  hei: string[];
  heiWeight: number;
  kai: string[];
  kaiWeight: number;
  digits: string[];
};

export type Fonts = {
  files: Buffer[];
  faces: Faces;
  /** Whether a letter is in one of the fonts. */
  has: (codePoint: number) => boolean;
};

const SERIF = 'Noto Serif SC';
const SANS = 'Noto Sans SC';
const OURS = [
  'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf',
  'noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
];

/** The official fonts, under every name that they go by. */
const OFFICIAL = {
  title: [
    '方正小标宋简体',
    '方正小标宋_GBK',
    'FZXiaoBiaoSong-B05S',
    'FZXiaoBiaoSong-B05',
    'FZXBSJW--GB1-0',
    'FZXBSK--GBK1-0',
  ],
  body: [
    '仿宋_GB2312',
    '仿宋',
    '方正仿宋_GBK',
    '方正仿宋简体',
    'FangSong_GB2312',
    'FangSong',
    'FZFangSong-Z02S',
    'FZFangSong-Z02',
  ],
  hei: ['黑体', '方正黑体_GBK', '方正黑体简体', 'SimHei', 'FZHei-B01S', 'FZHei-B01'],
  kai: [
    '楷体_GB2312',
    '楷体',
    '方正楷体_GBK',
    '方正楷体简体',
    'KaiTi_GB2312',
    'KaiTi',
    'FZKai-Z03S',
    'FZKai-Z03',
  ],
  digits: ['宋体', 'SimSun', '方正书宋_GBK', '方正书宋简体'],
};

/**
 * The fonts of the layout: an operator's own from a folder where they have the official ones, Noto
 * in their place and beside them (docs/decisions: which stands for which).
 *
 * @param folder `FONTS_PATH`; .ttf and .otf files in it are read.
 * @throws when the folder can't be read: a wrong setting must not pass as no setting.
 */
export function loadFonts(root: string, folder: string | undefined): Fonts {
  const own = folder ? fontFilesIn(folder).map((file) => readFileSync(file)) : [];
  const noto = OURS.map((file) =>
    readFileSync(path.join(root, 'node_modules/@expo-google-fonts', file)),
  );
  const files = [...own, ...noto];
  const names = new Set(own.flatMap(familyNames).map((name) => name.toLowerCase()));
  const known = (wanted: string[]) => wanted.filter((name) => names.has(name.toLowerCase()));
  const covered = files.map(coverageOf);
  const [title, body, hei, kai, digits] = [
    known(OFFICIAL.title),
    known(OFFICIAL.body),
    known(OFFICIAL.hei),
    known(OFFICIAL.kai),
    known(OFFICIAL.digits),
  ];
  return {
    files,
    faces: {
      title: [...title, SERIF, SANS],
      titleWeight: title.length > 0 ? 400 : 600,
      body: [...body, SERIF, SANS],
      bold: [SERIF, SANS],
      boldWeight: 600,
      hei: [...hei, SANS, SERIF],
      heiWeight: hei.length > 0 ? 400 : 500,
      kai: [...kai, SERIF, SANS],
      kaiWeight: kai.length > 0 ? 400 : 600,
      digits: [...digits, SERIF],
    },
    has: (codePoint) => covered.some((ranges) => isIn(ranges, codePoint)),
  };
}

function fontFilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.(ttf|otf)$/iu.test(name))
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}

/** Where each table of an OpenType file begins. */
export function tablesOf(font: Buffer): Map<string, { offset: number; length: number }> {
  const tables = new Map<string, { offset: number; length: number }>();
  for (let i = 0; i < font.readUInt16BE(4); i += 1) {
    const at = 12 + 16 * i;
    tables.set(font.toString('latin1', at, at + 4), {
      offset: font.readUInt32BE(at + 8),
      length: font.readUInt32BE(at + 12),
    });
  }
  return tables;
}

/** Family names (OpenType name ids 1 and 16) in every language that is stored as UTF-16. */
export const familyNames = (font: Buffer): string[] => namesOf(font, [1, 16]);

/** The name by which files refer to a font (id 6): NotoSerifSC-Regular. */
export const postScriptName = (font: Buffer): string => namesOf(font, [6])[0] ?? '';

function namesOf(font: Buffer, ids: readonly number[]): string[] {
  const start = tablesOf(font).get('name')?.offset;
  if (start === undefined) return [];
  const strings = start + font.readUInt16BE(start + 4);
  const names = new Set<string>();
  for (let i = 0; i < font.readUInt16BE(start + 2); i += 1) {
    const at = start + 6 + 12 * i;
    const platform = font.readUInt16BE(at);
    if (!ids.includes(font.readUInt16BE(at + 6)) || (platform !== 0 && platform !== 3)) continue;
    const from = strings + font.readUInt16BE(at + 10);
    const bytes = Buffer.from(font.subarray(from, from + font.readUInt16BE(at + 8)));
    names.add(bytes.swap16().toString('utf16le'));
  }
  return [...names];
}

/** Code points of a font as sorted ranges, first, last and glyph of the first, three numbers each. */
export function coverageOf(font: Buffer): Uint32Array {
  const start = tablesOf(font).get('cmap')?.offset;
  if (start === undefined) return new Uint32Array();
  let best: { format: number; at: number } | undefined;
  for (let i = 0; i < font.readUInt16BE(start + 2); i += 1) {
    const at = start + font.readUInt32BE(start + 4 + 8 * i + 4);
    const format = font.readUInt16BE(at);
    if (format === 12 || (format === 4 && !best)) best = { format, at };
  }
  if (!best) return new Uint32Array();
  return best.format === 12 ? groupsOf(font, best.at) : segmentsOf(font, best.at);
}

/** The glyph of a code point by the ranges of {@link coverageOf}; 0 where there is none. */
export function glyphIn(ranges: Uint32Array, codePoint: number): number {
  let [low, high] = [0, ranges.length / 3 - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = [ranges[3 * middle] as number, ranges[3 * middle + 1] as number];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return (ranges[3 * middle + 2] as number) + codePoint - first;
  }
  return 0;
}

const isIn = (ranges: Uint32Array, codePoint: number): boolean => glyphIn(ranges, codePoint) > 0;

function groupsOf(font: Buffer, at: number): Uint32Array {
  const count = font.readUInt32BE(at + 12);
  return Uint32Array.from({ length: 3 * count }, (_, i) => font.readUInt32BE(at + 16 + 4 * i));
}

function segmentsOf(font: Buffer, at: number): Uint32Array {
  const count = font.readUInt16BE(at + 6) / 2;
  const ranges: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const last = font.readUInt16BE(at + 14 + 2 * i);
    const first = font.readUInt16BE(at + 16 + 2 * count + 2 * i);
    const delta = font.readUInt16BE(at + 16 + 4 * count + 2 * i);
    const rangeAt = at + 16 + 6 * count + 2 * i;
    const offset = font.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const raw = offset === 0 ? code : font.readUInt16BE(rangeAt + offset + 2 * (code - first));
      const glyph = offset !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph > 0) ranges.push(code, code, glyph);
    }
  }
  return Uint32Array.from(ranges);
}
