import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applicantKinds } from '../applications/applicants';
import { replyKindCodes, replyKinds } from '../applications/reply-kinds';
import { KINDS } from '../catalogue/codes';
import { PROCEEDING_KINDS, PROCEEDING_RESULTS } from '../proceedings/proceedings';
import { addDays } from '../workdays/days';
import { checkTables } from './check';
import { compileReport, type ReportRows } from './compile';
import { cellsOf } from './fill';
import { applicationColumns, figureAt, type LayoutCode } from './tables';

const day = fc.integer({ min: 0, max: 365 * 5 }).map((days) => addDays('2018-06-01', days));
const maybe = fc.option(day);
const many = <T>(one: fc.Arbitrary<T>) =>
  fc.array(one, { maxLength: 25 }).map((all) => all.map((each, id) => ({ id, ...each })));

const rows: fc.Arbitrary<ReportRows> = fc.record({
  documents: many(
    fc.record({
      kind: fc.constantFrom(...KINDS.map(({ code }) => code)),
      madeOn: maybe,
      publishedOn: maybe,
      effectiveOn: maybe,
      lapsesOn: maybe,
      incoming: fc.array(
        fc.record({
          verb: fc.constantFrom('amends', 'repeals', 'replaces', 'based-on'),
          on: maybe,
          by: fc.record({ madeOn: maybe }),
        }),
        { maxLength: 2 },
      ),
    }),
  ),
  interpretations: fc.array(fc.record({ publishedOn: maybe })),
  applications: many(
    fc.record({
      applicantKind: fc.constantFrom(...applicantKinds),
      receivedOn: maybe,
      closedOn: maybe,
      dueOn: maybe,
      reply: fc.option(fc.constantFrom(...replyKindCodes)),
      isExtended: fc.boolean(),
    }),
  ),
  proceedings: many(
    fc.record({
      kind: fc.constantFrom(...PROCEEDING_KINDS.map(({ code }) => code)),
      filedOn: day,
      closedOn: maybe,
      result: fc.option(fc.constantFrom(...PROCEEDING_RESULTS.map(({ code }) => code))),
    }),
  ),
});
const year = fc.integer({ min: 2018, max: 2023 });
const layout = fc.constantFrom<LayoutCode>('2019', '2021');

it('the identities of the form hold for any year of any records', () => {
  fc.assert(
    fc.property(rows, year, layout, (given, about, code) => {
      const { tables } = compileReport(code, about, given);
      expect(checkTables(code, tables)).toEqual([]);
    }),
  );
});

it('what one year carries out the next one carries in, in every column', () => {
  fc.assert(
    fc.property(rows, year, (given, about) => {
      const [before, after] = [about, about + 1].map(
        (one) => compileReport('2021', one, given).tables,
      );
      for (const column of applicationColumns) {
        expect(figureAt(after!, 'applications', 'carried-in', column)).toBe(
          figureAt(before!, 'applications', 'carried-out', column),
        );
      }
    }),
  );
});

it('what is in force is what was, with what was made and without what was abolished', () => {
  fc.assert(
    fc.property(rows, year, (given, about) => {
      // A text that waits for its day is made and not in force: the form's soft identity has no place for it.
      const documents = given.documents.map((one) => ({ ...one, effectiveOn: null }));
      const [before, after] = [about - 1, about].map(
        (one) => compileReport('2021', one, { ...given, documents }).tables.disclosure.normative!,
      );
      expect(after!['in-force']).toBe(
        before!['in-force']! +
          after!.issued! -
          after!.abolished! -
          repealedUndated(documents, about),
      );
    }),
  );
});

it('every figure is the number of the records behind it, each once', () => {
  fc.assert(
    fc.property(rows, year, layout, (given, about, code) => {
      const { tables, recordsIn } = compileReport(code, about, given);
      for (const cell of cellsOf(code)) {
        const records = recordsIn(cell);
        expect(figureAt(tables, cell.table, cell.row, cell.column)).toBe(records?.length ?? null);
        expect(new Set(records?.map(({ id }) => id)).size).toBe(records?.length ?? 0);
      }
    }),
  );
});

it('the tables are those of a recount cell by cell', () => {
  fc.assert(
    fc.property(rows, year, (given, about) => {
      const { tables } = compileReport('2021', about, given);
      const [begin, end] = [`${about}-01-01`, `${about}-12-31`];
      const known = given.applications.filter(({ receivedOn }) => receivedOn && receivedOn <= end);
      /** Closed no later than a day; an answer never counts before the receipt. */
      const isClosedBy = (closedOn: string | null, receivedOn: string, by: string) =>
        closedOn !== null && (closedOn > receivedOn ? closedOn : receivedOn) <= by;
      for (const kind of applicantKinds) {
        const own = known.filter(({ applicantKind }) => applicantKind === kind);
        const opens = own.filter((one) => !isClosedBy(one.closedOn, one.receivedOn!, end));
        const before = own.filter(
          (one) =>
            one.receivedOn! < begin &&
            !isClosedBy(one.closedOn, one.receivedOn!, addDays(begin, -1)),
        );
        expect(figureAt(tables, 'applications', 'carried-out', kind)).toBe(opens.length);
        expect(figureAt(tables, 'applications', 'carried-in', kind)).toBe(before.length);
        const closed = own.filter(
          (one) =>
            isClosedBy(one.closedOn, one.receivedOn!, end) &&
            !isClosedBy(one.closedOn, one.receivedOn!, addDays(begin, -1)),
        );
        for (const code of replyKindCodes) {
          const { row } = replyKinds[code];
          const inRow = closed.filter(({ reply }) =>
            reply === null ? row === 'other-else' : replyKinds[reply].row === row,
          );
          expect(figureAt(tables, 'applications', row, kind)).toBe(inRow.length);
        }
      }
    }),
  );
});

/** A repeal without a day counts at once and belongs to no year. */
const repealedUndated = (documents: ReportRows['documents'], about: number): number =>
  documents.filter(
    ({ kind, madeOn, publishedOn, incoming }) =>
      kind === 'normative' &&
      (madeOn ?? publishedOn)?.startsWith(String(about)) &&
      incoming.some(
        ({ verb, on, by }) => (verb === 'repeals' || verb === 'replaces') && !on && !by.madeOn,
      ),
  ).length;
