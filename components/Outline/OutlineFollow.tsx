'use client';

import { useEffect, useRef } from 'react';

/** Marks in the contents the part that is being read. Without script the contents work all the same. */
export function OutlineFollow({ ids }: { ids: string[] }) {
  const here = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const nav = here.current?.closest('nav');
    if (!nav || !('IntersectionObserver' in window)) return;
    const links = new Map(
      [...nav.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].map((a) => [
        decodeURIComponent(a.hash.slice(1)),
        a,
      ]),
    );
    const parts = ids
      .map((id) => document.getElementById(id))
      .filter((part): part is HTMLElement => part !== null);
    const mark = () => {
      // The part being read is the last one whose heading has passed the upper fifth of the window.
      const line = window.innerHeight / 5;
      let current = parts[0];
      for (const part of parts) if (part.getBoundingClientRect().top <= line) current = part;
      for (const [id, link] of links) {
        if (id === current?.id) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    };
    const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -80% 0px' });
    parts.forEach((part) => observer.observe(part));
    return () => observer.disconnect();
  }, [ids]);
  return <span ref={here} hidden />;
}
