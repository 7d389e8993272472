import {
  highlightColour,
  isDark,
  isDarkTable,
  isSameColour,
  readLook,
  readStyles,
  shadeOf,
  styleLook,
  type Look,
} from './docx-styles';
import { Tally } from './findings';
import { xmlOf, type OfficePackage } from './office-package';
import { Shapes } from './office-shapes';
import { attribute, decodeEntities, xmlEvents, type XmlEvent } from './xml-events';

/** Parts of a document that hold words, and how the reader knows them. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\d*\.xml$/u, 'body'],
  [/^word\/header\d*\.xml$/u, 'header'],
  [/^word\/footer\d*\.xml$/u, 'footer'],
  [/^word\/footnotes\d*\.xml$/u, 'footnotes'],
  [/^word\/endnotes\d*\.xml$/u, 'endnotes'],
  [/^word\/glossary\/document\.xml$/u, 'building-blocks'],
  [/^word\/(?:charts|diagrams)\/[^/]+\.xml$/u, 'drawings'],
];

/** Each is a change that somebody made and nobody took or refused. */
const CHANGES =
  /^(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|numberingChange|(?:r|p|sect|tbl|tc|tr|tblGrid|tblPrEx)(?:Pr)?Change|tblPrExChange|customXml(?:Ins|Del|MoveFrom|MoveTo)RangeStart)$/u;

export function inspectDocx(parts: OfficePackage, tally: Tally): void {
  const { styles, base } = readStyles(parts);
  for (const name of parts.keys()) {
    const place = PLACES.find(([path]) => path.test(name))?.[1];
    if (place) new DocxReader(styles, base, place, tally).read(xmlOf(parts, name));
  }
}

/** Parts of a document whose words a reader of the file meets in the text itself. */
export const TEXT_PART = /^word\/(?:document\d*|footnotes\d*|endnotes\d*)\.xml$/u;

/**
 * The XML of a part without the words that nobody sees who opens the file: hidden ones, those in the
 * colour of their ground, and what is too small to be read.
 *
 * @param parts the package, of which only the styles are asked for
 * @returns it, and how many letters were left out
 */
export function withoutHiddenText(
  xml: string,
  parts: OfficePackage,
): { xml: string; letters: number } {
  const { styles, base } = readStyles(parts);
  const reader = new DocxReader(styles, base, 'body', new Tally());
  reader.read(xml);
  let kept = '';
  let letters = 0;
  let from = 0;
  for (const hidden of reader.hidden) {
    kept += xml.slice(from, hidden.from);
    letters += hidden.count;
    from = hidden.to;
  }
  return { xml: kept + xml.slice(from), letters };
}

type Open = {
  name: string;
  shade?: string | undefined;
  tableStyle?: string | undefined;
  /** A row of a table too low to show a letter. */
  isFlat?: boolean;
};

/** Twentieths of a point. A row or a line that is held to less shows no letter. */
const LEAST_HEIGHT = 40;

/** Whether a height is fixed, and to nothing that could be read: it grows with its words otherwise. */
const isFlat = (attributes: string, height: string, rule: string): boolean =>
  attribute(attributes, rule) === 'exact' &&
  Number(attribute(attributes, height) ?? LEAST_HEIGHT) < LEAST_HEIGHT;

class DocxReader {
  /** Where words stand that can't be seen, in the order of the text. */
  readonly hidden: { from: number; to: number; count: number }[] = [];
  private readonly open: Open[] = [];
  private readonly shapes: Shapes;
  private paragraphStyle: string | undefined;
  private paragraphShade: string | undefined;
  private isFlatLine = false;
  private runStyle: string | undefined;
  private direct: Look = {};
  private changes = 0;

  constructor(
    private readonly styles: ReturnType<typeof readStyles>['styles'],
    private readonly base: Look,
    private readonly place: string,
    private readonly tally: Tally,
  ) {
    this.shapes = new Shapes(place, tally);
  }

  read(xml: string): void {
    for (const event of xmlEvents(xml)) {
      this.shapes.take(event);
      if (event.type === 'open') this.begin(event);
      else if (event.type === 'close') this.end(event.name);
      else this.letters(event);
    }
    this.shapes.finish();
    this.tally.add('office-changes', this.place, this.changes);
  }

  private begin(event: XmlEvent & { type: 'open' }): void {
    const { name, attributes } = event;
    if (CHANGES.test(name)) this.changes += 1;
    if (name === 'altChunk' || name === 'subDoc') this.tally.add('office-embedded', this.place);
    if (name === 'p') {
      this.paragraphStyle = this.paragraphShade = undefined;
      this.isFlatLine = false;
    } else if (name === 'r') {
      this.direct = {};
      this.runStyle = undefined;
    } else if (name === 'pStyle') this.paragraphStyle = attribute(attributes, 'val');
    else if (name === 'rStyle') this.runStyle = attribute(attributes, 'val');
    else if (name === 'tblStyle') this.set('tbl', { tableStyle: attribute(attributes, 'val') });
    else if (name === 'shd') this.shade(attributes);
    else if (name === 'trHeight') this.set('tr', { isFlat: isFlat(attributes, 'val', 'hRule') });
    else if (name === 'spacing' && this.open.at(-1)?.name === 'pPr')
      this.isFlatLine = isFlat(attributes, 'line', 'lineRule');
    else if (this.isIn('rPr') && this.isIn('r')) readLook(this.direct, name, attributes);
    if (!event.isEmpty) this.open.push({ name });
  }

  private shade(attributes: string): void {
    const parent = this.open.at(-1)?.name;
    if (parent === 'rPr' && this.isIn('r')) readLook(this.direct, 'shd', attributes);
    else if (parent === 'pPr') this.paragraphShade = shadeOf(attributes);
    else if (parent === 'tcPr') this.set('tc', { shade: shadeOf(attributes) });
    else if (parent === 'tblPr') this.set('tbl', { shade: shadeOf(attributes) });
  }

  private end(name: string): void {
    const at = this.open.findLastIndex((one) => one.name === name);
    if (at >= 0) this.open.length = at;
  }

  private letters({ text, from, to }: XmlEvent & { type: 'text' }): void {
    const parent = this.open.at(-1)?.name;
    if (parent !== 't' && parent !== 'delText') return;
    const count = decodeEntities(text).replace(/\s/gu, '').length;
    if (count === 0) return;
    this.shapes.hasText();
    if (parent === 'delText') return;
    // Words inside of a shape stand on it, not on the page.
    const shape = this.shapes.ground();
    const look: Look = {
      ...this.base,
      ...styleLook(this.styles, this.paragraphStyle),
      ...styleLook(this.styles, this.runStyle),
      ...this.direct,
    };
    const isLow = this.isFlatLine || this.open.some((one) => one.isFlat);
    if (look.isHidden || isLow || (look.size !== undefined && look.size <= 2)) {
      this.hide('docx-hidden-text', count, from, to);
      return;
    }
    const ground = this.groundOf(look, shape);
    if (!ground) return;
    const isAuto = look.colour === undefined || look.colour === 'auto' || look.colour === '';
    // Word turns automatic letters white on dark shading, but not on a highlight.
    const isLost = isAuto
      ? ground.isHighlight && isDark(ground.colour)
      : isSameColour(look.colour, ground.colour) || (isDark(look.colour) && isDark(ground.colour));
    if (isLost) {
      const isBlack = isDark(ground.colour);
      this.hide(isBlack ? 'docx-blackened-text' : 'docx-hidden-text', count, from, to);
    } else if (isAuto && isDark(look.shade)) {
      this.hide('docx-blackened-text', count, from, to);
    }
  }

  private hide(
    key: 'docx-hidden-text' | 'docx-blackened-text',
    count: number,
    from: number,
    to: number,
  ): void {
    this.tally.add(key, this.place, count);
    this.hidden.push({ from, to, count });
  }

  /** What the letters stand on; undefined where a shape or the style of a table decides. */
  private groundOf(
    look: Look,
    shape: string | 'unknown' | undefined,
  ): { colour: string; isHighlight: boolean } | undefined {
    const highlight = highlightColour(look.highlight);
    if (highlight) return { colour: highlight, isHighlight: true };
    const shades = [
      look.shade,
      this.paragraphShade,
      ...this.open.toReversed().map(({ shade }) => shade),
      shape,
    ];
    const shade = shades.find((one) => one !== undefined && one !== 'auto' && one !== '');
    if (shade === 'unknown') return undefined;
    if (shade) return { colour: shade, isHighlight: false };
    const isInDarkTable = this.open.some(({ tableStyle }) => isDarkTable(this.styles, tableStyle));
    return isInDarkTable ? undefined : { colour: 'ffffff', isHighlight: false };
  }

  private isIn = (name: string): boolean => {
    for (let i = this.open.length - 1; i >= 0; i -= 1) {
      if (this.open[i]?.name === name) return true;
      if (this.open[i]?.name === 'p') return false;
    }
    return false;
  };

  private set(name: string, values: Omit<Open, 'name'>): void {
    const at = this.open.findLastIndex((one) => one.name === name);
    if (at >= 0) this.open[at] = { ...(this.open[at] as Open), ...values };
  }
}
