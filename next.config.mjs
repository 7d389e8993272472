import path from 'node:path';
import { withPayload } from '@payloadcms/next/withPayload';
import createNextIntlPlugin from 'next-intl/plugin';
import { UNREADABLE } from './i18n/unreadable.mjs';

const withNextIntl = createNextIntlPlugin('./i18n/request.ts');

/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks types; whoever only runs the portal does not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Made pages live in memory: what was dropped before a restart can't come back from the disk, and
  // one build can serve several databases.
  // A supplement comes with at most five files of 10 MB (collections/Applications/applicant-deeds.ts).
  experimental: { isrFlushToDisk: false, serverActions: { bodySizeLimit: '52mb' } },
  // A proxy in front may go on with an old page for ten minutes at most, not for Next's year.
  expireTime: 600,
  // What one web process drops, all drop.
  cacheHandler: path.resolve('processes/page-cache.mjs'),
  cacheMaxMemorySize: 128 * 1024 * 1024,
  // Native modules: bundling them would lose their binaries.
  serverExternalPackages: ['libsql', '@node-rs/jieba', 'sharp', 'docx', 'imapflow'],
  outputFileTracingIncludes: { '/**': ['./search/dictionary/*.txt'] },
  // Chinese has no prefix: an address without a language is the Chinese page. Two rules in the
  // router do what a proxy function would do on every request, and do not depend on the host name.
  async redirects() {
    return [
      { source: '/zh-CN', destination: '/', permanent: true },
      { source: '/zh-CN/:path*', destination: '/:path*', permanent: true },
    ];
  },
  async rewrites() {
    return {
      beforeFiles: [
        // No page has this name, so the reader gets the portal's own words for an address that leads nowhere.
        { source: UNREADABLE, destination: '/zh-CN/unreadable-address' },
        { source: '/', destination: '/zh-CN' },
        // Files of the portal's own, whose names end in .csv or .atom.
        { source: '/:kind(lists|feeds)/:path+', destination: '/zh-CN/:kind/:path+' },
        {
          source: '/:path((?!en$|en/|zh-CN$|zh-CN/|api/|admin$|admin/|_next/|.*\\.).*)',
          destination: '/zh-CN/:path',
        },
      ],
    };
  },
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
          { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
          { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
        ],
      },
      {
        // Cases, accounts and the log: neither a proxy nor a shared computer keeps an answer.
        source:
          '/api/:collection(applications|application-drafts|case-files|mails|users|audit-log)/:path*',
        headers: [{ key: 'Cache-Control', value: 'private, no-store' }],
      },
    ];
  },
};

const config = withPayload(withNextIntl(nextConfig), { devBundleServerPackages: false });

export default {
  ...config,
  /**
   * Payload asks every browser for its colour scheme, so that the admin starts in the right one. A
   * browser repeats its first request for that; readers of the portal are spared it.
   */
  async headers() {
    const rules = await config.headers();
    return rules.map((rule) =>
      rule.headers.some(({ key }) => key === 'Critical-CH')
        ? { ...rule, source: '/admin/:path*' }
        : rule,
    );
  },
};
