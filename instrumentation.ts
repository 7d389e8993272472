/** Opens the database and starts the job queue with the server, not with its first visitor. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { portal } = await import('./queries/portal');
  await portal();
}
