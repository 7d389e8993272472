import { describe, expect, it } from 'vitest';
import { actions, actionCodes, actionsFor, actors, isAllowed } from './actions';
import {
  isOpen,
  isStatus,
  officeStep,
  publicStatus,
  statuses,
  takesRelease,
  type Status,
} from './statuses';

/** Where a case may stand after any action from where it stands. */
const nextOf = (status: Status): Status[] =>
  actionCodes
    .filter((action) => actors.some((actor) => isAllowed(action, status, actor)))
    .map((action) => actions[action].to ?? status);

describe('a copy for release', () => {
  it('is added until the reply is signed, and again while it is corrected', () => {
    for (const status of ['approved', 'answered', 'archived', 'withdrawn'] as const)
      expect(takesRelease(status), status).toBe(false);
    for (const status of ['confirmed', 'in-progress', 'drafted', 'reviewed'] as const)
      expect(takesRelease(status), status).toBe(true);
  });
});

describe('the way of an application', () => {
  it('runs from receipt to the archive over drafting, legal review and approval', () => {
    const path = [
      'received',
      'confirmed',
      'in-progress',
      'drafted',
      'reviewed',
      'approved',
      'answered',
      'delivered',
      'archived',
    ] as const;
    path.slice(1).forEach((to, i) => expect(nextOf(path[i]!)).toContain(to));
  });

  it.each([
    ['received', 'answered'],
    ['in-progress', 'answered'],
    ['drafted', 'approved'],
    ['supplement-requested', 'drafted'],
    ['consulting', 'drafted'],
    ['archived', 'in-progress'],
  ] as const)('does not lead from %s to %s at once', (from, to) => {
    expect(nextOf(from)).not.toContain(to);
  });

  it('reaches the archive from everywhere, and ends there', () => {
    for (const start of statuses) {
      const reached = new Set([start]);
      for (const status of reached) nextOf(status).forEach((next) => reached.add(next));
      expect(reached.has('archived'), start).toBe(true);
    }
    expect(new Set(nextOf('archived'))).toEqual(new Set(['archived']));
  });

  it('owes an answer until it is answered, lapsed or withdrawn', () => {
    const closed = statuses.filter((status) => !isOpen(status));
    expect(closed).toEqual(['answered', 'delivered', 'lapsed', 'withdrawn', 'archived']);
  });

  it('lets nobody but the leader approve, and nobody but counsel pass the legal review', () => {
    for (const status of statuses) {
      for (const actor of actors) {
        expect(isAllowed('approve', status, actor)).toBe(
          status === 'reviewed' && actor === 'leader',
        );
        expect(isAllowed('review', status, actor)).toBe(
          status === 'drafted' && actor === 'counsel',
        );
      }
    }
  });

  it('gives the auditor nothing to do, and the applicant what is the applicant’s', () => {
    for (const status of statuses) expect(actionsFor(status, ['auditor'])).toEqual([]);
    expect(actionsFor('supplement-requested', ['applicant'])).toEqual([
      'receive-supplement',
      'withdraw',
    ]);
    expect(actionsFor('answered', ['applicant'])).toEqual(['deliver']);
  });

  it('shows the applicant the office’s own drafting and signing as work in progress', () => {
    expect(publicStatus('drafted')).toBe('in-progress');
    expect(publicStatus('approved')).toBe('in-progress');
    expect(publicStatus('consulting')).toBe('consulting');
  });

  it('lies on the three steps of the county', () => {
    expect(officeStep('received')).toBe('intake');
    expect(officeStep('consulting')).toBe('reply');
    expect(officeStep('delivered')).toBe('archive');
    expect(officeStep('archived')).toBeNull();
  });

  it('knows its own names only', () => {
    expect(isStatus('answered')).toBe(true);
    expect(isStatus('extended')).toBe(false);
    expect(isStatus(undefined)).toBe(false);
  });
});
