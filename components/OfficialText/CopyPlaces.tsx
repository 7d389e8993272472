'use client';

import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useHydrated } from '@/components/use-hydrated';

type CopyPlacesProps = {
  children: ReactNode;
  className?: string;
  lang?: string;
  hint: string;
  done: string;
  failed: string;
};

/**
 * Copies the address of a place in a text when its number is pressed, beside what the link does
 * anyway; says so beside the number, and politely to a screen reader. Without script the numbers are
 * plain links.
 */
export function CopyPlaces({ children, className, lang, hint, done, failed }: CopyPlacesProps) {
  const root = useRef<HTMLDivElement>(null);
  const [said, say] = useState('');
  const ready = useHydrated();
  useEffect(() => {
    const text = root.current;
    if (!text) return;
    let last: HTMLElement | undefined;
    const tell = (link: HTMLElement, words: string) => {
      last?.removeAttribute('data-copied');
      link.setAttribute('data-copied', words);
      last = link;
      // The same words twice are announced twice only if they were gone between.
      say('');
      requestAnimationFrame(() => say(words));
    };
    const copy = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-place]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      // No clipboard (an insecure address, or refused): the address bar has the link by now.
      const copied = navigator.clipboard?.writeText(link.href) ?? Promise.reject(new Error(failed));
      copied.then(
        () => tell(link, done),
        () => tell(link, failed),
      );
    };
    text.addEventListener('click', copy);
    return () => text.removeEventListener('click', copy);
  }, [done, failed]);
  return (
    <div ref={root}>
      {children}
      {ready && (
        <p className={className} lang={lang}>
          {hint}
        </p>
      )}
      <span role="status" lang={lang} style={HIDDEN}>
        {said}
      </span>
    </div>
  );
}

/** The words stand beside the number for the eye. */
const HIDDEN = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clip: 'rect(0 0 0 0)',
  whiteSpace: 'nowrap',
} as const;
