/**
 * What the web processes of one machine tell each other. What each keeps in memory must be forgotten
 * by all once one of them has changed it. A portal in a single process tells nobody.
 */
/** Whether this process shares the portal with others. */
export const isOneOfSeveral = () =>
  Boolean(process.env.WEB_PROCESS && process.send) && Number(process.env.WEB_PROCESSES) > 1;

/** Jobs, and what is done once at a start, belong to one process of several. */
export const isFirstProcess = () => !isOneOfSeveral() || process.env.WEB_PROCESS === '1';

/**
 * A key that all web processes of one start have, and nobody keeps; null in a single process.
 * @returns {Buffer | null}
 */
export const sharedSecret = () =>
  isOneOfSeveral() && process.env.WEB_SECRET ? Buffer.from(process.env.WEB_SECRET, 'base64') : null;

/** This process answers; where it is the first, the database is up to date and the others may start. */
export function tellReady() {
  if (process.env.WEB_PROCESS) process.send?.({ topic: 'ready' });
}

/**
 * All other web processes hear it, a moment later.
 * @param {string} topic
 * @param {unknown} [what] anything that JSON can hold
 */
export function tellOthers(topic, what) {
  if (isOneOfSeveral()) process.send?.({ topic, what });
}

/**
 * @param {string} topic
 * @param {(what: any) => void} hear
 */
export function onTold(topic, hear) {
  if (!isOneOfSeveral()) return;
  // Every part of the built portal has its own copy of a module, and each of them listens.
  process.setMaxListeners(0);
  process.on('message', (message) => {
    if (message && typeof message === 'object' && 'topic' in message && message.topic === topic) {
      hear('what' in message ? message.what : undefined);
    }
  });
}
