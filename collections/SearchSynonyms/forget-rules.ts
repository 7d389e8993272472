import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload';
import { forgetRules } from '@/queries/kept-rules';

/** A rule holds with the next question. */
export const forgetChangedRule: CollectionAfterChangeHook = ({ doc }) => {
  forgetRules();
  return doc;
};

export const forgetDeletedRule: CollectionAfterDeleteHook = ({ doc }) => {
  forgetRules();
  return doc;
};
