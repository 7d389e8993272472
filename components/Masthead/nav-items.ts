/** The portal's first level, in the order of the masthead; labels are `shell.nav.<key>`. */
export const NAV_ITEMS = [
  { key: 'documents', href: '/documents' },
  { key: 'interpretations', href: '/interpretations' },
  { key: 'topics', href: '/topics' },
  { key: 'disclosure', href: '/disclosure' },
  { key: 'agencies', href: '/agencies' },
  { key: 'annualReports', href: '/annual-reports' },
  { key: 'applications', href: '/applications' },
] as const;

/** Whether a page belongs to a part of the portal: /documents/a belongs to /documents, /documents-b does not. */
export const isWithin = (pathname: string, href: string): boolean =>
  pathname === href || pathname.startsWith(`${href}/`);
