import { setTimeout as wait } from 'node:timers/promises';
import type { Payload } from 'payload';
import { published, publishedAmong, publishedHeads, type Head, type Stored } from './index-sources';

const PAUSE_MS = 200;

/**
 * The published documents while a batch of them is being written: each as it comes, in the order of
 * the ids, and at the end once more those that the batch changed after they were read.
 *
 * @param written resolves when the last document of the batch is in the database
 */
export async function* followDocuments(
  payload: Payload,
  written: Promise<void>,
): AsyncGenerator<Stored> {
  const state = { isOver: false };
  const over = written.then(() => {
    state.isOver = true;
  });
  const read = new Map<string, string>();
  let last: Head['id'] | null = null;
  for (let wasOver = false; !wasOver;) {
    // Asked before the reading: only what begins after the end is sure to see everything.
    wasOver = state.isOver;
    for await (const document of published(payload, 'documents', last)) {
      read.set(String(document.id), stampOf(document));
      last = document.id;
      yield document;
    }
    if (!state.isOver) await Promise.race([over, wait(PAUSE_MS)]);
  }
  const changed: Head['id'][] = [];
  for await (const head of publishedHeads(payload))
    if (read.get(String(head.id)) !== stampOf(head)) changed.push(head.id);
  yield* publishedAmong(payload, changed);
}

/** The validity of a document changes by what others do to it, and no other field of it then does. */
const stampOf = ({ updatedAt, validity }: Head): string => `${updatedAt} ${validity}`;
