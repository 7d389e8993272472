import { brightness } from './docx-styles';
import type { Tally } from './findings';
import { relationsOf, xmlOf, type OfficePackage } from './office-package';
import { attribute, attributesOf, xmlEvents, type XmlEvent } from './xml-events';

export function inspectPptx(parts: OfficePackage, tally: Tally): void {
  const relations = new Map(
    relationsOf(parts, 'ppt/presentation.xml').map((one) => [one.id, one.target]),
  );
  let size = { width: 12_192_000, height: 6_858_000 };
  const slides: string[] = [];
  for (const event of xmlEvents(xmlOf(parts, 'ppt/presentation.xml'))) {
    if (event.type !== 'open') continue;
    const found = attributesOf(event.attributes);
    if (event.name === 'sldSz') {
      size = { width: Number(found.get('cx')), height: Number(found.get('cy')) };
    }
    // Its own `id` is a number, that of the relation is the last of the two names.
    if (event.name === 'sldId') slides.push(relations.get(relationId(event.attributes)) ?? '');
  }
  slides.forEach((name, at) => {
    const place = String(at + 1);
    new SlideReader(size, place, tally).read(xmlOf(parts, name));
    for (const { type, target } of relationsOf(parts, name)) {
      if (type === 'notesSlide') tally.add('pptx-notes', place, notesOf(xmlOf(parts, target)));
    }
  });
}

const relationId = (attributes: string): string =>
  /\w+:id\s*=\s*["']([^"']*)/u.exec(attributes)?.[1] ?? '';

/** Letters of a speaker's notes; the number of the page is a field and not counted. */
function notesOf(xml: string): number {
  let count = 0;
  let isField = false;
  let isText = false;
  for (const event of xmlEvents(xml)) {
    if (event.type === 'text') {
      if (isText && !isField) count += event.text.replace(/\s/gu, '').length;
      continue;
    }
    if (event.name === 'fld') isField = event.type === 'open';
    if (event.name === 't') isText = event.type === 'open';
  }
  return count;
}

type Frame = { left: number; top: number; right: number; bottom: number };
type Drawn = {
  frame: Frame | undefined;
  fill: string | undefined;
  hasText: boolean;
  isPicture: boolean;
};
type Space = { x: number; y: number; scaleX: number; scaleY: number };

const DRAWN = new Set(['sp', 'pic', 'graphicFrame']);

class SlideReader {
  private readonly done: Drawn[] = [];
  private readonly spaces: Space[] = [{ x: 0, y: 0, scaleX: 1, scaleY: 1 }];
  private readonly open: string[] = [];
  private drawn: Drawn | undefined;
  private off = { x: 0, y: 0 };
  private group: Record<string, number> = {};

  constructor(
    private readonly slide: { width: number; height: number },
    private readonly place: string,
    private readonly tally: Tally,
  ) {}

  read(xml: string): void {
    for (const event of xmlEvents(xml)) {
      if (event.type === 'open') this.begin(event);
      else if (event.type === 'close') this.end(event.name);
      else if (this.drawn && this.open.at(-1) === 't' && event.text.trim() !== '') {
        this.drawn.hasText = true;
      }
    }
    this.judge();
  }

  private begin({ name, attributes, isEmpty }: XmlEvent & { type: 'open' }): void {
    const found = (key: string): number => Number(attribute(attributes, key) ?? 0);
    if (name === 'sld' && attribute(attributes, 'show') === '0') {
      this.tally.add('pptx-hidden-slide', this.place);
    }
    if (name === 'cNvPr' && attribute(attributes, 'hidden') === '1') {
      this.tally.add('pptx-hidden-shape', this.place);
    }
    if (name === 'srcRect' && ['l', 't', 'r', 'b'].some((side) => found(side) > 500)) {
      this.tally.add('office-cropped-picture', this.place);
    }
    const isGroup = this.open.at(-2) === 'grpSpPr';
    if (name === 'grpSp') this.group = {};
    else if (DRAWN.has(name)) {
      this.drawn = { frame: undefined, fill: undefined, hasText: false, isPicture: name === 'pic' };
    } else if (name === 'off') {
      this.off = { x: found('x'), y: found('y') };
      if (isGroup) this.group = { ...this.group, x: this.off.x, y: this.off.y };
    } else if (name === 'ext' && attributes.includes('cx')) {
      if (isGroup) this.group = { ...this.group, cx: found('cx'), cy: found('cy') };
      else if (this.drawn && !this.drawn.frame)
        this.drawn.frame = this.frame(found('cx'), found('cy'));
    } else if (name === 'chOff') this.group = { ...this.group, chX: found('x'), chY: found('y') };
    else if (name === 'chExt') this.enter(found('cx'), found('cy'));
    else if (this.drawn && this.open.at(-1) === 'solidFill' && this.open.at(-2) === 'spPr') {
      this.drawn.fill =
        name === 'srgbClr'
          ? attribute(attributes, 'val')
          : name === 'schemeClr'
            ? (SCHEME[attribute(attributes, 'val') ?? ''] ?? '808080')
            : (attribute(attributes, 'lastClr') ?? '808080');
    } else if (
      name === 'alpha' &&
      this.drawn &&
      this.open.includes('spPr') &&
      found('val') < 75_000
    ) {
      this.drawn.fill = undefined;
    }
    if (!isEmpty) this.open.push(name);
  }

  private end(name: string): void {
    const at = this.open.lastIndexOf(name);
    if (at >= 0) this.open.length = at;
    if (DRAWN.has(name) && this.drawn) {
      this.done.push(this.drawn);
      this.drawn = undefined;
    }
    if (name === 'grpSp' && this.spaces.length > 1) this.spaces.pop();
  }

  /** Shapes of a group are measured in the group's own units. */
  private enter(width: number, height: number): void {
    const { x = 0, y = 0, cx = 0, cy = 0, chX = 0, chY = 0 } = this.group;
    // The tree of shapes is a group as well, of the slide's own units.
    if (!this.open.includes('grpSp')) return;
    const outer = this.spaces.at(-1) as Space;
    const scaleX = width > 0 ? cx / width : 1;
    const scaleY = height > 0 ? cy / height : 1;
    this.spaces.push({
      x: outer.x + (x - chX * scaleX) * outer.scaleX,
      y: outer.y + (y - chY * scaleY) * outer.scaleY,
      scaleX: outer.scaleX * scaleX,
      scaleY: outer.scaleY * scaleY,
    });
  }

  private frame(width: number, height: number): Frame {
    const { x, y, scaleX, scaleY } = this.spaces.at(-1) as Space;
    const left = x + this.off.x * scaleX;
    const top = y + this.off.y * scaleY;
    return { left, top, right: left + width * scaleX, bottom: top + height * scaleY };
  }

  private judge(): void {
    const { width, height } = this.slide;
    this.done.forEach((one, at) => {
      const { frame } = one;
      if (!frame) return;
      const isOff =
        frame.right <= 0 || frame.bottom <= 0 || frame.left >= width || frame.top >= height;
      if (isOff && (one.hasText || one.isPicture)) this.tally.add('pptx-off-slide', this.place);
      const isCover = one.fill !== undefined && brightness(one.fill) !== undefined && !one.hasText;
      if (!isCover) return;
      // A panel has words on it; what is bare and lies over words or a picture covers them.
      const isPanel = this.done
        .slice(at + 1)
        .some((later) => later.hasText && isMostlyIn(later.frame, frame));
      const hides = this.done
        .slice(0, at)
        .some((below) => (below.hasText || below.isPicture) && touches(below.frame, frame));
      if (hides && !isPanel) this.tally.add('office-cover-shape', this.place);
    });
  }
}

const SCHEME: Record<string, string> = {
  tx1: '000000',
  dk1: '000000',
  bg1: 'ffffff',
  lt1: 'ffffff',
};

const touches = (a: Frame | undefined, b: Frame): boolean =>
  a !== undefined &&
  Math.min(a.right, b.right) > Math.max(a.left, b.left) &&
  Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top);

const isMostlyIn = (inner: Frame | undefined, outer: Frame): boolean =>
  inner !== undefined &&
  (inner.left + inner.right) / 2 > outer.left &&
  (inner.left + inner.right) / 2 < outer.right &&
  (inner.top + inner.bottom) / 2 > outer.top &&
  (inner.top + inner.bottom) / 2 < outer.bottom;
