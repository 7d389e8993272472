import { pageAddress } from '@/queries/lists/words';

/**
 * What programs may ask for: everything public, without the forms that citizens fill in, the pages that
 * a question makes, and the admin.
 */
export function GET(): Response {
  const closed = [
    ...['/admin', '/api/', '/search', '/leave', '/applications/new', '/applications/receipt'],
    ...['/applications/status', '/letters/new', '/letters/receipt', '/letters/status'],
    ...['/corrections/', '/consultations/status'],
  ];
  const lines = [
    'User-agent: *',
    ...closed.flatMap((path) =>
      path === '/admin' || path === '/api/'
        ? [`Disallow: ${path}`]
        : [`Disallow: ${path}`, `Disallow: /en${path}`],
    ),
    '',
    `Sitemap: ${pageAddress('/sitemap.xml', 'zh-CN')}`,
    '',
  ];
  return new Response(lines.join('\n'), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
  });
}

// The address of the site is known when it runs, not when it is built.
export const dynamic = 'force-dynamic';
