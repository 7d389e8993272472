import { brightness } from './docx-styles';
import type { Tally } from './findings';
import { attribute, attributesOf, type XmlEvent } from './xml-events';

type Shape = {
  /** Six digits of its fill, `unknown` for a theme's colour or a pattern, undefined for none. */
  fill: string | undefined;
  hasText: boolean;
  isDecided: boolean;
  isLine: boolean;
};

/** Drawn shapes of one part: those that are black or white and say nothing cover what lies below. */
export class Shapes {
  private readonly open: Shape[] = [];
  private inLine = 0;
  private inProperties = 0;

  constructor(
    private readonly place: string,
    private readonly tally: Tally,
  ) {}

  take(event: XmlEvent): void {
    if (event.type === 'close') {
      if (SHAPES.has(event.name)) this.close();
      if (event.name === 'ln') this.inLine -= 1;
      if (event.name === 'spPr') this.inProperties -= 1;
      return;
    }
    if (event.type !== 'open') return;
    const { name, attributes, isEmpty } = event;
    if (SHAPES.has(name)) {
      this.open.push({
        fill: vmlFill(name, attributes),
        hasText: false,
        isDecided: false,
        isLine: false,
      });
      if (isEmpty) this.close();
    }
    if (name === 'ln' && !isEmpty) this.inLine += 1;
    if (name === 'spPr' && !isEmpty) this.inProperties += 1;
    if (name === 'srcRect') this.crop(attributes);
    const shape = this.open.at(-1);
    if (!shape || this.inLine > 0 || this.inProperties <= 0) return;
    if (name === 'prstGeom')
      shape.isLine = /line|connector/iu.test(attribute(attributes, 'prst') ?? '');
    if (shape.isDecided) return;
    if (name === 'srgbClr') this.decide(shape, attribute(attributes, 'val')?.toLowerCase());
    else if (name === 'schemeClr') this.decide(shape, schemeColour(attribute(attributes, 'val')));
    else if (name === 'sysClr') this.decide(shape, attribute(attributes, 'lastClr')?.toLowerCase());
    else if (name === 'prstClr') this.decide(shape, PRESET[attribute(attributes, 'val') ?? '']);
    else if (name === 'gradFill' || name === 'blipFill' || name === 'pattFill')
      this.decide(shape, 'unknown');
    else if (name === 'noFill') this.decide(shape, undefined);
    else if (name === 'alpha' && Number(attribute(attributes, 'val')) < 75_000)
      shape.fill = undefined;
  }

  hasText(): void {
    for (const shape of this.open) shape.hasText = true;
  }

  /** What words that come now stand on: a colour, `unknown`, or undefined for the page itself. */
  ground(): string | undefined {
    const shape = this.open.at(-1);
    return shape && (shape.fill ?? 'unknown');
  }

  finish(): void {
    while (this.open.length > 0) this.close();
  }

  private decide(shape: Shape, fill: string | undefined): void {
    shape.fill = fill ?? (shape.isDecided ? shape.fill : undefined);
    shape.isDecided = true;
  }

  private close(): void {
    const shape = this.open.pop();
    if (!shape || shape.hasText || shape.isLine) return;
    const level = brightness(shape.fill);
    if (level !== undefined && (level < 70 || level > 240)) {
      this.tally.add('office-cover-shape', this.place);
    }
  }

  /** What lies outside of the frame of a cropped picture is still in the file. */
  private crop(attributes: string): void {
    const sides = attributesOf(attributes);
    const isCropped = ['l', 't', 'r', 'b'].some((side) => Number(sides.get(side) ?? 0) > 500);
    if (isCropped) this.tally.add('office-cropped-picture', this.place);
  }
}

/** DrawingML's shapes, and those of VML, which older files and WPS write. */
const SHAPES = new Set(['wsp', 'sp', 'rect', 'roundrect', 'oval', 'shape']);
const PRESET: Record<string, string> = { black: '000000', white: 'ffffff' };

const schemeColour = (name: string | undefined): string =>
  /^(?:tx1|dk1)$/u.test(name ?? '')
    ? '000000'
    : /^(?:bg1|lt1)$/u.test(name ?? '')
      ? 'ffffff'
      : 'unknown';

function vmlFill(name: string, attributes: string): string | undefined {
  if (name === 'wsp' || name === 'sp') return undefined;
  const found = attributesOf(attributes);
  if (/^(?:f|false)$/u.test(found.get('filled') ?? '')) return undefined;
  const colour = (found.get('fillcolor') ?? '').replace(/\s.*$/u, '').toLowerCase();
  if (colour === '') return undefined;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/u.exec(colour);
  if (short)
    return short
      .slice(1)
      .map((digit) => digit + digit)
      .join('');
  return /^#[0-9a-f]{6}$/u.test(colour) ? colour.slice(1) : (PRESET[colour] ?? 'unknown');
}
