import * as xlsx from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STANDARD_CHANNELS } from '../../domain/catalogue/channels';
import { DOMAINS } from '../../domain/catalogue/domains';
import { keyOfItem, matchItems, type CatalogueItem } from '../../domain/catalogue/items';
import { readCatalogue, WorkbookError } from './read-workbook';
import { catalogueWorkbook } from './write-workbook';

const words = fc
  .array(fc.constantFrom(...'预算决算公开说明表格文本部门乡镇其他（）、：；12第条〔〕号A'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((letters) => letters.join(''));
const linesOfWords = fc
  .array(words, { minLength: 1, maxLength: 3 })
  .map((lines) => lines.join('\n'));
const group = fc.constantFrom('', '申请人', '被征收人及利害关系人');

const item: fc.Arbitrary<Omit<CatalogueItem, 'order'>> = fc.record({
  domain: fc.constantFrom(...DOMAINS.slice(0, 4).map(({ code }) => code)),
  levelOne: fc.constantFrom('政策文件', '规划计划', '结果公示'),
  levelTwo: fc.oneof(fc.constant(''), fc.constantFrom('法律法规', '实施方案', '结果公示')),
  content: linesOfWords,
  basis: fc.oneof(fc.constant(''), linesOfWords),
  timeLimit: fc.constantFrom('', '信息形成之日起20个工作日内'),
  agencyName: fc.constantFrom('', '县财政局', '县财政局、乡镇人民政府'),
  channels: fc.uniqueArray(fc.constantFrom(...STANDARD_CHANNELS, '村村响广播'), { maxLength: 4 }),
  audience: fc.constantFrom('all' as const, 'specific' as const),
  audienceNote: group,
  way: fc.constantFrom('proactive' as const, 'on-request' as const),
  levels: fc.constantFrom<CatalogueItem['levels'][]>(
    ['county'],
    ['township'],
    ['county', 'township'],
  ),
  reviewDays: fc.constantFrom(null, 30, 365),
});

/** Items as a catalogue holds them: no two alike, numbered within their field. */
const catalogue = fc
  .uniqueArray(item, { selector: (one) => keyOfItem(one), minLength: 1, maxLength: 24 })
  .map((items) =>
    DOMAINS.flatMap(({ code }) =>
      items.filter(({ domain }) => domain === code).map((one, i) => ({ ...one, order: i + 1 })),
    ),
  );

describe('a catalogue as XLSX', () => {
  it('is read back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(catalogue, async (items) => {
        const { items: read, findings } = readCatalogue(await catalogueWorkbook(items, '宜丰县'));
        const plain = read.map(({ at: _at, ...rest }) => rest);
        const expected = items.map((one) => ({
          ...one,
          channels: [...STANDARD_CHANNELS, '村村响广播'].filter((name) =>
            one.channels.includes(name),
          ),
        }));
        expect(plain).toEqual(expected);
        expect(findings).toEqual([]);
        const matched = matchItems(items, read);
        expect([matched.added, matched.missing, matched.repeated]).toEqual([[], [], []]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('has the official header in two rows, and merges equal levels', async () => {
    const one: CatalogueItem = {
      domain: 'budgets',
      order: 1,
      levelOne: '政府预算',
      levelTwo: '一般公共预算',
      content: '收支总表',
      basis: '《中华人民共和国预算法》第十四条',
      timeLimit: '批准后20日内',
      agencyName: '县财政局',
      channels: ['政府网站'],
      audience: 'all',
      audienceNote: '',
      way: 'proactive',
      levels: ['county', 'township'],
    };
    const bytes = await catalogueWorkbook([one, { ...one, order: 2, content: '支出明细表' }]);
    const sheet = xlsx.read(bytes).Sheets['财政预决算'];
    const rows = xlsx.utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1, defval: '' });
    expect(rows[1]?.slice(0, 14)).toEqual([
      '序号',
      '公开事项',
      '',
      '公开内容（要素）',
      '公开依据',
      '公开时限',
      '公开主体',
      '公开渠道和载体',
      '公开对象',
      '',
      '公开方式',
      '',
      '公开层级',
      '',
    ]);
    expect(rows[2]?.slice(8, 14)).toEqual(['全社会', '特定群体', '主动', '依申请', '县级', '乡级']);
    expect(sheet?.['!merges']?.map(xlsx.utils.encode_range)).toEqual(
      expect.arrayContaining(['B4:B5', 'C4:C5']),
    );
  });

  it('can be opened when it has no item', async () => {
    const { items, findings } = readCatalogue(await catalogueWorkbook([]));
    expect(items).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(['no-domain']);
  });

  it('says what to do with a file that is no workbook', () => {
    expect(() => readCatalogue(new TextEncoder().encode('序号,公开事项'))).toThrow(WorkbookError);
    const broken = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]);
    expect(() => readCatalogue(broken)).toThrow(/打不开/);
    expect(() => readCatalogue(new Uint8Array(21 * 1024 * 1024))).toThrow(/20 MB/);
  });
});
