import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { blockToText, blocksToText } from '../../domain/documents/blocks';
import type { ImportedDocument } from './imported-document';
import { parseLaw } from './law';
import { parseFile } from './parse';
import { readSources } from './sources';
import { bare } from './text';

const fixture = readFileSync(
  fileURLToPath(new URL('../../tests/fixtures/import/law.md', import.meta.url)),
  'utf8',
);
const PATH = 'laws/DLC/青禾地方法规/地方性法规/青禾/青禾省水渠保护条例(2019-06-01).md';

function read(text: string, path = PATH): { document: ImportedDocument; codes: string[] } {
  const parsed = parseLaw(path, text);
  if ('skip' in parsed) throw new Error(parsed.skip.code);
  return { document: parsed.document, codes: parsed.warnings.map(({ code }) => code) };
}

const skipOf = (text: string, path = PATH): string | undefined => {
  const parsed = parseLaw(path, text);
  return 'skip' in parsed ? parsed.skip.code : undefined;
};

/** A law with a head and two articles, for one rule at a time. */
const law = (title: string, ...head: string[]): string =>
  [
    `# ${title}`,
    ...head,
    '<!-- INFO END -->',
    '第一条 为了测试，制定本办法。',
    '第二条 本办法自2003年2月1日起施行。',
  ].join('\n\n');

test('reads who made a local regulation, its number and all its dates', () => {
  const { document, codes } = read(fixture);
  expect(document).toMatchObject({
    title: '青禾省水渠保护条例',
    number: '青禾省第九届人民代表大会常务委员会公告第12号',
    agencyName: '青禾省人民代表大会常务委员会',
    kind: 'local-regulation',
    category: 'normative-documents',
    madeOn: '2019-06-01',
    publishedOn: '2019-06-01',
    effectiveOn: '2001-05-01',
    versionOn: '2019-06-01',
    source: { address: PATH.slice('laws/'.length) },
  });
  expect(codes).toEqual([]);
});

test('keeps chapters, sections under them, articles, tables and the history as text', () => {
  const { blocks } = read(fixture).document;
  const shown = blocks.map((block) =>
    block.kind === 'heading'
      ? `${'#'.repeat(block.level)} ${blockToText(block)}`
      : blockToText(block),
  );
  expect(shown).toEqual([
    '（2001年3月5日 青禾省第九届人民代表大会常务委员会第三次会议通过　2001年3月9日 青禾省第九届人民代表大会常务委员会公告第１２号公布　2019年6月1日 青禾省第十三届人民代表大会常务委员会第八次会议《关于修改〈青禾省水渠保护条例〉等三件地方性法规的决定》修正）',
    '## 第一章　总则',
    '第一条　为了保护水渠，制定本条例。',
    '本条例所称水渠，包括干渠和支渠。',
    '第二条　县级以上人民政府应当加强领导：',
    '（一）统一规划；',
    '（二）分级负责。',
    '## 第二章　管护',
    '### 第一节　分工',
    '第三条　收费标准如下：',
    '渠别\t标准\n干渠\t每亩三元\n支渠\t',
    '## 第三章　附则',
    '第四条　本条例自2001年5月1日起施行。',
  ]);
  expect(blocks[2]).toEqual({
    kind: 'paragraph',
    runs: [{ text: '第一条', bold: true }, { text: '　为了保护水渠，制定本条例。' }],
  });
  const table = blocks.find((block) => block.kind === 'table');
  expect(table?.kind === 'table' && table.rows[0]?.every((cell) => cell.header)).toBe(true);
});

test('has one address for a law, whether it came in a collection or by itself', () => {
  const short = PATH.split('/').slice(-5).join('/');
  expect(read(fixture, `home/me/${short}`).document.source).toEqual(
    read(fixture, `another/${short}`).document.source,
  );
});

test('knows the maker of a regulation, of a rule, of a law and of an interpretation', () => {
  const cases: [string, string, string, string, string | undefined][] = [
    [
      '行政法规',
      '测试条例',
      '2003年1月1日 中华人民共和国国务院令第999号公布',
      '国务院',
      '国务院令第999号',
    ],
    [
      '行政法规',
      '测试条例',
      '2003年1月1日 中华人民共和国国务院、中华人民共和国中央军事委员会令第99号公布',
      '国务院、中央军事委员会',
      '国务院中央军事委员会令第99号',
    ],
    [
      '行政法规',
      '测试办法',
      '2003年1月1日 国务院批准\n\n2003年1月5日 交通部令第3号发布',
      '交通部',
      '交通部令第3号',
    ],
    ['部门规章/公安部', '测试办法', '', '公安部', undefined],
    [
      '经济法',
      '测试法',
      '2003年1月1日 第十届全国人民代表大会第一次会议通过',
      '全国人民代表大会',
      undefined,
    ],
    [
      '经济法',
      '测试法',
      '2003年1月1日 第十届全国人民代表大会常务委员会第一次会议通过',
      '全国人民代表大会常务委员会',
      undefined,
    ],
    [
      '司法解释',
      '最高人民法院、最高人民检察院关于测试的解释',
      '2003年1月1日 最高人民法院审判委员会第1次会议通过',
      '最高人民法院、最高人民检察院',
      undefined,
    ],
    [
      '司法解释',
      '最高人民法院关于测试的批复',
      '法释〔2003〕1号\n\n2003年1月1日 最高人民法院审判委员会第1次会议通过',
      '最高人民法院',
      '法释〔2003〕1号',
    ],
    [
      'DLC/青禾地方法规/地方性法规/青禾',
      '东渠市测试条例',
      '2003年1月1日 东渠市第三届人民代表大会常务委员会第二次会议通过\n\n2003年2月1日 青禾省第九届人民代表大会常务委员会第三次会议批准',
      '东渠市人民代表大会常务委员会',
      undefined,
    ],
  ];
  for (const [folder, title, head, agencyName, number] of cases) {
    const { document } = read(law(title, head), `laws/${folder}/${title}.md`);
    expect(document.agencyName).toBe(agencyName);
    expect(document.number).toBe(number);
  }
});

test('says that it assumed the congress of the place when the head is silent', () => {
  const { document, codes } = read(law('东渠市测试条例'), 'DLC/青禾地方法规/东渠市测试条例.md');
  expect(document.agencyName).toBe('东渠市人民代表大会');
  expect(codes).toContain('agency-assumed');
});

test('titles the book of a code that is published book by book', () => {
  const { document } = read(
    law('测试法典', '# 水渠编', '2003年1月1日 第十届全国人民代表大会第一次会议通过'),
    'laws/民法典/水渠编.md',
  );
  expect(document.title).toBe('测试法典　水渠编');
});

test('keeps a covering notice that stands in the head', () => {
  const { document } = read(
    law(
      '测试规定',
      '关于印发《测试规定》的通知',
      '测部发〔1994〕9号',
      '各省水利厅：',
      '请执行。',
      '水利部',
      '一九九四年十二月六日',
      '1995年1月1日 施行',
    ),
    'laws/行政法规/测试规定(1994-12-06).md',
  );
  expect(document).toMatchObject({ number: '测部发〔1994〕9号', agencyName: '水利部' });
  expect(blocksToText(document.blocks)).toContain(
    '关于印发《测试规定》的通知\n测部发〔1994〕9号\n各省水利厅：',
  );
});

test('takes 自公布之日起施行 for the day of promulgation', () => {
  const text = law('测试条例', '2003年1月1日 中华人民共和国国务院令第999号公布').replace(
    '2003年2月1日起',
    '公布之日起',
  );
  expect(read(text, 'laws/行政法规/测试条例.md').document.effectiveOn).toBe('2003-01-01');
});

test('warns of articles that the source has lost, of missing closings, tables and dates', () => {
  expect(read(fixture.replace(/第二条[\s\S]*?(?=## 第二章)/u, '')).codes).toContain(
    'articles-missing',
  );
  expect(read(fixture.replace(/## 第三章[\s\S]*/u, '')).codes).toContain('closing-missing');
  expect(read(`${fixture}\n\n续表`).codes).toContain('table-missing');
  const undated = read(
    law('测试办法').replace('自2003年2月1日起施行', '由水利部解释'),
    '部门规章/水利部/测试办法.md',
  );
  expect(undated.codes).toEqual(['date-missing', 'date-missing']);
});

test('skips what is no whole law, each with its reason', () => {
  expect(skipOf('')).toBe('empty-body');
  expect(skipOf('# 只有标题\n\n2003年1月1日 青禾省第九届人民代表大会')).toBe('cut-file');
  expect(skipOf('前言\n\n<!-- INFO END -->\n\n第一条 测试。')).toBe('no-metadata');
  expect(skipOf('随便写的笔记')).toBe('no-metadata');
  expect(skipOf(fixture.split('<!-- INFO END -->')[0] + '<!-- INFO END -->\n')).toBe('empty-body');
  expect(skipOf(fixture.replace('<!-- INFO END -->', ''))).toBe('no-metadata');
  expect(skipOf(law('测试攻略'), '其他/测试攻略.md')).toBe('no-agency');
  expect(skipOf(fixture.slice(0, fixture.indexOf('<!-- TABLE END')))).toBe('cut-file');
});

test('skips a law that breaks off inside a sentence', () => {
  const at = fixture.indexOf('应当加强');
  expect(skipOf(fixture.slice(0, at))).toBe('cut-file');
  for (let cut = 1; cut < fixture.length; cut += 13) {
    expect(() => parseLaw(PATH, fixture.slice(0, cut))).not.toThrow();
  }
});

const corpus = fileURLToPath(new URL('../../../shared/corpus/laws.tar.xz', import.meta.url));
if (existsSync(corpus)) {
  test('reads at least 98 % of the 3,089 laws out of the packed archive, and says why not the rest', async () => {
    const skipped: Record<string, number> = {};
    let files = 0;
    let isWhole = true;
    for await (const file of readSources(corpus)) {
      files += 1;
      const parsed = await parseFile(file);
      if ('skip' in parsed) {
        skipped[parsed.skip.code] = (skipped[parsed.skip.code] ?? 0) + 1;
        continue;
      }
      const { document } = parsed;
      const body =
        new TextDecoder()
          .decode('bytes' in file ? file.bytes : undefined)
          .split('<!-- INFO END -->')[1] ?? '';
      isWhole &&=
        lettersOf(body.replace(/<!--.*?-->|\]\(http[^)]*\)/gu, '')) <=
        lettersOf(blocksToText(document.blocks));
      expect(document.agencyName, file.path).toMatch(/^[\p{Script=Han}、（）]{2,40}$/u);
      expect(document.title, file.path).not.toMatch(/[#<>]/u);
    }
    expect(files).toBe(3089);
    expect(Object.values(skipped).reduce((a, b) => a + b, 0)).toBeLessThan(files * 0.02);
    expect(Object.keys(skipped).sort()).toEqual(['empty-body', 'no-agency']);
    expect(isWhole).toBe(true);
  }, 120_000);
} else {
  console.log(`corpus absent: ${corpus} — the laws were not read`);
}

/** How many characters of writing a text has; marks of Markdown are none. */
const lettersOf = (text: string): number => bare(text).replace(/[#|*\-[\]()]/gu, '').length;
