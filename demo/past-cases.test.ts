import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { compileReport } from '../domain/annual-reports/compile';
import type { CaseOfYear } from '../domain/annual-reports/compile-applications';
import { readLedger } from '../transfer/ledger/read-ledger';
import { readDemo } from './content';

const folder = path.resolve('demo');

it('holds the cases and the review that the published report of 2025 counts', async () => {
  const demo = await readDemo(folder);
  const report = demo.reports.find(
    ({ agency, year }) => agency === 'market-regulation' && year === 2025,
  );
  const file = path.join(folder, 'ledgers', 'market-regulation-2025.csv');
  const { rows } = await readLedger(await readFile(file), file);
  const applications = rows.map(({ entry, notes }, id): CaseOfYear => {
    if (!entry || notes.length > 0) throw new Error(JSON.stringify(notes));
    const { applicantKind, receivedOn, decidedOn, replyKind } = entry;
    const reply = replyKind === 'withdrawn' ? null : replyKind;
    const closedOn = decidedOn;
    return { id, applicantKind, receivedOn, dueOn: null, closedOn, reply, isExtended: false };
  });
  const proceedings = demo.proceedings
    .filter(({ agency }) => agency === 'market-regulation')
    .map(({ kind, filedOn, closedOn = null, result = null }, id) => ({
      id,
      kind,
      filedOn,
      closedOn,
      result,
    }));
  const { tables } = compileReport('2021', 2025, {
    documents: [],
    interpretations: [],
    applications,
    proceedings,
  });
  expect(tables.applications).toEqual(report?.tables.applications);
  expect(tables.litigation).toEqual(report?.tables.litigation);
  expect(tables.disclosure.normative).toEqual(
    (report?.tables.disclosure as Record<string, unknown>).normative,
  );
});
