import type { County } from './simulated-county';

/**
 * The county's tables of 2021 counted again from what was invented, by sentences of the form and nothing
 * else: no rule, no clock, no stored row, each cell by a search of its own through everything. Slow, and
 * written to be read beside the form.
 *
 * @returns for each agency its figures by `table/row/column`, those that are not 0
 */
export function recount(county: County): Map<number, Record<string, number>> {
  const all = new Map<number, Record<string, number>>();
  county.agencies.forEach(({ kind }, agency) => {
    if (kind !== 'external') all.set(agency, recountAgency(county, agency));
  });
  return all;
}

/** What the notice calls each way to end a case, by its number in the table. */
const ROWS: Record<string, string> = {
  granted: 'granted',
  'already-public': 'granted',
  partial: 'partial',
  'refused-secret': 'refused-secret',
  'refused-law': 'refused-law',
  'refused-safety': 'refused-safety',
  'refused-third-party': 'refused-third-party',
  'refused-internal': 'refused-internal',
  'refused-process': 'refused-process',
  'refused-enforcement': 'refused-enforcement',
  'special-inquiry': 'refused-inquiry',
  'not-existing': 'unavailable-not-held',
  'not-ours': 'unavailable-not-held',
  'to-be-made': 'unavailable-to-be-made',
  'still-unclear': 'unavailable-unclear',
  petition: 'declined-petition',
  repeat: 'declined-repeat',
  publication: 'declined-publication',
  excessive: 'declined-excessive',
  reissue: 'declined-reissue',
  'not-supplemented': 'other-not-supplemented',
  unpaid: 'other-unpaid',
  other: 'other-else',
  withdrawn: 'other-else',
};

function recountAgency(county: County, agency: number): Record<string, number> {
  const figures: Record<string, number> = {};
  const set = (cell: string, figure: number) => {
    if (figure > 0) figures[cell] = figure;
  };
  const { year } = county;
  const [firstDay, lastDay] = [`${year}-01-01`, `${year}-12-31`];
  const isInYear = (day: string) => day >= firstDay && day <= lastDay;

  for (const [row, kind] of [
    ['rules', 'rule'],
    ['normative', 'normative'],
  ] as const) {
    const own = county.documents.filter(
      (one) => one.agency === agency && one.kind === kind && one.isPublic,
    );
    set(`disclosure/${row}/issued`, own.filter(({ madeOn }) => isInYear(madeOn)).length);
    const ended = own.filter(
      ({ endsOn, madeOn }) => endsOn && isInYear(endsOn > madeOn ? endsOn : madeOn),
    );
    set(`disclosure/${row}/abolished`, ended.length);
    const standing = own.filter(
      ({ madeOn, effectiveOn, endsOn }) =>
        (effectiveOn ?? madeOn) <= lastDay && madeOn <= lastDay && !(endsOn && endsOn <= lastDay),
    );
    set(`disclosure/${row}/in-force`, standing.length);
  }

  const cases = county.cases.map(({ story }) => story).filter((one) => one.agency === agency);
  const columns: [string, string[]][] = [
    'natural',
    'business',
    'research',
    'welfare',
    'legal-service',
    'other-org',
  ].map((kind) => [kind, [kind]]);
  columns.push(['total', columns.map(([kind]) => kind)]);
  for (const [column, kinds] of columns) {
    const own = cases.filter(
      (one) => one.receivedOn && one.receivedOn <= lastDay && kinds.includes(one.applicantKind),
    );
    const received = own.filter((one) => isInYear(one.receivedOn!));
    const carriedIn = own.filter(
      (one) => one.receivedOn! < firstDay && !(one.ended && one.ended.on < firstDay),
    );
    const closed = own.filter((one) => one.ended && isInYear(one.ended.on));
    const carriedOut = own.filter((one) => !(one.ended && one.ended.on <= lastDay));
    set(`applications/received/${column}`, received.length);
    set(`applications/carried-in/${column}`, carriedIn.length);
    set(`applications/outcome-total/${column}`, closed.length);
    set(`applications/carried-out/${column}`, carriedOut.length);
    for (const row of new Set(Object.values(ROWS))) {
      const inRow = closed.filter((one) => ROWS[one.ended!.as] === row);
      set(`applications/${row}/${column}`, inRow.length);
    }
  }

  for (const row of ['review', 'direct-suit', 'suit-after-review']) {
    const own = county.proceedings.filter(
      (one) => one.agency === agency && one.kind === row && one.filedOn <= lastDay,
    );
    const closed = own.filter(({ closedOn }) => closedOn && isInYear(closedOn));
    const pending = own.filter(({ closedOn }) => !closedOn || closedOn > lastDay);
    for (const result of ['upheld', 'corrected', 'other']) {
      set(`litigation/${row}/${result}`, closed.filter((one) => one.result === result).length);
    }
    set(`litigation/${row}/pending`, pending.length);
    set(`litigation/${row}/total`, closed.length + pending.length);
  }
  return figures;
}

/** Whose sums are the county's. */
export function recountCounty(county: County): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const figures of recount(county).values()) {
    for (const [cell, figure] of Object.entries(figures)) sum[cell] = (sum[cell] ?? 0) + figure;
  }
  return sum;
}
