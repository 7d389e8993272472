import { randomBytes } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { checkTables } from '../domain/annual-reports/check';
import { compileReport, type ReportRows } from '../domain/annual-reports/compile';
import { cellsOf } from '../domain/annual-reports/fill';
import { cellKey } from '../domain/annual-reports/roll-up';
import { figureAt, type ReportTables } from '../domain/annual-reports/tables';
import { isReplyKind } from '../domain/applications/reply-kinds';
import { isOpen } from '../domain/applications/statuses';
import { dayOf } from '../domain/workdays/days';
import { recount } from './recount';
import { simulateCounty, type County } from './simulated-county';

let county: County;
beforeAll(() => {
  // Inquiries of third parties are sealed as they are made.
  process.env.SEAL_KEY ??= randomBytes(32).toString('base64');
  county = simulateCounty({
    year: 2024,
    departments: 3,
    townships: 2,
    documents: 900,
    formerNormative: 300,
    applications: 400,
  });
});

const dayIn = (value: string | null | undefined) => (value ? dayOf(value) : null);

/** The rows of an agency as the database would give them back. */
function rowsOf(
  { documents, interpretations, cases, proceedings }: County,
  agency: number,
): ReportRows {
  return {
    documents: documents.flatMap(({ relations: _, ...one }, id) =>
      one.agency === agency && one.isPublic
        ? [
            {
              ...one,
              id,
              incoming: documents.flatMap((acting) =>
                acting.isPublic
                  ? acting.relations
                      .filter(({ document }) => document === id)
                      .map((relation) => ({ ...relation, by: acting }))
                  : [],
              ),
            },
          ]
        : [],
    ),
    interpretations: interpretations.filter((one) => one.agency === agency),
    applications: cases.flatMap(({ story, application }, id) => {
      if (story.agency !== agency) return [];
      const { reply, status, extension } = application;
      const isReplied = Boolean(reply?.decidedOn) || isOpen(status!);
      return [
        {
          id,
          applicantKind: story.applicantKind,
          receivedOn: dayIn(application.receivedOn),
          dueOn: dayIn(application.dueOn),
          closedOn: dayIn(application.closedOn),
          reply: isReplied && isReplyKind(reply?.kind) ? reply.kind : null,
          isExtended: extension?.state === 'approved',
        },
      ];
    }),
    proceedings: proceedings
      .map((one, id) => ({ ...one, id }))
      .filter((one) => one.agency === agency),
  };
}

const figuresOf = (tables: ReportTables): Record<string, number> =>
  Object.fromEntries(
    cellsOf('2021').flatMap((cell): [string, number][] => {
      const figure = figureAt(tables, cell.table, cell.row, cell.column);
      return figure ? [[cellKey(cell), figure]] : [];
    }),
  );

it('a simulated county, its cases handled by the real rules, is counted as a naive recount counts it', () => {
  const again = recount(county);
  expect(again.size).toBe(7);
  for (const [agency, figures] of again) {
    const { tables } = compileReport('2021', county.year, rowsOf(county, agency));
    expect(figuresOf(tables)).toEqual(figures);
    expect(checkTables('2021', tables)).toEqual([]);
  }
});

it('has something in nearly every cell of the form, or the comparison would prove little', () => {
  const filled = new Set([...recount(county).values()].flatMap((figures) => Object.keys(figures)));
  const computed = cellsOf('2021').filter(
    ({ table, row, column }) =>
      table !== 'disclosure' || (row === 'normative' && column !== 'fee-amount'),
  );
  const sums = computed.filter(({ column }) => column === 'natural' || column === 'total');
  expect(sums.filter((cell) => !filled.has(cellKey(cell))).map(cellKey)).toEqual([]);
});
