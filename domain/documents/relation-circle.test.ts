import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circleThrough, type Step } from './relation-circle';

type Graph = readonly (readonly [string, string])[];

const steps = (graph: Graph): Step<'repeals'>[] =>
  graph.map(([from, to]) => ({ from, verb: 'repeals' as const, to }));

/** The circle through the first document of the first edge, as `A>B>A`. */
async function circleIn(graph: Graph, start = graph[0]?.[0] ?? 'A') {
  const all = steps(graph);
  const asked: string[] = [];
  const way = await circleThrough(
    start,
    all.filter(({ from }) => from === start),
    async (ids) => {
      asked.push(...ids);
      return all.filter(({ from }) => ids.includes(from));
    },
  );
  expect(new Set(asked).size, 'nothing is asked twice').toBe(asked.length);
  return way && [start, ...way.map(({ to }) => to)].join('>');
}

describe('circleThrough', () => {
  it.each<[string, Graph, string | undefined]>([
    ['a document that repeals itself', [['A', 'A']], 'A>A'],
    [
      'two that repeal each other',
      [
        ['A', 'B'],
        ['B', 'A'],
      ],
      'A>B>A',
    ],
    [
      'a circle of three',
      [
        ['A', 'B'],
        ['B', 'C'],
        ['C', 'A'],
      ],
      'A>B>C>A',
    ],
    [
      'the shorter of two circles',
      [
        ['A', 'B'],
        ['B', 'C'],
        ['C', 'A'],
        ['B', 'A'],
      ],
      'A>B>A',
    ],
    [
      'a circle behind a fork',
      [
        ['A', 'B'],
        ['A', 'C'],
        ['C', 'D'],
        ['D', 'A'],
      ],
      'A>C>D>A',
    ],
  ])('finds %s', async (_, graph, circle) => {
    expect(await circleIn(graph)).toBe(circle);
  });

  it.each<[string, Graph]>([
    [
      'a chain',
      [
        ['A', 'B'],
        ['B', 'C'],
      ],
    ],
    [
      'two ways to one document',
      [
        ['A', 'B'],
        ['A', 'C'],
        ['B', 'D'],
        ['C', 'D'],
      ],
    ],
    [
      'a circle of others',
      [
        ['A', 'B'],
        ['B', 'C'],
        ['C', 'B'],
      ],
    ],
    ['nothing at all', []],
  ])('finds none in %s', async (_, graph) => {
    expect(await circleIn(graph)).toBeUndefined();
  });

  it('finds one exactly where a document can be reached from itself', async () => {
    const node = fc.constantFrom(...'ABCDEF');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(node, node), { maxLength: 12 }), async (graph) => {
        const reached = new Set(graph.filter(([from]) => from === 'A').map(([, to]) => to));
        for (let n = 0; n < 6; n += 1) {
          for (const [from, to] of graph) if (reached.has(from)) reached.add(to);
        }
        expect((await circleIn(graph, 'A')) !== undefined).toBe(reached.has('A'));
      }),
    );
  });
});
