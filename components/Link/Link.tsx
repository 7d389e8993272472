import { useLocale } from 'next-intl';
import NextLink from 'next/link';
import type { AnchorHTMLAttributes } from 'react';
import { isLeaving, leavePath } from '@/domain/frame/leaving';
import { getPathname } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';

export type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { href: string };

/**
 * A link inside the portal in the reader's language, or a plain one to anywhere else; one that leads
 * away from government asks first, see app/(portal)/[locale]/leave.
 * Nothing is fetched ahead: a list of fifty titles would ask the server for fifty pages
 * of which the reader opens one.
 *
 * Not the Link of next-intl: that one waits for the language anew at each link, and React sends what
 * waits in pieces of its own, sixty of them for a page of ninety links.
 */
export function Link({ href, children, ...rest }: LinkProps) {
  const locale = useLocale() as Locale;
  const isAway = isLeaving(href);
  if (!isAway && (!href.startsWith('/') || href.startsWith('//'))) {
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    );
  }
  return (
    <NextLink
      href={getPathname({ href: isAway ? leavePath(href) : href, locale })}
      prefetch={false}
      {...(isAway && { rel: 'nofollow' })}
      {...rest}
    >
      {children}
    </NextLink>
  );
}
