import { APIError, type CollectionBeforeChangeHook } from 'payload';
import { localeOf } from '@/access/language';
import { reportTitle } from '@/domain/annual-reports/head';
import { messages } from '@/messages';
import type { AnnualReport } from '@/payload-types';
import { layoutOf } from './findings';
import { oneAYear } from './one-a-year';

/** The title follows agency and year, and the layout follows the year as long as there are no figures. */
export const nameReport: CollectionBeforeChangeHook<AnnualReport> = async (change) => {
  const { data, originalDoc, req } = change;
  const head = await oneAYear('annual-reports', change, {
    titleOf: reportTitle,
    twin: (agencyName, year) => {
      const text = messages[localeOf(req)].reportFindings.refusals.twin
        .replace('{agency}', () => agencyName)
        .replace('{year}', String(year));
      return new APIError(text, 400, { refusal: 'twin' }, true);
    },
  });
  if (!head) return data;
  const { year } = head;
  const layout = data.layout || originalDoc?.layout;
  const isOtherYear = originalDoc?.year !== undefined && originalDoc.year !== year;
  const isKept = layout && !(isOtherYear && layout === originalDoc?.layout && isBlank(data.tables));
  return { ...data, ...head, layout: isKept ? layout : layoutOf(null, year) };
};

/** Whether no cell of the tables holds a figure. */
const isBlank = (tables: unknown): boolean => !/:-?\d/.test(JSON.stringify(tables ?? null));
