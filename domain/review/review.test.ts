import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalContent } from './fingerprint';
import {
  afterContentChange,
  newReview,
  publicationRefusal,
  REVIEW_ACTIONS,
  REVIEW_RULES,
  REVIEW_STATES,
  signatures,
  takeStep,
  type Review,
  type ReviewAction,
  type Reviewer,
} from './review';

const ROLES = ['administrator', 'editor', 'clerk', 'leader', 'officer', 'auditor'];
const at = '2026-11-24T08:00:00.000Z';
const person = (id: string, ...roles: string[]): Reviewer => ({ id, name: id, roles });

function afterSteps(...steps: [ReviewAction, Reviewer][]): Review {
  let review = newReview('writer', 'text');
  for (const [action, actor] of steps) {
    const result = takeStep(review, { action, actor, at, opinion: '同意' });
    if (!result.ok) throw new Error(`${action} by ${actor.id}: ${result.refusal}`);
    review = result.review;
  }
  return review;
}

describe('each role in each state', () => {
  for (const state of REVIEW_STATES) {
    for (const role of ROLES) {
      for (const action of REVIEW_ACTIONS) {
        const rule = REVIEW_RULES[action];
        const isAllowed = rule.from.includes(state) && [rule.role].flat().includes(role);
        test(`${role} ${isAllowed ? 'may' : 'may not'} ${action} what is ${state}`, () => {
          const review = { ...newReview('writer', 'text'), state };
          const actor = person('somebody', role);
          expect(takeStep(review, { action, actor, at, opinion: '意见' }).ok).toBe(isAllowed);
        });
      }
    }
  }
});

test('what three people signed may be published, and carries their three names', () => {
  const review = afterSteps(
    ['submit', person('writer', 'editor')],
    ['examine', person('b', 'clerk')],
    ['approve', person('c', 'leader')],
  );
  expect(publicationRefusal(review, 'text')).toBeNull();
  expect(signatures(review).map(({ by }) => by)).toEqual(['writer', 'b', 'c']);
});

test('the writer can’t examine their own text even when a colleague submitted it', () => {
  const review = afterSteps(['submit', person('colleague', 'editor')]);
  const actor = person('writer', 'clerk');
  expect(takeStep(review, { action: 'examine', actor, at })).toEqual({
    ok: false,
    refusal: 'samePerson',
  });
});

test('a round that was returned binds nobody in the next', () => {
  const clerk = person('b', 'clerk', 'leader');
  const review = afterSteps(
    ['submit', person('writer', 'editor')],
    ['return', clerk],
    ['submit', person('writer', 'editor')],
    ['examine', clerk],
  );
  expect(review.state).toBe('reviewed');
});

test('no sequence of steps by fewer than three people ever makes a text publishable', () => {
  const pair = [person('a', ...ROLES), person('b', ...ROLES)];
  const steps = fc.array(
    fc.record({ action: fc.constantFrom(...REVIEW_ACTIONS), actor: fc.constantFrom(...pair) }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(steps, (sequence) => {
      let review = newReview('a', 'text');
      for (const { action, actor } of sequence) {
        const result = takeStep(review, { action, actor, at, opinion: '意见' });
        if (result.ok) review = result.review;
        expect(publicationRefusal(review, 'text')).not.toBeNull();
      }
    }),
  );
});

test('a change of content after approval makes the approval void but keeps its record', () => {
  const review = afterContentChange(
    afterSteps(
      ['submit', person('writer', 'editor')],
      ['examine', person('b', 'clerk')],
      ['approve', person('c', 'leader')],
    ),
    'another text',
    'editor',
  );
  expect(publicationRefusal(review, 'another text')).toBe('contentChanged');
  expect(review.steps).toHaveLength(3);
});

describe('the canonical form of content', () => {
  const fields = ['title', 'body', 'files', 'sections'];

  test('does not depend on key order, empty fields, row ids or fields that are no content', () => {
    const a = {
      title: '题',
      body: { root: { a: 1, b: [2] } },
      files: [],
      sections: [{ id: 'x', title: '一' }],
    };
    const b = {
      views: 3,
      sections: [{ title: '一', id: 'y' }],
      body: { root: { b: [2], a: 1 } },
      title: '题',
      files: null,
    };
    expect(canonicalContent(a, fields)).toBe(canonicalContent(b, fields));
  });

  test.each([
    ['alone', (id: number) => id],
    ['in an object', (id: number) => ({ id })],
    ['with something beside it', (id: number) => ({ id, alt: '图' })],
  ])('differs when a picture in the text is another, named by its id %s', (_, value) => {
    const withPicture = (id: number) => ({
      body: { root: { children: [{ type: 'upload', relationTo: 'media', value: value(id) }] } },
    });
    expect(canonicalContent(withPicture(1), fields)).not.toBe(
      canonicalContent(withPicture(2), fields),
    );
  });

  test('differs when one character differs, anywhere', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ minLength: 1 }), (body, more) => {
        const record = { title: '题', body: { text: JSON.stringify(body) } };
        const changed = { title: '题', body: { text: JSON.stringify(body) + more } };
        expect(canonicalContent(record, fields)).not.toBe(canonicalContent(changed, fields));
      }),
    );
  });
});
