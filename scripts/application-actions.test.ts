import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { messages } from '../messages';
import { actionCodes, actions, actionsFor, actors } from '../domain/applications/actions';
import { actionsPage } from '../domain/applications/actions-page';
import { statuses } from '../domain/applications/statuses';

const { cases, applications } = messages['zh-CN'];

test('the page of the documentation says what the table of actions says', () => {
  const page = readFileSync('docs/application-actions.md', 'utf8');
  // Out of date: npm run docs:actions writes it again.
  expect(page).toBe(actionsPage({ ...cases, statuses: applications.statuses }));
});

test('every action can be done by somebody somewhere, and every open state can be left', () => {
  for (const action of actionCodes) expect(actions[action].allowed.length).toBeGreaterThan(0);
  for (const status of statuses) {
    const leads = actionsFor(status, actors).some((action) => {
      const { to } = actions[action];
      return to !== undefined && to !== status;
    });
    expect(leads, status).toBe(status !== 'archived');
  }
});

test('an auditor does nothing to a case', () => {
  for (const status of statuses) expect(actionsFor(status, ['auditor'])).toEqual([]);
});
