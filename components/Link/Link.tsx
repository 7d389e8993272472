import type { AnchorHTMLAttributes } from 'react';
import { isLeaving, leavePath } from '@/domain/frame/leaving';
import { Link as LocaleLink } from '@/i18n/navigation';

export type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { href: string };

/**
 * A link inside the portal in the reader's language, or a plain one to anywhere else; one that leads
 * away from government asks first, see app/(portal)/[locale]/leave.
 * Nothing is fetched ahead: a list of fifty titles would ask the server for fifty pages
 * of which the reader opens one.
 */
export function Link({ href, children, ...rest }: LinkProps) {
  if (isLeaving(href)) {
    return (
      <LocaleLink href={leavePath(href)} prefetch={false} rel="nofollow" {...rest}>
        {children}
      </LocaleLink>
    );
  }
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
