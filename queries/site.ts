import { cache } from 'react';
import { keptSite, keepSite } from '@/globals/Site/kept-site';
import type { Site } from '@/payload-types';
import { asPublic, portal } from './portal';

export type SiteFacts = Pick<
  Site,
  'organiser' | 'undertaker' | 'contact' | 'siteCode' | 'icp' | 'police' | 'agencyMark'
> & {
  name: string;
  /** Whether every page has to say that it is a demonstration. */
  isDemo: boolean;
};

/** Whose platform this is, in the reader's language; a portal that nobody named yet is called 公开. */
export const findSite = cache(async (locale: 'zh-CN' | 'en'): Promise<SiteFacts> => {
  const kept = keptSite<SiteFacts>(locale);
  if (kept) return kept;
  const payload = await portal();
  const site = await payload.findGlobal({ slug: 'site', depth: 0, locale, ...asPublic });
  return keepSite(locale, {
    ...site,
    name: site.name || (locale === 'en' ? 'Gongkai' : '公开'),
    isDemo: process.env.DEMO === 'true',
  });
});
