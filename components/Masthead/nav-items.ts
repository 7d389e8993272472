/**
 * The portal's first level, in the order of the masthead; labels are `shell.nav.<key>`. What stands
 * within a part under an address of its own marks that part too.
 */
export const NAV_ITEMS: readonly { key: NavKey; href: string; within?: readonly string[] }[] = [
  { key: 'documents', href: '/documents' },
  { key: 'interpretations', href: '/interpretations' },
  { key: 'topics', href: '/topics' },
  {
    key: 'disclosure',
    href: '/disclosure',
    within: ['/agencies', '/annual-reports', '/website-reports', '/statistics'],
  },
  { key: 'applications', href: '/applications' },
  { key: 'services', href: '/services', within: ['/policies', '/questions'] },
  {
    key: 'participate',
    href: '/participate',
    within: ['/consultations', '/letters', '/corrections', '/proposals'],
  },
];

type NavKey =
  | 'documents'
  | 'interpretations'
  | 'topics'
  | 'disclosure'
  | 'applications'
  | 'services'
  | 'participate';

/** Whether a page belongs to a part of the portal: /documents/a belongs to /documents, /documents-b does not. */
export const isWithin = (pathname: string, href: string, within: readonly string[] = []): boolean =>
  [href, ...within].some((place) => pathname === place || pathname.startsWith(`${place}/`));
