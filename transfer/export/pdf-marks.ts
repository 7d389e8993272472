import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

/** A line of text as it stands on a page: where each letter begins, in millimetres from the top left. */
export type TextMark = {
  kind: 'text';
  /** The name of the face in the PDF, without the mark of its subset: NotoSerifSC-Regular. */
  font: string;
  /** Millimetres. */
  size: number;
  color: string;
  y: number;
  letters: { text: string; x: number }[];
};

/** A straight line. */
export type LineMark = {
  kind: 'line';
  width: number;
  color: string;
  from: [number, number];
  to: [number, number];
};

export type PageMarks = { width: number; height: number; marks: (TextMark | LineMark)[] };

const MM = 25.4 / 72;

/**
 * What stands where on the pages of a PDF of ours. It reads what the typesetter writes (letters and
 * straight lines), not any PDF there is.
 */
export async function* marksOf(pdf: Uint8Array): AsyncGenerator<PageMarks> {
  const { OPS } = await pdfjs();
  const document = await getDocumentProxy(pdf);
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { fnArray, argsArray } = await page.getOperatorList();
      const [left, bottom, right, top] = page.view as [number, number, number, number];
      const reader = new Reader([1, 0, 0, -1, -left, top], (id) => nameOf(page.commonObjs.get(id)));
      fnArray.forEach((operation, i) => {
        const args = (argsArray[i] ?? []) as readonly unknown[];
        switch (operation) {
          case OPS.save:
            return reader.save();
          case OPS.restore:
            return reader.restore();
          case OPS.transform:
            return reader.transform(args as readonly number[]);
          case OPS.setFillRGBColor:
            return reader.set({ fill: String(args[0]) });
          case OPS.setStrokeRGBColor:
            return reader.set({ stroke: String(args[0]) });
          case OPS.setLineWidth:
            return reader.set({ width: Number(args[0]) });
          case OPS.setFont:
            return reader.set({ font: String(args[0]), size: Number(args[1]) });
          case OPS.setTextMatrix:
            return reader.moveTo(Object.values(args[0] as Matrix) as Matrix);
          case OPS.showText:
            return reader.show(args[0] as readonly (Glyph | number)[]);
          case OPS.constructPath:
            return reader.path(args);
        }
      });
      yield { width: (right - left) * MM, height: (top - bottom) * MM, marks: reader.marks };
      page.cleanup();
    }
  } finally {
    await document.loadingTask.destroy();
  }
}

type Matrix = [number, number, number, number, number, number];
type Glyph = { unicode: string; width: number };
type State = {
  matrix: Matrix;
  fill: string;
  stroke: string;
  width: number;
  font: string;
  size: number;
};

/** pdf.js asks for a function that Node has from version 21 on. */
export async function pdfjs() {
  const prototype = ArrayBuffer.prototype as {
    transferToFixedLength?: (length?: number) => ArrayBuffer;
  };
  prototype.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
    const copy = new ArrayBuffer(length);
    new Uint8Array(copy).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
    return copy;
  };
  return getResolvedPDFJS();
}

class Reader {
  readonly marks: PageMarks['marks'] = [];
  private readonly saved: State[] = [];
  private state: State;
  private text: Matrix = [1, 0, 0, 1, 0, 0];

  constructor(
    matrix: Matrix,
    private readonly fontName: (id: string) => string,
  ) {
    this.state = { matrix, fill: '#000000', stroke: '#000000', width: 1, font: '', size: 0 };
  }

  save(): void {
    this.saved.push({ ...this.state });
  }

  restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  set(change: Partial<State>): void {
    Object.assign(this.state, change);
  }

  transform(matrix: readonly number[]): void {
    this.state.matrix = times(this.state.matrix, matrix as Matrix);
  }

  moveTo(matrix: Matrix): void {
    this.text = matrix;
  }

  /** Numbers between the glyphs take thousandths of the size away from the way to the next one. */
  show(items: readonly (Glyph | number)[]): void {
    const { size, fill, font } = this.state;
    const letters: TextMark['letters'] = [];
    let along = 0;
    const matrix = times(this.state.matrix, this.text);
    for (const item of items) {
      if (typeof item === 'number') {
        along -= (item / 1000) * size;
        continue;
      }
      const step = (item.width / 1000) * size;
      const characters = [...item.unicode];
      characters.forEach((text, i) => {
        const [x] = at(matrix, along + (step * i) / characters.length, 0);
        letters.push({ text, x: x * MM });
      });
      along += step;
    }
    const [, y] = at(matrix, 0, 0);
    if (letters.length === 0) return;
    this.marks.push({
      kind: 'text',
      font: this.fontName(font),
      size: size * MM,
      color: fill,
      y: y * MM,
      letters,
    });
  }

  /** 0 x y: begin; 1 x y: a line to. Closed and curved paths are not among what is written. */
  path(args: readonly unknown[]): void {
    const [data] = (args[1] ?? []) as [Record<number, number>?];
    const steps = Object.values(data ?? {});
    let from: [number, number] = [0, 0];
    for (let i = 0; i + 2 < steps.length; i += 3) {
      const [kind, x, y] = steps.slice(i, i + 3) as [number, number, number];
      if (kind !== 0 && kind !== 1) return;
      const to = at(this.state.matrix, x, y).map((value) => value * MM) as [number, number];
      if (kind === 1) {
        const { stroke, width } = this.state;
        this.marks.push({ kind: 'line', width: width * MM, color: stroke, from, to });
      }
      from = to;
    }
  }
}

const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];

const at = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

const nameOf = (font: unknown): string =>
  String((font as { name?: unknown }).name ?? '').replace(/^[A-Z]{6}\+/u, '');
