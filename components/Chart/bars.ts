/** One bar: how much of the width it takes, 0 to 1, and what is written at its end. */
export type Bar = { series: number; share: number; text: string };

export type Series = { label: string };

export type Category = {
  label: string;
  /** One value for each series; null where there is none, which is not zero. */
  values: readonly (number | null)[];
};

/**
 * The bars of each category. All stand on one scale from zero, so that their lengths can be compared;
 * the longest takes the whole width, and what is not zero is never shorter than can be seen.
 *
 * @param most the end of the scale, such as 1 for shares; the greatest value where left out
 */
export function barsOf(
  categories: readonly Category[],
  write: (value: number) => string,
  { most, none }: { most?: number; none: string },
): Bar[][] {
  const values = categories.flatMap((category) => category.values);
  const end = most ?? Math.max(...values.map((value) => value ?? 0), 0);
  return categories.map((category) =>
    category.values.map((value, series) => ({
      series,
      share: value === null || value <= 0 || end <= 0 ? 0 : Math.max(value / end, SEEN),
      text: value === null ? none : write(value),
    })),
  );
}

const SEEN = 0.004;
