import {
  apply,
  boxOf,
  cornersOf,
  intersect,
  invert,
  isInside,
  UNIT,
  type Box,
  type Matrix,
  type Point,
} from './geometry';
import type { Paint, Rgb } from './pdf-sheet';
import { OPAQUE, type State } from './pdf-state';
import { isStencilled, luminance, pixelAt, type Decoded } from './pixels';

const UNKNOWN: Decoded = { width: 0, height: 0 };

/**
 * A picture as something that hides what lies below, or undefined for one that hides nothing.
 *
 * @param matrix from the unit square to the page
 * @param decoded its pixels; without them all of it is taken to be opaque
 */
export function paintOfPicture(
  { clip, fillAlpha, groupAlpha, blend, isMask }: State,
  matrix: Matrix,
  decoded: Decoded = UNKNOWN,
): Paint | undefined {
  const toUnit = invert(matrix);
  if (!toUnit || isMask || fillAlpha * groupAlpha < OPAQUE) return undefined;
  const box = intersect(boxOf(cornersOf(matrix, UNIT)), clip);
  const darkens = /multiply|darken|color-burn/u.test(blend);
  const isSeal = decoded.kind === 3 && hasClearGround(decoded, toUnit, box);
  const colourAt = (at: Point): Rgb | undefined => {
    const pixel = pixelAt(decoded, toUnit, at);
    return pixel && [pixel[0], pixel[1], pixel[2]];
  };
  const hits = (at: Point): boolean => {
    const [u, v] = apply(toUnit, at);
    if (u < 0 || u > 1 || v < 0 || v > 1 || !isInside(at, box)) return false;
    const pixel = pixelAt(decoded, toUnit, at);
    if (!pixel) return !darkens;
    // A seal is stamped over the words on purpose, and its red lines let them be read.
    if (isSeal && isRed(pixel)) return false;
    return pixel[3] > 190 && (!darkens || luminance(pixel) < 70);
  };
  const paint: Paint = { box, hits, colourAt, picture: { decoded, toUnit }, isPatch: false };
  return { ...paint, isPatch: isPlain(paint) };
}

/** A picture of one bit a pixel through which the colour of fills is painted. */
export function paintOfStencil(
  { clip, fill }: State,
  matrix: Matrix,
  decoded: Decoded = UNKNOWN,
): Paint | undefined {
  const toUnit = invert(matrix);
  if (!toUnit) return undefined;
  const box = intersect(boxOf(cornersOf(matrix, UNIT)), clip);
  return {
    box,
    hits: (at) => isInside(at, box) && isStencilled(decoded, toUnit, at),
    colourAt: () => fill,
    isPatch: false,
  };
}

const isRed = ([red, green, blue]: readonly [number, number, number, number]): boolean =>
  red > 140 && red - Math.max(green, blue) > 70;

/** Whether at least a third of a picture lets see what is below. */
function hasClearGround(picture: Decoded, toUnit: Matrix, box: Box): boolean {
  let clear = 0;
  for (const at of gridOf(box)) if ((pixelAt(picture, toUnit, at)?.[3] ?? 255) < 60) clear += 1;
  return clear > GRID ** 2 / 3;
}

const GRID = 12;

const gridOf = ({ left, bottom, right, top }: Box): Point[] =>
  Array.from({ length: GRID ** 2 }, (_, i) => [
    left + ((right - left) * ((i % GRID) + 0.5)) / GRID,
    bottom + ((top - bottom) * (Math.floor(i / GRID) + 0.5)) / GRID,
  ]);

/** A picture of one colour is a patch like any filled box. */
function isPlain({ box, colourAt }: Paint): boolean {
  let least = 255;
  let most = 0;
  for (const at of gridOf(box)) {
    const colour = colourAt(at);
    if (!colour) return false;
    const level = luminance(colour);
    least = Math.min(least, level);
    most = Math.max(most, level);
  }
  return most - least < 12;
}
