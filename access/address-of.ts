/**
 * Whence a request came: the address that the nearest proxy saw (those before it anyone can write),
 * or null where there was none, as for a command on the machine itself.
 */
export const addressOf = (headers: Pick<Headers, 'get'> | undefined): string | null =>
  headers?.get('x-forwarded-for')?.split(',').at(-1)?.trim() || null;
