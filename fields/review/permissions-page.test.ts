import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { messages } from '@/messages';
import { ACTORS, may, permissionsPage } from '@/domain/review/permissions';
import { REVIEW_ACTIONS, REVIEW_RULES } from '@/domain/review/review';

test('the page of the documentation says what the table says', () => {
  const page = readFileSync('docs/review-permissions.md', 'utf8');
  // Out of date: npm run docs:permissions writes it again.
  expect(page).toBe(permissionsPage(messages['zh-CN'].review.stages));
});

test('the table and the rules of the review name the same people for each step', () => {
  for (const action of REVIEW_ACTIONS) {
    const { from, role } = REVIEW_RULES[action];
    for (const state of from) {
      const actors = ACTORS.filter(({ code }) => may(code, action, state)).map(({ code }) => code);
      expect(actors, `${action} from ${state}`).toEqual([role].flat());
    }
  }
});
