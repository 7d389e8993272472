import type { Passage } from './engine';

/** A text without articles as passages; for now as one. */
export function passagesOf(text: string): Passage[] {
  return text.trim() === '' ? [] : [{ text }];
}
