import type { Payload } from 'payload';
import { countyYear, type CountyPaper } from '../../bench/county-year';
import { OUTSIDE_WEB } from './harness/portal';

const ISSUERS = [
  { name: '测试县人民政府', code: '999990001', numberPrefix: '测府' },
  { name: '测试县财政局', code: '999990002', numberPrefix: '测财' },
];

/** The agencies that issue `countyPapers`. */
export async function agencies(payload: Payload): Promise<void> {
  for (const [at, { name, code }] of ISSUERS.entries()) {
    await payload.create({
      collection: 'agencies',
      data: { name, code, slug: `issuer-${at}`, kind: 'department' } as never,
      locale: 'zh-CN' as never,
      context: { ...OUTSIDE_WEB, disableIndexing: true },
    });
  }
}

/** Papers of a county, the same on every run. */
export const countyPapers = (count: number): CountyPaper[] => [...countyYear(ISSUERS, count)];
