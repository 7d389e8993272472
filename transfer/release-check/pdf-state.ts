import { IDENTITY, type Box, type Matrix } from './geometry';
import type { Rgb } from './pdf-sheet';
import { luminance } from './pixels';

export type Font = {
  vertical?: boolean;
  defaultVMetrics?: readonly [number, number, number];
  isType3Font?: boolean;
  fontMatrix?: Matrix;
};

/** What the drawing operators of a PDF set before they draw. */
export type State = {
  matrix: Matrix;
  clip: Box;
  fill: Rgb | undefined;
  stroke: Rgb | undefined;
  fillAlpha: number;
  strokeAlpha: number;
  groupAlpha: number;
  blend: string;
  lineWidth: number;
  font: Font;
  size: number;
  letterSpace: number;
  wordSpace: number;
  stretch: number;
  leading: number;
  rise: number;
  mode: number;
  /** Inside of a mask for what comes later: it is not seen itself. */
  isMask: boolean;
};

export const START: State = {
  matrix: IDENTITY,
  clip: { left: -Infinity, bottom: -Infinity, right: Infinity, top: Infinity },
  fill: [0, 0, 0],
  stroke: [0, 0, 0],
  fillAlpha: 1,
  strokeAlpha: 1,
  groupAlpha: 1,
  blend: 'source-over',
  lineWidth: 1,
  font: {},
  size: 0,
  letterSpace: 0,
  wordSpace: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  isMask: false,
};

/** From here on something hides what lies below it. */
export const OPAQUE = 0.75;
export const NOT_SEEN = 0.05;

/** Whether something of that colour hides what it lies on, by the way it is blended. */
export function hides(state: State, colour: Rgb | undefined, alpha: number): boolean {
  if (state.isMask) return false;
  if (alpha * state.groupAlpha < OPAQUE) return false;
  const { blend } = state;
  if (blend === 'source-over' || blend === 'normal') return true;
  if (!colour) return false;
  if (/multiply|darken|color-burn/u.test(blend)) return luminance(colour) < 70;
  return /screen|lighten|color-dodge/u.test(blend) && luminance(colour) > 200;
}

export function rgbOf(colour: unknown): Rgb | undefined {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(String(colour));
  return hex ? ([1, 2, 3].map((i) => parseInt(hex[i] ?? '0', 16)) as unknown as Rgb) : undefined;
}

export const asBox = (numbers: ArrayLike<number>): Box => ({
  left: Math.min(numbers[0] ?? 0, numbers[2] ?? 0),
  bottom: Math.min(numbers[1] ?? 0, numbers[3] ?? 0),
  right: Math.max(numbers[0] ?? 0, numbers[2] ?? 0),
  top: Math.max(numbers[1] ?? 0, numbers[3] ?? 0),
});
