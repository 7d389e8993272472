import type { PDFPageProxy } from 'unpdf/pdfjs';
import {
  apply,
  boxOf,
  cornersOf,
  IDENTITY,
  intersect,
  isFilled,
  isInside,
  isStroked,
  multiply,
  outlinesOf,
  scaleOf,
  UNIT,
  type Box,
  type Matrix,
  type Point,
} from './geometry';
import { paintOfPicture, paintOfStencil } from './pdf-pictures';
import type { PdfSheet, Rgb } from './pdf-sheet';
import { asBox, hides, NOT_SEEN, rgbOf, START, type Font, type State } from './pdf-state';
import type { Decoded } from './pixels';

export type PageSources = {
  font: (id: string) => Font | undefined;
  picture: (id: string) => Decoded | undefined;
  isLayerVisible: (properties: unknown) => boolean;
};

export type Operators = Record<string, number>;

type Glyph = { unicode: string; width: number; isSpace: boolean; vmetric?: readonly number[] };

/** Carries out the drawing operators of a page on a sheet that remembers what lies over what. */
export class PdfPageReader {
  private state: State = START;
  private readonly saved: State[] = [];
  private readonly layers: boolean[] = [];
  private text: Matrix = IDENTITY;
  private line: Matrix = IDENTITY;
  private clips = false;
  private run = 0;

  constructor(
    private readonly ops: Operators,
    private readonly sources: PageSources,
    private readonly sheet: PdfSheet,
  ) {
    const actions = this.actions();
    this.byCode = new Map(
      Object.entries(actions).map(([name, action]) => [this.ops[name] as number, action]),
    );
  }

  private readonly byCode: Map<number, (args: never) => void>;

  /** @throws TooMuchError */
  read({ fnArray, argsArray }: Awaited<ReturnType<PDFPageProxy['getOperatorList']>>): void {
    fnArray.forEach((code, i) => {
      const args: unknown = argsArray[i] ?? [];
      this.byCode.get(code)?.(args as never);
    });
  }

  private actions(): Record<string, (args: never) => void> {
    const set =
      (change: (args: readonly [never, never]) => Partial<State>) =>
      (args: never): void => {
        this.state = { ...this.state, ...change(args) };
      };
    const path =
      (how: { fill?: boolean; stroke?: boolean; evenOdd?: boolean }) =>
      (outlines: Point[][]): void => {
        if (how.fill) this.fillPath(outlines, how.evenOdd ?? false);
        if (how.stroke) this.strokePath(outlines);
      };
    const paths: Record<string, (outlines: Point[][]) => void> = {
      fill: path({ fill: true }),
      eoFill: path({ fill: true, evenOdd: true }),
      stroke: path({ stroke: true }),
      closeStroke: path({ stroke: true }),
      fillStroke: path({ fill: true, stroke: true }),
      closeFillStroke: path({ fill: true, stroke: true }),
      eoFillStroke: path({ fill: true, stroke: true, evenOdd: true }),
      closeEOFillStroke: path({ fill: true, stroke: true, evenOdd: true }),
    };
    const pathByCode = new Map(
      Object.entries(paths).map(([name, draw]) => [this.ops[name] as number, draw]),
    );
    return {
      save: () => void this.saved.push(this.state),
      restore: () => {
        this.state = this.saved.pop() ?? this.state;
      },
      transform: (m: Matrix) => this.transform(m),
      setLineWidth: set(([lineWidth]) => ({ lineWidth })),
      setFillRGBColor: set(([colour]) => ({ fill: rgbOf(colour) })),
      setStrokeRGBColor: set(([colour]) => ({ stroke: rgbOf(colour) })),
      setFillColorN: set(() => ({ fill: undefined })),
      setStrokeColorN: set(() => ({ stroke: undefined })),
      setFillTransparent: set(() => ({ fillAlpha: 0 })),
      setStrokeTransparent: set(() => ({ strokeAlpha: 0 })),
      setGState: ([entries]: readonly [readonly (readonly [string, never])[]]) => {
        for (const [key, value] of entries) this.graphics(key, value);
      },
      beginGroup: ([group]: readonly [{ smask?: unknown }]) => {
        this.saved.push(this.state);
        this.state = {
          ...this.state,
          groupAlpha: this.state.groupAlpha * this.state.fillAlpha,
          fillAlpha: 1,
          strokeAlpha: 1,
          isMask: this.state.isMask || Boolean(group?.smask),
        };
      },
      endGroup: () => {
        this.state = this.saved.pop() ?? this.state;
      },
      paintFormXObjectBegin: ([m, box]: readonly [Matrix | null, number[] | null]) => {
        this.saved.push(this.state);
        if (m) this.transform(m);
        if (box) this.clipTo(cornersOf(this.state.matrix, asBox(box)));
      },
      paintFormXObjectEnd: () => {
        this.state = this.saved.pop() ?? this.state;
      },
      beginAnnotation: ([, rect, first, second]: readonly [string, number[], Matrix, Matrix]) => {
        this.saved.push(this.state);
        this.state = START;
        if (rect) this.clipTo(cornersOf(IDENTITY, asBox(rect)));
        this.transform(first);
        this.transform(second);
      },
      endAnnotation: () => {
        this.state = this.saved.pop() ?? this.state;
      },
      beginMarkedContent: () => void this.layers.push(true),
      beginMarkedContentProps: ([tag, properties]: readonly [string, unknown]) =>
        void this.layers.push(tag !== 'OC' || this.sources.isLayerVisible(properties)),
      endMarkedContent: () => void this.layers.pop(),
      clip: () => {
        this.clips = true;
      },
      eoClip: () => {
        this.clips = true;
      },
      constructPath: ([code, [data]]: readonly [number, readonly [ArrayLike<number> | null]]) => {
        const outlines = data ? outlinesOf(data, this.state.matrix) : [];
        pathByCode.get(code)?.(outlines);
        if (this.clips) this.clipTo(outlines.flat());
        this.clips = false;
      },
      shadingFill: () => {
        if (Number.isFinite(this.state.clip.left)) this.patch(this.state.clip, undefined);
      },
      beginText: () => {
        this.text = this.line = IDENTITY;
      },
      setCharSpacing: set(([letterSpace]) => ({ letterSpace })),
      setWordSpacing: set(([wordSpace]) => ({ wordSpace })),
      setHScale: set(([percent]) => ({ stretch: percent / 100 })),
      setLeading: set(([leading]) => ({ leading })),
      setTextRise: set(([rise]) => ({ rise })),
      setTextRenderingMode: set(([mode]) => ({ mode })),
      setFont: set(([id, size]) => ({ font: this.sources.font(id) ?? {}, size })),
      setTextMatrix: (args: readonly [ArrayLike<number>] | ArrayLike<number>) => {
        const values = typeof args[0] === 'number' ? (args as ArrayLike<number>) : args[0];
        this.text = this.line = Array.from(values as ArrayLike<number>) as unknown as Matrix;
      },
      moveText: ([x, y]: readonly [number, number]) => this.moveLine(x, y),
      setLeadingMoveText: ([x, y]: readonly [number, number]) => {
        this.state = { ...this.state, leading: -y };
        this.moveLine(x, y);
      },
      nextLine: () => this.moveLine(0, -this.state.leading),
      showText: ([glyphs]: readonly [readonly (Glyph | number)[]]) => this.show(glyphs),
      paintImageXObject: ([id]: readonly [string]) =>
        this.image(this.state.matrix, this.sources.picture(id)),
      paintImageXObjectRepeat: ([id, x, y, positions]: readonly [
        string,
        number,
        number,
        ArrayLike<number>,
      ]) => {
        for (let i = 0; i + 1 < positions.length; i += 2) {
          const at: Matrix = [x, 0, 0, y, positions[i] as number, positions[i + 1] as number];
          this.image(multiply(this.state.matrix, at), this.sources.picture(id));
        }
      },
      paintInlineImageXObject: ([picture]: readonly [Decoded]) =>
        this.image(this.state.matrix, picture),
      paintInlineImageXObjectGroup: ([picture, map]: readonly [
        Decoded,
        readonly { transform: Matrix }[],
      ]) => {
        // Pieces of one sheet of pictures: where each lies is known, its pixels are not told apart.
        const { width, height } = picture;
        for (const { transform } of map) {
          this.image(multiply(this.state.matrix, transform), { width, height });
        }
      },
      paintImageMaskXObject: ([mask]: readonly [Mask]) => this.stencil(this.state.matrix, mask),
      paintImageMaskXObjectGroup: ([masks]: readonly [
        readonly (Mask & { transform: Matrix })[],
      ]) => {
        for (const mask of masks) this.stencil(multiply(this.state.matrix, mask.transform), mask);
      },
      paintImageMaskXObjectRepeat: (
        args: readonly [Mask, number, number, number, number, ArrayLike<number>],
      ) => {
        const [mask, a, b, c, d, positions] = args;
        for (let i = 0; i + 1 < positions.length; i += 2) {
          const at: Matrix = [a, b, c, d, positions[i] as number, positions[i + 1] as number];
          this.stencil(multiply(this.state.matrix, at), mask);
        }
      },
      paintSolidColorImageMask: () => {
        const corners = cornersOf(this.state.matrix, UNIT);
        this.fillPath([[...corners, corners[0] as Point]], false);
      },
    };
  }

  private transform(m: Matrix): void {
    this.state = { ...this.state, matrix: multiply(this.state.matrix, m) };
  }

  private graphics(key: string, value: never): void {
    const change: Partial<State> | undefined =
      key === 'ca'
        ? { fillAlpha: value }
        : key === 'CA'
          ? { strokeAlpha: value }
          : key === 'LW'
            ? { lineWidth: value }
            : key === 'BM'
              ? { blend: String(value) }
              : key === 'Font'
                ? { font: this.sources.font(value[0]) ?? {}, size: value[1] }
                : undefined;
    if (change) this.state = { ...this.state, ...change };
  }

  /** A clip's own shape is taken as its box: what stands outside of that is surely not seen. */
  private clipTo(points: readonly Point[]): void {
    const box = points.length > 0 ? boxOf(points) : { left: 0, bottom: 0, right: 0, top: 0 };
    this.state = { ...this.state, clip: intersect(this.state.clip, box) };
  }

  private isHidden = (): boolean => this.layers.includes(false);

  private fillPath(outlines: Point[][], isEvenOdd: boolean): void {
    const { fill, fillAlpha, clip } = this.state;
    if (outlines.length === 0 || !this.hides(fill, fillAlpha)) return;
    const box = intersect(boxOf(outlines.flat()), clip);
    const points = outlines.reduce((sum, outline) => sum + outline.length, 0);
    this.sheet.paint({
      box,
      hits: (at) => isInside(at, box) && isFilled(at, outlines, isEvenOdd),
      colourAt: () => fill,
      isPatch: points <= 12,
    });
  }

  private strokePath(outlines: Point[][]): void {
    const { stroke, strokeAlpha, clip, lineWidth, matrix } = this.state;
    const width = lineWidth * scaleOf(matrix);
    // Rules of tables and underlines are thinner than any line of text.
    if (outlines.length === 0 || width < 2 || !this.hides(stroke, strokeAlpha)) return;
    const box = intersect(boxOf(outlines.flat(), width / 2), clip);
    this.sheet.paint({
      box,
      hits: (at) => isInside(at, box) && isStroked(at, outlines, width),
      colourAt: () => stroke,
      isPatch: width >= 4 && outlines.length === 1,
    });
  }

  private patch(box: Box, colour: Rgb | undefined): void {
    if (!this.hides(colour, this.state.fillAlpha)) return;
    this.sheet.paint({
      box,
      hits: (at) => isInside(at, box),
      colourAt: () => colour,
      isPatch: true,
    });
  }

  private image(matrix: Matrix, decoded?: Decoded): void {
    const paint = this.isHidden() ? undefined : paintOfPicture(this.state, matrix, decoded);
    if (paint) this.sheet.paint(paint);
  }

  private stencil(matrix: Matrix, { data, width, height }: Mask): void {
    const { fill, fillAlpha } = this.state;
    if (!this.hides(fill, fillAlpha)) return;
    const decoded: Decoded | undefined =
      typeof data === 'string'
        ? this.sources.picture(data)
        : { width, height, ...(data ? { data } : {}) };
    const paint = paintOfStencil(this.state, matrix, decoded);
    if (paint) this.sheet.paint(paint);
  }

  private hides = (colour: Rgb | undefined, alpha: number): boolean =>
    !this.isHidden() && hides(this.state, colour, alpha);

  private moveLine(x: number, y: number): void {
    this.line = multiply(this.line, [1, 0, 0, 1, x, y]);
    this.text = this.line;
  }

  private show(glyphs: readonly (Glyph | number)[]): void {
    if (this.state.isMask) return;
    this.run += 1;
    const { font, size, letterSpace, wordSpace, rise } = this.state;
    const unit = size * (font.isType3Font ? (font.fontMatrix?.[0] ?? 0.001) : 0.001);
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        this.advance((-glyph * size) / 1000);
        continue;
      }
      const space = (glyph.isSpace ? wordSpace : 0) + letterSpace;
      const width = glyph.width * unit;
      const metric = font.vertical ? (glyph.vmetric ?? font.defaultVMetrics) : undefined;
      if (!glyph.isSpace && glyph.unicode.trim() !== '') {
        const left = metric ? -(glyph.vmetric ? (metric[1] ?? 0) * unit : width / 2) : 0;
        const base = metric ? -(metric[2] ?? 880) * unit : rise;
        this.letter(left, base, width || size / 2, font.isType3Font ? width : size);
      }
      if (metric)
        this.text = multiply(this.text, [1, 0, 0, 1, 0, (metric[0] ?? -1000) * unit - space]);
      else this.advance(width + space);
    }
  }

  private advance(by: number): void {
    const { font, stretch } = this.state;
    this.text = multiply(
      this.text,
      font.vertical ? [1, 0, 0, 1, 0, by] : [1, 0, 0, 1, by * stretch, 0],
    );
  }

  private letter(left: number, base: number, width: number, size: number): void {
    const { matrix, stretch, clip, mode, fill, stroke, fillAlpha, strokeAlpha, groupAlpha } =
      this.state;
    const whole = multiply(matrix, multiply(this.text, [stretch, 0, 0, 1, 0, 0]));
    const points = [0.05, 0.3, 0.6].flatMap((row) =>
      [0.2, 0.5, 0.8].map((column) => apply(whole, [left + column * width, base + row * size])),
    );
    if (!points.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))) return;
    // Modes: 0 fill, 1 stroke, 2 both, 3 neither, and the same again as a clip.
    const shown = mode & 3;
    const isFilledIn = (shown === 0 || shown === 2) && fillAlpha * groupAlpha >= NOT_SEEN;
    const isOutlined = (shown === 1 || shown === 2) && strokeAlpha * groupAlpha >= NOT_SEEN;
    this.sheet.write({
      points,
      colours: [...(isFilledIn ? [fill] : []), ...(isOutlined ? [stroke] : [])],
      size: Math.abs(size) * scaleOf(whole),
      isInvisible: !isFilledIn && !isOutlined,
      isLayerHidden: this.isHidden(),
      isCutOff: !isInside(points[4] as Point, clip),
      run: this.run,
    });
  }
}

type Mask = { width: number; height: number; data?: string | Uint8Array | Uint8ClampedArray };
