/**
 * The HTTP status of an error that Payload or a hook threw, or null for any other. By its shape and not
 * its class: a built portal has two copies of Payload's classes, and an error of one is no instance of
 * the other's.
 */
export const statusOf = (error: unknown): number | null =>
  error instanceof Error && 'status' in error && typeof error.status === 'number'
    ? error.status
    : null;
