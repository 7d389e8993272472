const ADDRESS = /^(?:https?:\/\/)?([^\s/?#@]+)([/?#]\S*)?$/iu;
/** Theirs are no pages that people look for. */
const CLOSED = /^\/(?:admin|api)(?:[/?#]|$)/iu;

/**
 * The path of a page whose whole address was typed into the search; null where it is another's, or none.
 *
 * @param hosts under which the portal is reached, with their ports
 */
export function ownPath(typed: string, hosts: readonly (string | null)[]): string | null {
  const [, host, rest = '/'] = ADDRESS.exec(typed.trim()) ?? [];
  if (!host || !hosts.includes(host.toLowerCase())) return null;
  // However it was written, it stays here: //elsewhere.example would be an address of another.
  const { pathname, search, hash } = new URL(`http://own${rest.startsWith('/') ? '' : '/'}${rest}`);
  const path = `/${pathname.replace(/^\/+/, '')}`;
  return CLOSED.test(path) ? null : `${path}${search}${hash}`;
}

/** The host of an address, as the portal's own is set; null where that is none. */
export const hostOf = (address: string | undefined): string | null =>
  address && URL.canParse(address) ? new URL(address).host : null;
