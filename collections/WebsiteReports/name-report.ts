import { APIError, type CollectionBeforeChangeHook } from 'payload';
import { localeOf } from '@/access/language';
import { oneAYear } from '@/collections/AnnualReports/one-a-year';
import { messages } from '@/messages';
import type { WebsiteReport } from '@/payload-types';

/** The title follows the agency and the year; an agency reports on its website once a year. */
export const nameReport: CollectionBeforeChangeHook<WebsiteReport> = async (change) => {
  const { data, req } = change;
  const filled = (text: string, agencyName: string, year: number) =>
    text.replace('{agency}', () => agencyName).replace('{year}', String(year));
  const head = await oneAYear('website-reports', change, {
    titleOf: (agencyName, year) => filled(messages['zh-CN'].websiteReports.name, agencyName, year),
    twin: (agencyName, year) => {
      const { twin } = messages[localeOf(req)].websiteReports.refusals;
      return new APIError(filled(twin, agencyName, year), 400, { refusal: 'twin' }, true);
    },
  });
  return head ? { ...data, ...head } : data;
};
