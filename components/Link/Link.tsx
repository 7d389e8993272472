import type { AnchorHTMLAttributes } from 'react';
import { Link as LocaleLink } from '@/i18n/navigation';

export type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { href: string };

/**
 * A link inside the portal in the reader's language, or a plain one to anywhere else.
 * Nothing is fetched ahead: a list of fifty titles would ask the server for fifty pages
 * of which the reader opens one.
 */
export function Link({ href, children, ...rest }: LinkProps) {
  if (!href.startsWith('/') || href.startsWith('//')) {
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    );
  }
  return (
    <LocaleLink href={href} prefetch={false} {...rest}>
      {children}
    </LocaleLink>
  );
}
