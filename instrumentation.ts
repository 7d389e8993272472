/** Opens the database, starts the job queue and looks after the search index and what it reads with the server's start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { portal } = await import('./queries/portal');
  const { ensureIndex } = await import('./jobs/index-all');
  const { extractAll } = await import('./jobs/extract-all');
  const { LEFT_OVER_MS, registerLeftOver } =
    await import('./collections/Applications/register-received');
  const { isFirstProcess, tellReady } = await import('./processes/tell.mjs');
  const payload = await portal();
  tellReady();
  // What a process received that ended; now and once that of its last minute is old enough. What is younger may be
  // another's, who knows its query code for the first mail. Whoever asks for one gets it at once (applicant-case.ts).
  const registerOld = () =>
    registerLeftOver(payload, new Date(Date.now() - LEFT_OVER_MS)).catch((error: unknown) => {
      payload.logger.error({ err: error, msg: 'what was received could not be read' });
    });
  void registerOld();
  setTimeout(() => void registerOld(), LEFT_OVER_MS + 5_000).unref();
  if (!isFirstProcess()) return;
  // Not awaited: the portal answers while a missing index is built.
  ensureIndex(payload, { isStart: true }).catch((error: unknown) => {
    payload.logger.error({ err: error, msg: 'search index could not be built' });
  });
  // Attachments of which the reading broke off with the server, or that came from a backup or an import.
  extractAll(payload).catch((error: unknown) => {
    payload.logger.error({ err: error, msg: 'attachments could not be read' });
  });
}
