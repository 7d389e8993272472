import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { report2020 } from '../../../domain/annual-reports/report-2020.fixture';
import { reportCsv } from '../../export/annual-report/report-csv';
import { reportJson } from '../../export/annual-report/report-json';
import { sampleReport } from '../../export/annual-report/report-samples';
import { readDataFile } from './data-file';
import { readReport } from './read-report';

const paper = sampleReport('2019', report2020());
const csv = reportCsv(paper);
const json = reportJson(paper, 'https://www.example.gov.cn');
const bytes = (text: string) => new TextEncoder().encode(text);
const codes = (text: string) =>
  readDataFile(bytes(text))?.findings.flatMap(({ severity, code }) =>
    severity === 'blank' ? [] : [code],
  );

describe('data that this platform gave out', () => {
  it('is read by the codes of its cells, however a spreadsheet wrote it again', () => {
    const again = csv
      .replace('\ufeff', '')
      .replaceAll('\r\n', '\n')
      .replace(',10949\n', ',"10,949"\n')
      .replace(',177\n', ',１７７\n');
    expect(readDataFile(bytes(again))?.tables).toEqual(report2020());
  });

  it('leaves blank what is no figure, and says where', () => {
    const read = readDataFile(bytes(csv.replace(',10949\r', ',很多\r')));
    expect(read?.tables.disclosure.licensing?.decisions).toBeNull();
    expect(read?.findings[0]).toMatchObject({
      severity: 'unread',
      code: 'not-a-figure',
      row: 'licensing',
      column: 'decisions',
      text: '很多',
    });
  });

  it('takes no value that is not one: true, lists and objects', () => {
    for (const wrong of ['true', '[3]', '{"a":3}', '"3e5x"']) {
      const read = readDataFile(bytes(json.replace('"decisions": 10949', `"decisions": ${wrong}`)));
      expect(read?.tables.disclosure.licensing?.decisions).toBeNull();
      expect(read?.findings[0]?.code).toBe('not-a-figure');
    }
  });

  it('tells of cells that the layout has not, of two figures for one, and of rows left out', () => {
    expect(codes(csv.replace(',rules,made,', ',rules,issued,'))).toContain('outside-layout');
    const line = '青禾县人民政府,2020,2019,disclosure,fees,previous,,,23\r\n';
    expect(codes(csv + line)).toContain('conflict');
    expect(readDataFile(bytes(csv + line))?.tables.disclosure.fees?.previous).toBeNull();
    const without = csv.split('\r\n').filter((each) => !each.includes(',review,'));
    expect(codes(without.join('\r\n'))).toEqual(['row-missing']);
  });

  it('is left to other readers when it is none, or cut off', () => {
    expect(readDataFile(bytes('{"a": 1}'))).toBeNull();
    expect(readDataFile(bytes(json.slice(0, json.length / 2)))).toBeNull();
    expect(readDataFile(bytes('a,b,c\n1,2,3\n'))).toBeNull();
    expect(readDataFile(bytes(json.replace('"layout": "2019"', '"layout": "2030"')))).toBeNull();
  });

  it('never brings the reader to fall, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(csv, json),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (text, share) => {
          const read = await readReport(bytes(text.slice(0, text.length * share)), 'report.json');
          expect(read.findings.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 40 },
    );
  });
});
