import { describe, expect, it } from 'vitest';
import { actionOf } from './action';

const step = (action: string) => ({ action });

describe('the name of a change in the audit log', () => {
  it('is the publication when a text becomes public, whatever else was done with it', () => {
    const steps = [step('submit'), step('examine'), step('approve')];
    const review = { steps };
    expect(actionOf('create', null, { _status: 'published', review })).toBe('publish');
    expect(actionOf('update', { _status: 'draft', review }, { _status: 'published', review })).toBe(
      'publish',
    );
  });

  it('is the review step that was taken', () => {
    const before = { _status: 'draft', review: { steps: [step('submit')] } };
    const after = { _status: 'draft', review: { steps: [step('submit'), step('examine')] } };
    expect(actionOf('update', before, after)).toBe('examine');
  });

  it('is the withdrawal when a public text loses its approval', () => {
    const steps = [step('approve')];
    const before = { _status: 'published', review: { steps } };
    const after = { _status: 'draft', review: { steps: [...steps, step('withdraw')] } };
    expect(actionOf('update', before, after)).toBe('withdraw');
    expect(actionOf('update', { ...before, _status: 'draft' }, after)).toBe('withdraw');
  });

  it('is a change when a draft is written beside a public text', () => {
    const review = { steps: [step('approve')] };
    expect(actionOf('update', { _status: 'published', review }, { _status: 'draft', review })).toBe(
      'update',
    );
  });

  it('is a new record when one is made, and a change otherwise', () => {
    expect(actionOf('create', null, {})).toBe('create');
    expect(actionOf('update', {}, {})).toBe('update');
  });
});
