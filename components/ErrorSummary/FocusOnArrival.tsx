'use client';

import { useEffect, useRef } from 'react';

/** Puts the keyboard on the summary when the form comes back with errors, so that it is read first. */
export function FocusOnArrival() {
  const here = useRef<HTMLSpanElement>(null);
  useEffect(() => here.current?.parentElement?.focus(), []);
  return <span ref={here} hidden />;
}
