export type Matrix = readonly [number, number, number, number, number, number];
export type Point = readonly [number, number];
export type Box = { left: number; bottom: number; right: number; top: number };

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that first does `inner` and then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export const apply = (m: Matrix, [x, y]: Point): Point => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** Undefined for a matrix that flattens the plane. */
export function invert(m: Matrix): Matrix | undefined {
  const d = m[0] * m[3] - m[1] * m[2];
  if (!Number.isFinite(d) || Math.abs(d) < 1e-12) return undefined;
  return [
    m[3] / d,
    -m[1] / d,
    -m[2] / d,
    m[0] / d,
    (m[2] * m[5] - m[3] * m[4]) / d,
    (m[1] * m[4] - m[0] * m[5]) / d,
  ];
}

export const scaleOf = (m: Matrix): number => Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));

export function boxOf(points: readonly Point[], margin = 0): Box {
  const box = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };
  for (const [x, y] of points) {
    if (x < box.left) box.left = x;
    if (x > box.right) box.right = x;
    if (y < box.bottom) box.bottom = y;
    if (y > box.top) box.top = y;
  }
  return {
    left: box.left - margin,
    bottom: box.bottom - margin,
    right: box.right + margin,
    top: box.top + margin,
  };
}

export const cornersOf = (m: Matrix, { left, bottom, right, top }: Box): Point[] => [
  apply(m, [left, bottom]),
  apply(m, [right, bottom]),
  apply(m, [right, top]),
  apply(m, [left, top]),
];

export const UNIT: Box = { left: 0, bottom: 0, right: 1, top: 1 };

export const intersect = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.min(a.right, b.right),
  top: Math.min(a.top, b.top),
});

export const isInside = ([x, y]: Point, box: Box): boolean =>
  x >= box.left && x <= box.right && y >= box.bottom && y <= box.top;

export const overlaps = (a: Box, b: Box): boolean =>
  a.left <= b.right && b.left <= a.right && a.bottom <= b.top && b.bottom <= a.top;

export const areaOf = ({ left, bottom, right, top }: Box): number =>
  Math.max(0, right - left) * Math.max(0, top - bottom);

const CURVE_STEPS = 6;

/**
 * The outlines of a path as pdf.js keeps it: 0 x y (move), 1 x y (line), 2 and six (curve),
 * 3 and four (quadratic), 4 (close); curves become short lines.
 */
export function outlinesOf(data: ArrayLike<number>, m: Matrix): Point[][] {
  const outlines: Point[][] = [];
  let outline: Point[] = [];
  let from: Point = [0, 0];
  const begin = (at: Point): void => {
    if (outline.length > 1) outlines.push(outline);
    from = at;
    outline = [apply(m, at)];
  };
  const to = (at: Point): void => {
    outline.push(apply(m, at));
    from = at;
  };
  for (let i = 0; i < data.length;) {
    const code = data[i];
    const point = (at: number): Point => [data[i + at] ?? 0, data[i + at + 1] ?? 0];
    if (code === 0) {
      begin(point(1));
      i += 3;
    } else if (code === 1) {
      to(point(1));
      i += 3;
    } else if (code === 2 || code === 3) {
      const [a, b, c] =
        code === 2 ? [point(1), point(3), point(5)] : raised(from, point(1), point(3));
      const start = from;
      for (let step = 1; step <= CURVE_STEPS; step += 1)
        to(bezier(start, a, b, c, step / CURVE_STEPS));
      i += code === 2 ? 7 : 5;
    } else if (code === 4) {
      if (outline[0]) outline.push(outline[0]);
      i += 1;
    } else {
      break;
    }
  }
  if (outline.length > 1) outlines.push(outline);
  return outlines;
}

/** A quadratic curve as a cubic one. */
const raised = (p: Point, q: Point, r: Point): [Point, Point, Point] => [
  [p[0] + (2 / 3) * (q[0] - p[0]), p[1] + (2 / 3) * (q[1] - p[1])],
  [r[0] + (2 / 3) * (q[0] - r[0]), r[1] + (2 / 3) * (q[1] - r[1])],
  r,
];

function bezier(p: Point, a: Point, b: Point, q: Point, t: number): Point {
  const u = 1 - t;
  const [w0, w1, w2, w3] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return [
    w0 * p[0] + w1 * a[0] + w2 * b[0] + w3 * q[0],
    w0 * p[1] + w1 * a[1] + w2 * b[1] + w3 * q[1],
  ];
}

/** Whether a filled path paints the point, by the rule its operator names. */
export function isFilled([x, y]: Point, outlines: readonly Point[][], isEvenOdd: boolean): boolean {
  let winding = 0;
  let crossings = 0;
  for (const outline of outlines) {
    for (let i = 0; i < outline.length; i += 1) {
      const [x1, y1] = outline[i] as Point;
      const [x2, y2] = outline[(i + 1) % outline.length] as Point;
      if (y1 > y === y2 > y) continue;
      if (x1 + ((y - y1) / (y2 - y1)) * (x2 - x1) <= x) continue;
      crossings += 1;
      winding += y2 > y1 ? 1 : -1;
    }
  }
  return isEvenOdd ? crossings % 2 === 1 : winding !== 0;
}

/** Whether a line of that width along the path paints the point. */
export function isStroked([x, y]: Point, outlines: readonly Point[][], width: number): boolean {
  const reach = (width / 2) ** 2;
  for (const outline of outlines) {
    for (let i = 1; i < outline.length; i += 1) {
      const [x1, y1] = outline[i - 1] as Point;
      const [x2, y2] = outline[i] as Point;
      const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
      const t = length === 0 ? 0 : ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length;
      const k = Math.min(1, Math.max(0, t));
      if ((x - x1 - k * (x2 - x1)) ** 2 + (y - y1 - k * (y2 - y1)) ** 2 <= reach) return true;
    }
  }
  return false;
}
