'use client';

import { Link, usePathname } from '@/i18n/navigation';
import styles from './disclosure.module.css';

type Entry = { href: string; label: string; within?: string[] };
export type FrameItem = Entry & { below: Entry[] };

/** Needs the address of the page to mark the part that it belongs to; the server renders it too. */
export function FrameNav({ items }: { items: FrameItem[] }) {
  const pathname = usePathname();
  const isIn = ({ href, within = [] }: Entry) =>
    [href, ...within].some((place) => pathname === place || pathname.startsWith(`${place}/`));
  const mark = (entry: Entry, isMarked: boolean) =>
    pathname === entry.href ? ('page' as const) : isMarked ? ('true' as const) : undefined;
  return (
    <ul className={styles.items}>
      {items.map((item) => {
        const isOpen = isIn(item) || item.below.some(isIn);
        return (
          <li key={item.href}>
            <Link
              href={item.href}
              prefetch={false}
              className={styles.item}
              aria-current={mark(item, isOpen)}
            >
              {item.label}
            </Link>
            {isOpen && item.below.length > 0 && (
              <ul className={styles.below}>
                {item.below.map((entry) => (
                  <li key={entry.href}>
                    <Link
                      href={entry.href}
                      prefetch={false}
                      className={styles.belowItem}
                      aria-current={mark(entry, isIn(entry))}
                    >
                      {entry.label}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}
