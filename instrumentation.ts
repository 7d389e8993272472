/** Opens the database, starts the job queue and looks after the search index and what it reads with the server's start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { portal } = await import('./queries/portal');
  const { ensureIndex } = await import('./jobs/index-all');
  const { extractAll } = await import('./jobs/extract-all');
  const { registerLeftOver } = await import('./collections/Applications/register-received');
  const { isFirstProcess, tellReady } = await import('./processes/tell.mjs');
  const payload = await portal();
  tellReady();
  // Not awaited: whoever asks for one of them gets it (applicant-case.ts).
  registerLeftOver(payload, new Date()).catch((error: unknown) => {
    payload.logger.error({ err: error, msg: 'what was received could not be read' });
  });
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
