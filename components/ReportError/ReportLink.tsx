'use client';

import type { ReactNode, SyntheticEvent } from 'react';
import { addressWithPage } from './address-with-page';

type Props = { href: string; className?: string; children: ReactNode };

/** A plain link whose address learns of the page at the moment when somebody turns to it. */
export function ReportLink({ href, className, children }: Props) {
  const tell = ({ currentTarget: link }: SyntheticEvent<HTMLAnchorElement>) => {
    const { pathname, search } = window.location;
    const title = document.querySelector('main h1')?.textContent ?? '';
    link.href = addressWithPage(href, pathname + search, title);
  };
  return (
    <a
      href={href}
      rel="nofollow"
      className={className}
      onFocus={tell}
      onPointerDown={tell}
      onClick={tell}
    >
      {children}
    </a>
  );
}
