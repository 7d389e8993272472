/** One step of a circle: `from` decides about `to`. */
export type Step<Verb> = { from: string; verb: Verb; to: string };

/**
 * The shortest way from what a document decides about back to the document itself, first step
 * first: A repeals B, B replaces C, C amends A. Undefined when there is none.
 *
 * @param stepsFrom what the given documents decide about, asked level by level, so that a caller who
 *   reads it from a database reads each document once
 */
export async function circleThrough<Verb>(
  start: string,
  first: readonly Step<Verb>[],
  stepsFrom: (ids: string[]) => Promise<Step<Verb>[]>,
): Promise<Step<Verb>[] | undefined> {
  const ways = new Map<string, Step<Verb>[]>();
  let level = first.map((step) => [step]);
  while (level.length > 0) {
    const reached: string[] = [];
    for (const way of level) {
      const end = (way.at(-1) as Step<Verb>).to;
      if (end === start) return way;
      if (ways.has(end)) continue;
      ways.set(end, way);
      reached.push(end);
    }
    const steps = reached.length > 0 ? await stepsFrom(reached) : [];
    level = steps.map((step) => [...(ways.get(step.from) ?? []), step]);
  }
  return undefined;
}
