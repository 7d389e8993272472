import { describe, expect, it } from 'vitest';
import { canMove, isOpen, isStatus, movesFrom, statuses } from './statuses';

describe('the way of an application', () => {
  it('runs from receipt to the archive', () => {
    const path = ['received', 'confirmed', 'in-progress', 'answered', 'archived'] as const;
    path.slice(1).forEach((to, i) => expect(canMove(path[i]!, to)).toBe(true));
  });

  it.each([
    ['received', 'answered'],
    ['received', 'in-progress'],
    ['answered', 'in-progress'],
    ['archived', 'received'],
    ['extended', 'supplement-requested'],
    ['supplement-requested', 'answered'],
    ['confirmed', 'confirmed'],
  ] as const)('does not lead from %s to %s', (from, to) => {
    expect(canMove(from, to)).toBe(false);
  });

  it('asks for a supplement once only', () => {
    expect(canMove('in-progress', 'supplement-requested')).toBe(true);
    expect(movesFrom('in-progress', ['confirmed', 'supplement-requested'])).toEqual([
      'extended',
      'answered',
      'lapsed',
      'withdrawn',
    ]);
  });

  it('reaches the archive from everywhere, and ends there', () => {
    for (const start of statuses) {
      const reached = new Set([start]);
      for (const status of reached) movesFrom(status).forEach((next) => reached.add(next));
      expect(reached.has('archived')).toBe(true);
    }
    expect(movesFrom('archived')).toEqual([]);
  });

  it('owes an answer until it is answered, lapsed or withdrawn', () => {
    expect(statuses.filter(isOpen)).toEqual([
      'received',
      'confirmed',
      'supplement-requested',
      'in-progress',
      'extended',
    ]);
  });

  it('knows its own names only', () => {
    expect(isStatus('answered')).toBe(true);
    expect(isStatus('done')).toBe(false);
    expect(isStatus(undefined)).toBe(false);
  });
});
