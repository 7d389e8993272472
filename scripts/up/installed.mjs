/** @typedef {{ packages?: Record<string, { version?: string, link?: boolean, optional?: boolean, devOptional?: boolean }> }} Lock */

/**
 * Whether node_modules holds exactly what the lock file asks for: npm writes a lock file of its own
 * into node_modules when an installation has ended, and the two are compared. Optional packages may
 * be missing (they are for other platforms).
 * @param {Lock} wanted package-lock.json
 * @param {Lock} present node_modules/.package-lock.json
 */
export function isInstalled(wanted, present) {
  const have = present.packages ?? {};
  return Object.entries(wanted.packages ?? {}).every(
    ([place, { version, optional, devOptional }]) => {
      if (place === '') return true;
      const found = have[place];
      return found ? found.version === version : Boolean(optional || devOptional);
    },
  );
}
