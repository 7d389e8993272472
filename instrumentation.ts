/** Opens the database, starts the job queue and looks after the search index with the server's start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { portal } = await import('./queries/portal');
  const { ensureIndex } = await import('./jobs/index-all');
  const payload = await portal();
  // Not awaited: the portal answers while a missing index is built.
  ensureIndex(payload).catch((error: unknown) => {
    payload.logger.error({ err: error, msg: 'search index could not be built' });
  });
}
