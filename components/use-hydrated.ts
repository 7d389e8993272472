import { useSyncExternalStore } from 'react';

/**
 * Whether script has taken over what the server drew. Until then a press on a button is lost without
 * a word, so a button that only script can answer waits for it.
 */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

const never = () => () => {};
