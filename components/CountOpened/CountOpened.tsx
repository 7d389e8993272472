'use client';

import type { MouseEvent, ReactNode } from 'react';

/**
 * Around links with a `ping`: tells it where the browser would not, because the portal's script follows the link
 * itself. Without script the browser tells it by itself, or nobody does.
 */
export function CountOpened({ children }: { children: ReactNode }) {
  return <div onClick={tell}>{children}</div>;
}

function tell(event: MouseEvent): void {
  if (!event.defaultPrevented || !(event.target instanceof Element)) return;
  const link = event.target.closest('a[ping]');
  const address = link?.getAttribute('ping');
  if (address) navigator.sendBeacon?.(address);
}
