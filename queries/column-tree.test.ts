import { describe, expect, it } from 'vitest';
import { columnListHref, findIn, namedIn, scopeOf, treeOf, withoutRetired } from './column-tree';

const row = (id: number, slug: string, parent?: number) => ({ id, slug, name: slug, parent });
const tree = treeOf([
  row(1, 'openness'),
  row(2, 'decision', 1),
  row(3, 'result', 1),
  row(4, 'own'),
]);

describe('the tree of columns', () => {
  it('puts columns under their parents in the given order', () => {
    expect(tree.map(({ slug }) => slug)).toEqual(['openness', 'own']);
    expect(tree[0]?.children.map(({ slug }) => slug)).toEqual(['decision', 'result']);
  });

  it('keeps a column whose parent is gone, or is itself, at the top', () => {
    expect(treeOf([row(1, 'orphan', 9), row(2, 'own-parent', 2)])).toHaveLength(2);
  });

  it('lists no retired column, which still is found by its address, and what is below it in its place', () => {
    const kept = treeOf([
      row(1, 'old'),
      { ...row(2, 'ended', 1), retired: true },
      row(3, 'own', 2),
    ]);
    const listed = withoutRetired(kept);
    expect(listed.map(({ slug }) => slug)).toEqual(['old']);
    expect(listed[0]?.children.map(({ slug }) => slug)).toEqual(['own']);
    expect(findIn(kept, 'ended')?.column.retired).toBe(true);
    expect(findIn(kept, 'own')?.parent?.slug).toBe('ended');
  });

  it('finds a column with the one above it, and nothing for an unknown address', () => {
    expect(findIn(tree, 'result')?.parent?.slug).toBe('openness');
    expect(findIn(tree, 'own')?.parent).toBeNull();
    expect(findIn(tree, 'elsewhere')).toBeNull();
  });
});

describe('a column by its name', () => {
  it('is found at any depth, and none is where there is none', () => {
    const node = tree[0]!.children[0]!;
    expect(namedIn(tree, ['另一个名称', node.name])?.name).toBe(node.name);
    expect(namedIn(tree, ['没有这个栏目'])).toBeNull();
  });
});

describe('the list of a column', () => {
  it('takes in all that is below it', () => {
    expect(scopeOf(tree[0]!)).toEqual(['openness', 'decision', 'result']);
    expect(columnListHref(tree[0]!)).toBe(
      '/documents?column=openness&column=decision&column=result',
    );
  });

  it('has no address where that could not name every column below', () => {
    const many = treeOf([
      row(1, 'grassroots'),
      ...Array.from({ length: 26 }, (_, i) => row(i + 2, `domain-${i}`, 1)),
    ]);
    expect(columnListHref(many[0]!)).toBeNull();
  });
});
