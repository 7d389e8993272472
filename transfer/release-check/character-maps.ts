/**
 * Chinese PDFs often name one of Adobe's character maps and carry no font. The maps themselves are
 * large and tell which letter a code stands for; here it only matters where each letter stands and
 * how wide it is. So a map is made that parts the codes right, gives Latin letters their own widths
 * (one of the ranges of Adobe's collections) and every other code a number of its own.
 */
export function characterMap(name: string): string {
  if (/-UCS2$/u.test(name)) return cidToText();
  const latin = LATIN.find(([names]) => names.test(name))?.[1] ?? 1;
  const { spaces, wide } = codesOf(name);
  const ranges = [
    // Longer codes need no number: pdf.js gives up a map with ranges that long.
    ...wide
      .filter(([from]) => from.length <= 4)
      .map(([from, to]) => `<${from}> <${to}> ${parseInt(from, 16) % 65_536}`),
    // Later ranges win over earlier ones.
    `<${'20'.padStart(spaces, '0')}> <${'7e'.padStart(spaces, '0')}> ${latin}`,
  ];
  const codes = [...wide, ...(spaces === 2 ? [['00', '80'] as const] : [])];
  return `${HEAD}
/CMapName /${name} def /CMapType 1 def /WMode ${/-V$/u.test(name) ? 1 : 0} def
${codes.length} begincodespacerange
${codes.map(([from, to]) => `<${from}> <${to}>`).join('\n')}
endcodespacerange
${ranges.length} begincidrange
${ranges.join('\n')}
endcidrange
${FOOT}`;
}

const HEAD = '/CIDInit /ProcSet findresource begin 12 dict begin begincmap';
const FOOT = 'endcmap CMapName currentdict /CMap defineresource pop end end';

/** Where the half-width Latin letters begin in the collection that a map belongs to. */
const LATIN: readonly (readonly [RegExp, number])[] = [
  [/^(?:GB-EUC|GBK-EUC|GBT-EUC)-/u, 814],
  [/^(?:90ms-RKSJ|EUC|78ms-RKSJ|Ext-RKSJ)-/u, 231],
  [/^(?:B5pc|ETen-B5|HKscs-B5|ETenms-B5|CNS-EUC)-/u, 13_648],
  [/^(?:KSC-EUC|KSCms-UHC-HW)-/u, 8094],
];

type Range = readonly [from: string, to: string];

/** How a map parts bytes into codes: digits of a Latin code, and the ranges of the others. */
function codesOf(name: string): { spaces: number; wide: Range[] } {
  if (/UTF32/u.test(name))
    return {
      spaces: 8,
      wide: [
        ['00000000', '0000ffff'],
        ['00010000', '0010ffff'],
      ],
    };
  if (/UTF16|UCS2/u.test(name)) {
    return {
      spaces: 4,
      wide: [
        ['0000', 'd7ff'],
        ['d800dc00', 'dbffdfff'],
        ['e000', 'ffff'],
      ],
    };
  }
  if (/UTF8/u.test(name)) {
    return {
      spaces: 2,
      wide: [
        ['c080', 'dfbf'],
        ['e08080', 'efbfbf'],
        ['f0808080', 'f7bfbfbf'],
      ],
    };
  }
  if (/^GBK2K/u.test(name))
    return {
      spaces: 2,
      wide: [
        ['81308130', 'fe39fe39'],
        ['8140', 'fefe'],
      ],
    };
  // Without a Latin range of one byte: GB-H, GBT-H, KSC-H and the Japanese ones that begin at 2121.
  if (/^(?:GB|GBT|KSC|78|83pv|Add|Ext|CNS[12])?-?[HV]$/u.test(name)) {
    return { spaces: 4, wide: [['2121', '7e7e']] };
  }
  return { spaces: 2, wide: [['8140', 'fefe']] };
}

/** From a collection's number to a text: the blanks must be blanks, anything else must be something. */
function cidToText(): string {
  return `${HEAD}
/CMapName /text def /CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
2 beginbfrange
<0021> <ffff> <0021>
<0002> <0020> <0041>
endbfrange
3 beginbfchar
<0001> <0020>
<0060> <3000>
<032e> <0020>
endbfchar
${FOOT}`;
}

/** Gives pdf.js the maps it asks for; it has no other data to ask for here. */
export class CharacterMaps {
  fetch = async ({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> => {
    if (kind !== 'cMapUrl') throw new Error(`no data of this kind: ${kind}`);
    return new TextEncoder().encode(characterMap(filename));
  };
}
