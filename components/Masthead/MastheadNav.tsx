'use client';

import type { ReactNode } from 'react';
import { usePathname } from '@/i18n/navigation';
import { Link } from '../Link/Link';
import { isWithin } from './nav-items';
import styles from './Masthead.module.css';

type Item = { href: string; label: string; within?: readonly string[] };

/** Needs the address of the page to say where the reader is; the server renders it too. */
export function MastheadNav({ items }: { items: Item[] }) {
  const pathname = usePathname();
  return (
    <ul className={styles.items}>
      {items.map((item) => (
        <li key={item.href}>
          <Link
            href={item.href}
            className={styles.item}
            aria-current={isWithin(pathname, item.href, item.within) ? 'page' : undefined}
          >
            {item.label}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The same page in the other language, with its query, so that a search is not lost. */
export function LanguageLink({ locale, label }: { locale: string; label: string }) {
  const pathname = usePathname();
  const href = locale === 'en' ? `/en${pathname === '/' ? '' : pathname}` : pathname;
  return (
    <a
      href={href}
      hrefLang={locale}
      lang={locale}
      className={styles.language}
      onClick={(event) => {
        event.currentTarget.search = window.location.search;
      }}
    >
      {label}
    </a>
  );
}

/** The home page has its own large search box; every other page has the small one in the masthead. */
export function ExceptAtHome({ children }: { children: ReactNode }) {
  return usePathname() === '/' ? null : <>{children}</>;
}
