import { apply, type Matrix, type Point } from './geometry';

/** A decoded picture of pdf.js: 1 a bit a pixel, 2 RGB, 3 RGBA. */
export type Decoded = {
  width: number;
  height: number;
  kind?: number;
  data?: Uint8Array | Uint8ClampedArray;
};

export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** The pixel that lies under a point of the page, or undefined outside of the picture. */
export function pixelAt(picture: Decoded, toUnit: Matrix, at: Point): Rgba | undefined {
  const { data, width, height, kind } = picture;
  if (!data) return undefined;
  const [u, v] = apply(toUnit, at);
  if (!(u >= 0 && u <= 1 && v >= 0 && v <= 1)) return undefined;
  const x = Math.min(width - 1, Math.floor(u * width));
  // The first row of a picture is its top, the unit square's y grows upwards.
  const y = Math.min(height - 1, Math.floor((1 - v) * height));
  if (kind === 1) {
    const byte = data[y * ((width + 7) >> 3) + (x >> 3)] ?? 0;
    const level = (byte >> (7 - (x & 7))) & 1 ? 255 : 0;
    return [level, level, level, 255];
  }
  const step = kind === 3 ? 4 : 3;
  const i = (y * width + x) * step;
  return [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0, step === 4 ? (data[i + 3] ?? 0) : 255];
}

/** Whether a stencil paints at a point: a bit of 0 paints. */
export function isStencilled(mask: Decoded, toUnit: Matrix, at: Point): boolean {
  const pixel = pixelAt({ ...mask, kind: 1 }, toUnit, at);
  return pixel === undefined ? !mask.data : pixel[0] === 0;
}

export const luminance = ([red, green, blue]: readonly number[]): number =>
  0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0);
