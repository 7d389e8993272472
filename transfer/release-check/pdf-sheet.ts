import { found, Tally, type ReleaseFinding, type ReleaseKey } from './findings';
import { areaOf, boxOf, isInside, overlaps, type Box, type Matrix, type Point } from './geometry';
import { luminance, pixelAt, type Decoded, type Rgba } from './pixels';

export type Rgb = readonly [number, number, number];

/** Something opaque that was painted on the page. */
export type Paint = {
  box: Box;
  hits: (at: Point) => boolean;
  /** Undefined where it isn't known, as for a pattern. */
  colourAt: (at: Point) => Rgb | undefined;
  picture?: { decoded: Decoded; toUnit: Matrix };
  /** A plain patch, as a box or a thick line is, and not a letter or a drawing. */
  isPatch: boolean;
};

export type Letter = {
  /** Three rows of three inside of the letter, its middle fifth. */
  points: readonly Point[];
  colours: readonly (Rgb | undefined)[];
  /** Height of the type in points. */
  size: number;
  isInvisible: boolean;
  isLayerHidden: boolean;
  isCutOff: boolean;
  /** The letters that were drawn at once have one number. */
  run: number;
};

type Laid = Letter & {
  box: Box;
  under: Paint | undefined;
  isSameColour: boolean;
  covered: number;
  coveredByPicture: number;
  pictureOver: Paint | undefined;
};

type Stood = Paint & { hasTextOn: boolean };

/** Seven of nine points: a rule through or under the words leaves them readable. */
const MOST = 7;
/** Of 255, for each of red, green and blue: nobody sees such a difference. */
const NO_CONTRAST = 24;
const TINY = 1.2;

export class TooMuchError extends Error {
  override name = 'TooMuchError';
}

/** One page as it comes about, what lies over what. It never keeps the words themselves. */
export class PdfSheet {
  private readonly letters: Laid[] = [];
  private readonly paints: Stood[] = [];
  private comparisons = 0;

  constructor(
    private readonly view: Box,
    private readonly mostComparisons = 300_000_000,
  ) {}

  /** @throws TooMuchError */
  write(letter: Letter): void {
    const middle = letter.points[4] as Point;
    const isSeen = !letter.isInvisible && !letter.isLayerHidden;
    let under: Stood | undefined;
    this.count(this.paints.length);
    for (let i = this.paints.length - 1; i >= 0; i -= 1) {
      const paint = this.paints[i] as Stood;
      if (!isInside(middle, paint.box) || !paint.hits(middle)) continue;
      under ??= paint;
      if (isSeen) paint.hasTextOn = true;
    }
    this.letters.push({
      ...letter,
      box: boxOf(letter.points),
      under,
      isSameColour: letter.colours.every((colour) => isLost(colour, letter.points, under)),
      covered: 0,
      coveredByPicture: 0,
      pictureOver: undefined,
    });
  }

  /** @throws TooMuchError */
  paint(paint: Paint): void {
    this.count(this.letters.length);
    for (const letter of this.letters) {
      if (!overlaps(letter.box, paint.box)) continue;
      letter.points.forEach((point, i) => {
        if (!isInside(point, paint.box) || !paint.hits(point)) return;
        if (paint.picture) {
          letter.coveredByPicture |= 1 << i;
          letter.pictureOver = paint;
        } else letter.covered |= 1 << i;
      });
    }
    this.paints.push({ ...paint, hasTextOn: false });
  }

  findings(place: string): ReleaseFinding[] {
    const tally = new Tally();
    const runs = new Map<number, { letters: number; blank: number }>();
    for (const letter of this.letters) {
      const key = this.judge(letter);
      if (key === 'pdf-scan-text') {
        const run = runs.get(letter.run) ?? { letters: 0, blank: 0 };
        runs.set(letter.run, run);
        run.letters += 1;
        if (look(letter) === 'blank') run.blank += 1;
      } else if (key) tally.add(key, place);
    }
    // One letter that finds no ink was read askew; a whole run was painted over in white.
    for (const { letters, blank } of runs.values()) {
      const isWhitened = letters >= 3 && blank === letters;
      tally.add(isWhitened ? 'pdf-text-under-scan-mark' : 'pdf-scan-text', place, letters);
    }
    const covers = this.coversOverPictures();
    return [
      ...tally.findings(),
      ...(covers > 0 ? [found('pdf-covered-picture', place, { count: covers })] : []),
    ];
  }

  private judge(letter: Laid): ReleaseKey | undefined {
    if (letter.isLayerHidden) return 'pdf-hidden-layer';
    if (letter.isCutOff || !isInside(letter.points[4] as Point, this.view)) {
      return 'pdf-text-off-page';
    }
    if (bits(letter.covered) >= MOST) return 'pdf-covered-text';
    const isUnderPicture = bits(letter.coveredByPicture) >= MOST;
    if (isUnderPicture || letter.isInvisible) {
      const picture = isUnderPicture ? letter.pictureOver : letter.under;
      if (!picture?.picture) return 'pdf-invisible-text';
      // Text below a small picture was hidden; below a whole page it is the reading of a scan.
      const isScan = areaOf(picture.box) >= areaOf(this.view) / 2;
      if (!letter.isInvisible && !isScan) return 'pdf-text-under-picture';
      if (!picture.picture.decoded.data) return 'pdf-scan-unchecked';
      return look(letter) === 'dark' ? 'pdf-text-under-scan-mark' : 'pdf-scan-text';
    }
    if (bits(letter.covered | letter.coveredByPicture) >= MOST) return 'pdf-covered-text';
    if (letter.size < TINY) return 'pdf-tiny-text';
    return letter.isSameColour ? 'pdf-same-colour' : undefined;
  }

  /** Black or white patches on a picture: the picture below is whole. Panels with words are design. */
  private coversOverPictures(): number {
    const pageArea = areaOf(this.view);
    let covers = 0;
    const pictures: Stood[] = [];
    for (const paint of this.paints) {
      const area = areaOf(paint.box);
      const middle: Point = [
        (paint.box.left + paint.box.right) / 2,
        (paint.box.bottom + paint.box.top) / 2,
      ];
      const colour = paint.colourAt(middle);
      const isBlackOrWhite = colour && (luminance(colour) < 70 || luminance(colour) > 240);
      if (paint.isPatch && isBlackOrWhite && !paint.hasTextOn && area >= 12) {
        this.count(pictures.length);
        const isOver = pictures.some(
          ({ box }) => isInside(middle, box) && area < areaOf(box) * 0.9,
        );
        if (isOver) covers += 1;
      }
      if (paint.picture && area >= pageArea * 0.01) pictures.push(paint);
    }
    return covers;
  }

  private count(comparisons: number): void {
    this.comparisons += comparisons;
    if (this.comparisons > this.mostComparisons) throw new TooMuchError();
  }
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count += 1;
  return count;
}

const PAPER: Rgb = [255, 255, 255];

const isNear = (a: Rgb | Rgba, b: Rgb | Rgba): boolean =>
  [0, 1, 2].every((i) => Math.abs((a[i] as number) - (b[i] as number)) <= NO_CONTRAST);

/** Whether letters of this colour can't be told from what they stand on. */
function isLost(colour: Rgb | undefined, points: readonly Point[], under: Paint | undefined) {
  if (!colour) return false;
  if (!under) return isNear(colour, PAPER);
  return points.every((point) => {
    const ground = under.hits(point) ? under.colourAt(point) : under.colourAt(points[4] as Point);
    return ground !== undefined && isNear(colour, ground);
  });
}

const STEPS = 9;

/** What the picture shows where the letter stands: solid dark, nothing at all, or something. */
function look(letter: Laid): 'dark' | 'blank' | 'ink' {
  const { picture } = (letter.pictureOver ?? letter.under) as Paint;
  if (!picture) return 'ink';
  const { left, right, bottom, top } = letter.box;
  let least = 255;
  let most = 0;
  for (let row = 0; row < STEPS; row += 1) {
    for (let column = 0; column < STEPS; column += 1) {
      const at: Point = [
        left + ((right - left) * column) / (STEPS - 1),
        bottom + ((top - bottom) * row) / (STEPS - 1),
      ];
      const pixel = pixelAt(picture.decoded, picture.toUnit, at);
      if (!pixel) continue;
      const level = luminance(pixel);
      if (level < least) least = level;
      if (level > most) most = level;
    }
  }
  if (most < 100) return 'dark';
  return least > 190 && most - least < 40 ? 'blank' : 'ink';
}
