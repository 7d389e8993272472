import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { previewOf } from './preview';
import { readReport } from './read-report';

const page = (cell: string): string =>
  `<h1>青禾县2024年政府信息公开工作年度报告</h1><p>单位：件</p><table>
  <tr><th>信息内容</th><th>本年制发件数</th><th>本年废止件数</th><th>现行有效件数</th></tr>
  <tr><td>规章</td><td>${cell}</td><td></td><td>三</td></tr></table>
  <script>alert(1)</script><p>&lt;img src=x onerror=alert(1)&gt;</p>`;

const read = async (cell: string) =>
  previewOf(await readReport(Buffer.from(page(cell)), 'a.html'), 'zh-CN');

describe('the preview of a report', () => {
  it('says of each cell whether it was read, guessed, blank or not read, and where it stands', async () => {
    const { cells } = await read('12');
    expect(cells['disclosure/rules/issued']).toEqual({ figure: 12, state: 'read', at: 't1r2c2' });
    expect(cells['disclosure/rules/abolished']).toEqual({
      figure: null,
      state: 'blank',
      at: 't1r2c3',
    });
    expect(cells['disclosure/rules/in-force']).toEqual({
      figure: 3,
      state: 'guessed',
      at: 't1r2c4',
    });
    expect(cells['disclosure/normative/issued']).toEqual({ figure: null, state: 'unread' });
    expect(cells['litigation/review/total']?.state).toBe('unread');
  });

  it('shows what stands there for a cell that was not read', async () => {
    const { cells, findings, source } = await read('约20');
    expect(cells['disclosure/rules/issued']).toMatchObject({ figure: null, state: 'unread' });
    expect(findings.find(({ at }) => at === 't1r2c2')).toMatchObject({
      severity: 'unread',
      cells: ['disclosure/rules/issued'],
    });
    const table = source.find((block) => block.kind === 'table');
    expect(table?.rows[1]?.map(({ text }) => text)).toEqual(['规章', '约20', '', '三']);
  });

  it('says once what is alike of many rows, and marks the cells of all', async () => {
    const file = new URL(
      '../../../tests/fixtures/annual-reports/hanweb-2019.html',
      import.meta.url,
    );
    const { findings } = previewOf(await readReport(await readFile(file), 'a.html'), 'zh-CN');
    const blank = findings.find(({ text }) => text.endsWith('（共 21 行）'));
    expect(blank?.severity).toBe('blank');
    expect(blank?.cells).toHaveLength(21 * 6);
  });

  it('has the text of the file as text, without its scripts', async () => {
    const { source } = await read('12');
    const lines = source.flatMap((block) => (block.kind === 'line' ? [block.text] : []));
    expect(lines).toContain('<img src=x onerror=alert(1)>');
    expect(JSON.stringify(source)).not.toContain('script');
  });
});
