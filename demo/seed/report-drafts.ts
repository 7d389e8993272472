import { createLocalReq, type PayloadRequest } from 'payload';
import { compileInto } from '@/collections/AnnualReports/compile-into';
import type { ReportTables } from '@/domain/annual-reports/tables';
import { lexicalFromBlocks } from '@/domain/documents/lexical';
import type { AnnualReport, User } from '@/payload-types';
import type { Demo } from '../content';
import { idOf, quiet, type Seeding } from './seeding';

type Draft = Demo['reportDrafts'][number];

/** Reports about the running year, counted from what the demo county holds and taken to their stages. */
export async function seedReportDrafts(seeding: Seeding): Promise<number> {
  const { payload, demo, ids, signOff } = seeding;
  for (const draft of demo.reportDrafts) {
    const agency = idOf(ids.agencies, draft.agency);
    const { year, stage, parts, opinion } = draft;
    const { totalDocs } = await payload.count({
      collection: 'annual-reports',
      where: { and: [{ agency: { equals: agency } }, { year: { equals: year } }] },
    });
    if (totalDocs > 0) continue;
    const report = await payload.create({
      collection: 'annual-reports',
      draft: true,
      depth: 0,
      user: signOff.editor,
      context: quiet(),
      data: { agency, year, ...(parts && { parts: textsOf(parts) }) },
    });
    if (stage === 'begun') continue;
    const as = (user: User) => createLocalReq({ user, context: quiet() }, payload);
    const change = async (req: PayloadRequest, data: object) => {
      await payload.update({
        collection: 'annual-reports',
        id: report.id,
        draft: true,
        depth: 0,
        data: data as Partial<AnnualReport>,
        req,
      });
    };
    const { tables } = await compileInto(await as(signOff.editor), report, {
      overrideAccess: true,
    });
    await change(await as(signOff.editor), filledIn(tables, draft));
    if (stage === 'draft') continue;
    await change(await as(signOff.editor), { review: { action: 'submit' } });
    if (stage === 'returned') {
      await change(await as(signOff.clerk), { review: { action: 'return', opinion } });
    }
  }
  return demo.reportDrafts.length;
}

/** The figures that nobody but the agency knows, and those that somebody entered over what was counted. */
function filledIn(tables: ReportTables, { figures, entered }: Draft) {
  const filled = structuredClone(tables);
  Object.assign(filled.disclosure, { ...filled.disclosure, ...figures });
  for (const { row, column, figure } of entered) {
    const cells: Partial<Record<string, Record<string, number | null>>> = filled.applications;
    cells[row] = { ...cells[row], [column]: figure };
  }
  const handChanges = entered.map(({ row, column, why }) => ({
    table: 'applications',
    row,
    column,
    why,
  }));
  return { tables: filled, ...(handChanges.length > 0 && { handChanges }) };
}

const textsOf = (parts: NonNullable<Draft['parts']>) =>
  Object.fromEntries(
    Object.entries(parts).map(([part, blocks]) => [part, lexicalFromBlocks(blocks)]),
  );
