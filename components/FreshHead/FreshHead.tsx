'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';

/**
 * Takes the tags of the page before out of the head. Next.js sends a page's tags in a part of its own, which React
 * takes over last; a link that is pressed before leaves them to nobody, and beside those of the next page they
 * would say that it is another one: two canonical links, two languages, another column.
 */
export function FreshHead() {
  const path = usePathname();
  const first = useRef(path);
  useEffect(() => {
    if (path === first.current) return;
    // What the browser itself has made since is React's; of the page that was sent, React owns what it took over.
    for (const tag of document.head.querySelectorAll(OF_A_PAGE)) if (!isOwned(tag)) tag.remove();
    first.current = '';
  }, [path]);
  return null;
}

const OF_A_PAGE =
  'title, link[rel="canonical"], link[rel="alternate"], meta[property], meta[name]:not([name="viewport"], [name="next-size-adjust"], [name="theme-color"], [name="color-scheme"])';

/** React marks whatever it looks after. */
const isOwned = (tag: Element): boolean =>
  Object.keys(tag).some((key) => key.startsWith('__react'));
