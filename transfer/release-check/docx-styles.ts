import type { OfficePackage } from './office-package';
import { xmlOf } from './office-package';
import { attribute, attributesOf, xmlEvents } from './xml-events';

/** How letters look, as far as it can hide them; undefined is what stands above or below. */
export type Look = {
  isHidden?: boolean;
  /** Six hexadecimal digits, or `auto`. */
  colour?: string;
  highlight?: string;
  shade?: string;
  /** Half points. */
  size?: number;
};

export type Style = { type: string; basedOn: string; look: Look; isDark: boolean };

const OFF = /^(?:0|false|off|none)$/iu;

/** Takes over what one element of run properties says. */
export function readLook(look: Look, name: string, attributes: string): void {
  const value = (): string => attribute(attributes, 'val') ?? '';
  if (name === 'vanish' || name === 'specVanish') look.isHidden = !OFF.test(value());
  else if (name === 'color') look.colour = value().toLowerCase();
  else if (name === 'highlight') look.highlight = value().toLowerCase();
  else if (name === 'sz') look.size = Number(value()) || 24;
  else if (name === 'shd') look.shade = shadeOf(attributes);
}

/** The colour that a shading shows: a solid pattern shows its own colour and not the ground. */
export function shadeOf(attributes: string): string {
  const found = attributesOf(attributes);
  const isSolid = found.get('val') === 'solid';
  return ((isSolid ? found.get('color') : found.get('fill')) ?? 'auto').toLowerCase();
}

export function readStyles(parts: OfficePackage): { styles: Map<string, Style>; base: Look } {
  const styles = new Map<string, Style>();
  const base: Look = {};
  let style: Style | undefined;
  let isDefaults = false;
  let inRun = 0;
  for (const event of xmlEvents(xmlOf(parts, 'word/styles.xml'))) {
    if (event.type === 'text') continue;
    if (event.type === 'close') {
      if (event.name === 'style') style = undefined;
      if (event.name === 'rPrDefault') isDefaults = false;
      if (event.name === 'rPr') inRun = Math.max(0, inRun - 1);
      continue;
    }
    const { name, attributes } = event;
    if (name === 'style') {
      const found = attributesOf(attributes);
      style = { type: found.get('type') ?? '', basedOn: '', look: {}, isDark: false };
      styles.set(found.get('styleId') ?? '', style);
    } else if (name === 'basedOn' && style) style.basedOn = attribute(attributes, 'val') ?? '';
    else if (name === 'rPrDefault') isDefaults = true;
    else if (name === 'rPr' && !event.isEmpty) inRun += 1;
    else if (name === 'shd' && style && inRun === 0) {
      if (isDark(shadeOf(attributes))) style.isDark = true;
    } else if (inRun > 0 && style && style.type !== 'table') readLook(style.look, name, attributes);
    else if (inRun > 0 && isDefaults) readLook(base, name, attributes);
  }
  return { styles, base };
}

/** A style with all that it is based on; a ring ends where it began. */
export function styleLook(styles: Map<string, Style>, id: string | undefined): Look {
  const chain: Look[] = [];
  const seen = new Set<string>();
  for (let at = id ?? ''; at && !seen.has(at); at = styles.get(at)?.basedOn ?? '') {
    seen.add(at);
    chain.unshift(styles.get(at)?.look ?? {});
  }
  return Object.assign({}, ...chain) as Look;
}

export const isDarkTable = (styles: Map<string, Style>, id: string | undefined): boolean => {
  const seen = new Set<string>();
  for (let at = id ?? ''; at && !seen.has(at); at = styles.get(at)?.basedOn ?? '') {
    seen.add(at);
    if (styles.get(at)?.isDark) return true;
  }
  return false;
};

const HIGHLIGHTS: Record<string, string> = {
  black: '000000',
  white: 'ffffff',
  darkblue: '00008b',
  darkcyan: '008b8b',
  darkgreen: '006400',
  darkmagenta: '800080',
  darkred: '8b0000',
  darkyellow: '808000',
  darkgray: 'a9a9a9',
  lightgray: 'd3d3d3',
  blue: '0000ff',
  cyan: '00ffff',
  green: '00ff00',
  magenta: 'ff00ff',
  red: 'ff0000',
  yellow: 'ffff00',
};

export const highlightColour = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : HIGHLIGHTS[name];

export const rgbOf = (hex: string | undefined): [number, number, number] | undefined => {
  const digits = /^(?:[0-9a-f]{2})?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(hex ?? '');
  return digits
    ? [parseInt(digits[1] ?? '', 16), parseInt(digits[2] ?? '', 16), parseInt(digits[3] ?? '', 16)]
    : undefined;
};

export const brightness = (hex: string | undefined): number | undefined => {
  const rgb = rgbOf(hex);
  return rgb && 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2];
};

export const isDark = (hex: string | undefined): boolean => (brightness(hex) ?? 255) < 70;

/** Too near to each other to be told apart. */
export const isSameColour = (a: string | undefined, b: string | undefined): boolean => {
  const [one, other] = [rgbOf(a), rgbOf(b)];
  return Boolean(
    one && other && one.every((level, i) => Math.abs(level - (other[i] as number)) <= 24),
  );
};
