import { xmlOf, type OfficePackage } from './office-package';
import { attributesOf, attribute, decodeEntities, xmlEvents } from './xml-events';

/** How a cell looks, as far as that can hide what is in it; colours are six digits, undefined unknown. */
export type CellLook = {
  colour: string | undefined;
  fill: string | undefined;
  size: number;
  /** A number format that shows nothing, as `;;;`. */
  isBlank: boolean;
};

/** Looks by the index that a cell names. */
export function readCellLooks(parts: OfficePackage): CellLook[] {
  const theme = readTheme(parts);
  const formats = new Map<string, string>();
  const fonts: { colour: string | undefined; size: number }[] = [];
  const fills: (string | undefined)[] = [];
  const looks: CellLook[] = [];
  const open: string[] = [];
  for (const event of xmlEvents(xmlOf(parts, 'xl/styles.xml'))) {
    if (event.type === 'text') continue;
    if (event.type === 'close') {
      const at = open.lastIndexOf(event.name);
      if (at >= 0) open.length = at;
      continue;
    }
    const { name, attributes } = event;
    const parent = open.at(-1);
    if (name === 'numFmt') {
      const found = attributesOf(attributes);
      formats.set(found.get('numFmtId') ?? '', found.get('formatCode') ?? '');
    } else if (name === 'font' && parent === 'fonts') fonts.push({ colour: '000000', size: 11 });
    else if (name === 'fill' && parent === 'fills') fills.push('ffffff');
    else if (open[1] === 'fonts') {
      const font = fonts.at(-1);
      if (font && name === 'color') font.colour = colourOf(attributes, theme);
      if (font && name === 'sz') font.size = Number(attribute(attributes, 'val')) || 11;
    } else if (open[1] === 'fills') {
      if (name === 'patternFill') {
        const pattern = attribute(attributes, 'patternType') ?? 'none';
        // Between a solid fill and none lie grids of lines, through which one can read.
        if (fills.length > 0 && pattern === 'solid') fills[fills.length - 1] = '000000';
      } else if (name === 'fgColor' && fills.at(-1) !== 'ffffff') {
        fills[fills.length - 1] = colourOf(attributes, theme);
      } else if (name === 'gradientFill') fills[fills.length - 1] = undefined;
    } else if (name === 'xf' && parent === 'cellXfs') {
      const found = attributesOf(attributes);
      const font = fonts[Number(found.get('fontId') ?? 0)];
      looks.push({
        colour: font ? font.colour : '000000',
        size: font?.size ?? 11,
        fill: fills.length > 0 ? fills[Number(found.get('fillId') ?? 0)] : 'ffffff',
        isBlank:
          /^"?"?(?:;\s*"?"?){2,3}@?$/u.test(formats.get(found.get('numFmtId') ?? '') ?? '') &&
          !(formats.get(found.get('numFmtId') ?? '') ?? '').includes('@'),
      });
    }
    if (!event.isEmpty) open.push(name);
  }
  return looks;
}

/** The colours of the runs of each shared string that has runs of its own. */
export function readRunColours(parts: OfficePackage): Map<number, (string | undefined)[]> {
  const theme = readTheme(parts);
  const colours = new Map<number, (string | undefined)[]>();
  let index = -1;
  let isRun = false;
  let colour: string | undefined = '000000';
  for (const event of xmlEvents(xmlOf(parts, 'xl/sharedStrings.xml'))) {
    if (event.type === 'open') {
      if (event.name === 'si') index += 1;
      if (event.name === 'r') {
        isRun = true;
        colour = '000000';
      }
      if (event.name === 'color' && isRun) colour = colourOf(event.attributes, theme);
    } else if (event.type === 'close') {
      if (event.name === 'r') isRun = false;
    } else if (isRun && decodeEntities(event.text).trim() !== '') {
      colours.set(index, [...(colours.get(index) ?? []), colour]);
    }
  }
  return colours;
}

function colourOf(attributes: string, theme: readonly string[]): string | undefined {
  const found = attributesOf(attributes);
  const rgb = found.get('rgb');
  if (rgb) return rgb.slice(-6).toLowerCase();
  const index = found.get('indexed');
  if (index !== undefined) return INDEXED[Number(index)];
  const themed = found.get('theme');
  if (themed !== undefined) return tinted(theme[Number(themed)], Number(found.get('tint') ?? 0));
  return found.get('auto') ? '000000' : undefined;
}

/** Tint lightens (above 0) or darkens (below), as ECMA-376 18.3.1.15 says; here on each channel. */
function tinted(hex: string | undefined, tint: number): string | undefined {
  if (!hex || !tint) return hex;
  return [0, 2, 4]
    .map((at) => {
      const level = parseInt(hex.slice(at, at + 2), 16);
      const moved = tint < 0 ? level * (1 + tint) : level + (255 - level) * tint;
      return Math.round(Math.min(255, Math.max(0, moved)))
        .toString(16)
        .padStart(2, '0');
    })
    .join('');
}

/** A theme lists dark 1, light 1, dark 2, light 2; cells count light 1 first. */
function readTheme(parts: OfficePackage): string[] {
  const colours: string[] = [];
  let isScheme = false;
  for (const event of xmlEvents(xmlOf(parts, 'xl/theme/theme1.xml'))) {
    if (event.type === 'text') continue;
    if (event.name === 'clrScheme') isScheme = event.type === 'open';
    if (!isScheme || event.type !== 'open') continue;
    if (event.name === 'srgbClr') colours.push(attribute(event.attributes, 'val') ?? '');
    if (event.name === 'sysClr') colours.push(attribute(event.attributes, 'lastClr') ?? '');
  }
  const [dark1 = '000000', light1 = 'ffffff', dark2 = '44546a', light2 = 'e7e6e6', ...accents] =
    colours.map((colour) => colour.toLowerCase());
  return [light1, dark1, light2, dark2, ...accents];
}

/** The first colours of the old palette repeat from 8; others are never black or white. */
const INDEXED: Record<number, string> = {
  0: '000000',
  1: 'ffffff',
  8: '000000',
  9: 'ffffff',
  64: '000000',
  65: 'ffffff',
};
