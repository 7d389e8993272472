import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChannels, STANDARD_CHANNELS, writeChannels } from './channels';
import { domainIn, readSheet, type Sheet } from './sheet';

const HEAD = [
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
];
const BELOW = [
  '',
  '一级事项',
  '二级事项',
  '',
  '',
  '',
  '',
  '',
  '全社会',
  '特定群体',
  '主动',
  '依申请公开',
  '县级',
  '乡、村级',
];
const ROW = [
  '1.0',
  '救助标准',
  '低保标准',
  '保障标准',
  '《社会救助暂行办法》',
  '20个工作日',
  '县民政局',
  '■政府网站 □政府公报\n■便民服务站',
  '√',
  '',
  '✓',
  '',
  '是',
  '■',
];

const sheet = (rows: string[][], rest: Partial<Sheet> = {}): Sheet => ({
  name: '社会救助',
  rows,
  merges: [],
  ...rest,
});

describe('reading a sheet of a catalogue', () => {
  it('reads the official shape', () => {
    const { domain, items, findings } = readSheet(
      sheet([['社会救助领域基层政务公开标准目录'], HEAD, BELOW, ROW]),
    );
    expect(domain).toBe('social-assistance');
    expect(findings).toEqual([]);
    expect(items).toEqual([
      {
        domain: 'social-assistance',
        order: 1,
        levelOne: '救助标准',
        levelTwo: '低保标准',
        content: '保障标准',
        basis: '《社会救助暂行办法》',
        timeLimit: '20个工作日',
        agencyName: '县民政局',
        channels: ['政府网站', '便民服务站'],
        audience: 'all',
        audienceNote: '',
        way: 'proactive',
        levels: ['county', 'township'],
        at: { sheet: '社会救助', row: 4 },
      },
    ]);
  });

  it('gives merged levels to every row that they span, and carries a level one that was left blank', () => {
    const rows = [
      HEAD,
      BELOW,
      ROW,
      ['2', '', '', '办理程序'],
      ['3', '', '', '办理结果'],
      ['', '', '', ''],
      ['4', '', '特困供养', '供养标准'],
    ];
    const merges = [{ top: 2, left: 2, bottom: 3, right: 2 }];
    const { items } = readSheet(sheet(rows, { merges }));
    expect(items.map(({ order, levelOne, levelTwo }) => [order, levelOne, levelTwo])).toEqual([
      [1, '救助标准', '低保标准'],
      [2, '救助标准', '低保标准'],
      [3, '救助标准', ''],
      [4, '救助标准', '特困供养'],
    ]);
  });

  it('reads a header in one row, extra title rows, and the header printed again', () => {
    const head = ['序号', '一级事项', '二级事项', '公开内容', '公开对象', '公开方式', '公开层级'];
    const rows = [
      [],
      ['附件'],
      ['（二十）社会救助领域'],
      head,
      ['１', '监督检查', '', '举报电话', '全社会', '主动公开', '县级、乡级'],
      head,
      ['2', '', '', '个案情况', '申请人', '依申请公开', '乡级'],
    ];
    const { items, findings } = readSheet(sheet(rows, { name: 'Sheet1' }));
    expect(findings).toEqual([]);
    expect(
      items.map(({ way, levels, audience, audienceNote }) => [way, levels, audience, audienceNote]),
    ).toEqual([
      ['proactive', ['county', 'township'], 'all', ''],
      ['on-request', ['township'], 'specific', '申请人'],
    ]);
  });

  it('names the sheet and the row of what it could not take', () => {
    const rows = [
      HEAD,
      BELOW,
      ['1', '', '', '没有事项的内容'],
      ['2', '救助标准', '', ''],
      ['甲', '救助标准', '', '有内容', '', '', '', '', '√', '√（申请人）', '√', '√'],
    ];
    const { items, findings } = readSheet(sheet(rows));
    expect(findings).toEqual([
      { sheet: '社会救助', row: 3, code: 'no-level-one', detail: '没有事项的内容' },
      { sheet: '社会救助', row: 4, code: 'no-content', detail: '救助标准' },
      { sheet: '社会救助', row: 5, code: 'number-unreadable', detail: '甲' },
      { sheet: '社会救助', row: 5, code: 'both-audiences' },
      { sheet: '社会救助', row: 5, code: 'both-ways' },
      { sheet: '社会救助', row: 5, code: 'no-level' },
    ]);
    expect(items[0]).toMatchObject({
      order: 1,
      audience: 'all',
      audienceNote: '申请人',
      levels: ['county'],
    });
  });

  it('leaves out a sheet without a header, without a field, or with too many rows, and says so', () => {
    expect(readSheet(sheet([['目录']])).findings.map(({ code }) => code)).toEqual(['no-header']);
    expect(readSheet(sheet([[''], []])).findings).toEqual([]);
    const unnamed = sheet([HEAD, BELOW, ROW], { name: 'Sheet1' });
    expect(readSheet(unnamed).findings.map(({ code }) => code)).toEqual(['no-domain']);
    expect(readSheet(unnamed, 'social-assistance').items).toHaveLength(1);
    const long = sheet([HEAD, BELOW, ...Array.from({ length: 5_001 }, () => ROW)]);
    expect(readSheet(long).findings.map(({ code }) => code)).toEqual(['too-many-rows']);
  });

  it('never throws, whatever the cells hold', () => {
    const cells = fc.array(fc.array(fc.string(), { maxLength: 16 }), { maxLength: 8 });
    fc.assert(fc.property(cells, (rows) => void readSheet(sheet([HEAD, BELOW, ...rows]))));
    fc.assert(fc.property(cells, (rows) => void readSheet(sheet(rows))));
  });
});

describe('domainIn', () => {
  it('finds the field in the name of a sheet or a title', () => {
    expect(domainIn('04财政预决算')).toBe('budgets');
    expect(domainIn('（八）国有土地上房屋征收与补偿领域标准目录')).toBe('housing-expropriation');
    expect(domainIn('城市管理综合执法')).toBe('urban-enforcement');
    expect(domainIn('Sheet1')).toBeUndefined();
  });
});

describe('channels', () => {
  it('reads the marked ones, or all where none is marked', () => {
    expect(readChannels('■政府网站  □政府公报\n□两微一端 ■其他：村村响')).toEqual([
      '政府网站',
      '村村响',
    ]);
    expect(readChannels('□政府网站 □政府公报')).toEqual([]);
    expect(readChannels('政府网站、公开查阅点；\n精准推送')).toEqual([
      '政府网站',
      '公开查阅点',
      '精准推送',
    ]);
    expect(readChannels('■社区/企事业单位/村公示栏(电子屏) ■发布会/听证会')).toEqual([
      '社区/企事业单位/村公示栏（电子屏）',
      '发布会/听证会',
    ]);
    expect(readChannels('')).toEqual([]);
  });

  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.subarray([...STANDARD_CHANNELS]), (channels) => {
        expect(readChannels(writeChannels(channels))).toEqual(channels);
      }),
    );
  });
});
