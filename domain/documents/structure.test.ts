import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsToText, type Block, type Run } from './blocks';
import { formatChineseNumeral } from './chinese-numerals';
import { markerOf } from './markers';
import { splitRuns, structureOf } from './structure';

const lines = readFileSync(new URL('./cases/markers.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'));

const p = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const h = (level: 2 | 3 | 4, text: string): Block => ({ kind: 'heading', level, runs: [{ text }] });
const outlineOf = (...blocks: Block[]) =>
  structureOf(blocks).outline.map((entry) => `${entry.level} ${entry.id} ${entry.text}`);
const idsOf = (...blocks: Block[]) => structureOf(blocks).blocks.map((block) => block.id ?? '-');

describe('markerOf', () => {
  for (const line of lines) {
    it(`reads ${line}`, () => {
      const [text, expected] = line.split(' => ') as [string, string];
      const marker = markerOf(text);
      const depth = marker?.kind === 'level' ? marker.depth : '';
      const sub = marker?.kind === 'article' && marker.sub ? ` ${marker.sub}` : '';
      const read = marker
        ? `${marker.kind}${depth} ${marker.number}${sub} ${marker.label}`
        : 'none';
      expect(read).toBe(expected);
    });
  }

  it('never throws', () => {
    const unit = fc.constantFrom(...'第一二十百编章节条之、（）()1２.附件 　的');
    fc.assert(fc.property(fc.string({ unit, maxLength: 20 }), (text) => void markerOf(text)));
  });
});

describe('structureOf', () => {
  it('gives a law its chapters, sections and articles', () => {
    const blocks = [
      h(2, '第一章　总　　则'),
      p('第一条　为了规范管理，制定本条例。'),
      p('第二条 本条例所称信息，包括：'),
      p('（一）文字；'),
      p('（二）图表。'),
      h(2, '第二章 公开'),
      h(3, '第一节 主动公开'),
      p('第三条 主动公开。'),
      h(3, '第二节 依申请公开'),
      p('第三条之一 依申请公开。'),
    ];
    expect(outlineOf(...blocks)).toEqual([
      '1 chapter-1 第一章 总则',
      '1 chapter-2 第二章 公开',
      '2 section-2-1 第一节 主动公开',
      '2 section-2-2 第二节 依申请公开',
    ]);
    expect(idsOf(...blocks)).toEqual([
      'chapter-1',
      'article-1',
      'article-2',
      'article-2-item-1',
      'article-2-item-2',
      'chapter-2',
      'section-2-1',
      'article-3',
      'section-2-2',
      'article-3-1',
    ]);
    expect(structureOf(blocks).articles.at(-1)).toEqual({
      id: 'article-3-1',
      label: '第三条之一',
      number: 3,
      sub: 1,
    });
  });

  it('parts the article number from the text, and leaves marks and links in the text', () => {
    const runs: Run[] = [
      { text: '　　第三十', bold: true },
      { text: '三条', bold: true },
      { text: '　行政机关应当依照' },
      { text: '本条例', href: '/documents/a' },
    ];
    const [article] = structureOf([{ kind: 'paragraph', runs }]).blocks;
    expect(article).toMatchObject({
      role: 'article',
      id: 'article-33',
      label: '第三十三条',
      lead: [{ text: '第三十三条' }],
      rest: [{ text: '行政机关应当依照' }, { text: '本条例', href: '/documents/a' }],
    });
  });

  it('takes a tight 第三条 for an article only where article 3 is due', () => {
    expect(idsOf(p('第一条总则。'), p('第二条范围。'), p('第三条原则。'))).toEqual([
      'article-1',
      'article-2',
      'article-3',
    ]);
    expect(idsOf(p('第七条经营者应当守法。'))).toEqual(['-']);
  });

  it('reads chapters that are paragraphs, as web pages have them', () => {
    expect(outlineOf(p('第一章 总则'), p('第一条 目的。'), p('第二章 附则'))).toEqual([
      '1 chapter-1 第一章 总则',
      '1 chapter-2 第二章 附则',
    ]);
  });

  it('tells chapters apart where each part starts afresh', () => {
    expect(
      idsOf(
        h(2, '第一编 总则'),
        h(2, '第一章 目的'),
        h(2, '第二编 分则'),
        h(2, '第一章 物权'),
        h(3, '第一节 一般规定'),
      ),
    ).toEqual(['part-1', 'chapter-1-1', 'part-2', 'chapter-2-1', 'section-2-1-1']);
  });

  it('tells a table of contents from the chapters that it names', () => {
    const contents = [p('目　录'), p('第一章 总则'), p('第二章 附则')];
    const blocks = [...contents, p('第一章　总则'), p('第一条 目的。'), p('第二章　附则')];
    expect(structureOf(blocks).blocks.map((block) => block.role)).toEqual([
      'contents',
      'contents',
      'contents',
      'chapter',
      'article',
      'chapter',
    ]);
    expect(outlineOf(...contents)).toEqual(['1 chapter-1 第一章 总则', '1 chapter-2 第二章 附则']);
  });

  it('gives a notice its levels, also where a heading runs into its paragraph', () => {
    const blocks = [
      p('各乡（镇）人民政府：'),
      p('一、总体要求'),
      p('（一）指导思想。'),
      p('以优化营商环境为目标。'),
      p('（二）目标任务。到年底，全面完成任务。'),
      p('二、具体措施'),
      p('（三）加强领导。各单位要落实责任。'),
      p('1.成立专班。由办公室负责。'),
      p('2.定期调度。'),
      p('三、四季度的重点工作由办公室另行通知。'),
    ];
    expect(outlineOf(...blocks)).toEqual([
      '1 section-1 一、总体要求',
      '2 section-1-1 （一）指导思想',
      '2 section-1-2 （二）目标任务',
      '1 section-2 二、具体措施',
      '2 section-2-3 （三）加强领导',
    ]);
    expect(idsOf(...blocks).slice(7, 9)).toEqual(['section-2-3-1', 'section-2-3-2']);
    expect(structureOf(blocks).blocks[4]).toMatchObject({
      role: 'level',
      depth: 2,
      isHeading: true,
      lead: [{ text: '（二）目标任务。' }],
      rest: [{ text: '到年底，全面完成任务。' }],
    });
  });

  it('does not take the points of an answer for headings', () => {
    const long =
      '一、同意建立由民政部牵头的养老服务部际联席会议制度，请按照国务院有关文件精神认真组织开展工作，并及时报告有关情况。';
    expect(outlineOf(p(long), p('（一）身份证；'), p('（二）户口本。'))).toEqual([]);
  });

  it('leaves a number that is out of turn as text', () => {
    expect(idsOf(p('三、四季度工作安排'))).toEqual(['-']);
    expect(idsOf(p('一、二年级学生'), p('五、其他'))).toEqual(['section-1', '-']);
  });

  it('anchors other headings by their words, so that a new heading moves no anchor', () => {
    expect(
      outlineOf(
        h(2, 'Overall requirements'),
        h(3, '工作 目标：要点'),
        h(3, '工作目标：要点'),
        h(2, '——'),
      ),
    ).toEqual([
      '1 h-overall-requirements Overall requirements',
      '2 h-工作-目标-要点 工作 目标：要点',
      '2 h-工作目标-要点 工作目标：要点',
      '1 h-heading ——',
    ]);
  });

  it('starts counting again in an annex', () => {
    expect(outlineOf(p('一、要求'), p('附件1'), p('一、名单'), p('附件2'))).toEqual([
      '1 section-1 一、要求',
      '1 annex-1 附件1',
      '2 annex-1-section-1 一、名单',
      '1 annex-2 附件2',
    ]);
  });

  it('anchors the 款 and 项 of an article by their numbers', () => {
    expect(
      idsOf(
        p('第二条　下列信息应当公开：'),
        p('（一）规章；'),
        p('（二）规划：'),
        p('1.总体规划；'),
        p('2.专项规划；'),
        p('（三）其他。'),
        p('前款所列信息应当及时更新。'),
        p('有下列情形之一的除外：'),
        p('（一）涉密的；'),
        p('第二条之一　本条另有规定。'),
        p('附件：1.名单'),
        p('2.表格'),
        p('某县人民政府'),
      ),
    ).toEqual([
      'article-2',
      'article-2-item-1',
      'article-2-item-2',
      'article-2-item-2-1',
      'article-2-item-2-2',
      'article-2-item-3',
      'article-2-clause-2',
      'article-2-clause-3',
      'article-2-clause-3-item-1',
      'article-2-1',
      '-',
      '-',
      '-',
    ]);
  });

  it('takes neither signature nor date for a 款 of the last article', () => {
    const signature: Block = {
      kind: 'paragraph',
      align: 'right',
      runs: [{ text: '某县人民政府' }],
    };
    expect(idsOf(p('第一条　施行。'), signature, p('（此件公开发布）'))).toEqual([
      'article-1',
      '-',
      '-',
    ]);
  });

  it('anchors the items of a numbered list under what holds it', () => {
    const list = (start?: number): Block => ({
      kind: 'list',
      ordered: true,
      items: [[{ text: '甲' }], [{ text: '乙' }]],
      ...(start && { start }),
    });
    const bullets: Block = { kind: 'list', ordered: false, items: [[{ text: '丙' }]] };
    const blocks = [list(), p('一、要求'), list(3), p('第一条　目的。'), list(), bullets];
    expect(structureOf(blocks).blocks.map(({ itemIds }) => itemIds)).toEqual([
      ['item-1', 'item-2'],
      undefined,
      ['section-1-item-3', 'section-1-item-4'],
      undefined,
      ['article-1-item-1', 'article-1-item-2'],
      undefined,
    ]);
  });

  it('tells the numbers of an annex, a chapter and a second plan from those before', () => {
    expect(
      idsOf(
        p('第一条　目的。'),
        p('附件1'),
        p('第一章　总则'),
        p('第一条　范围。'),
        p('附件2'),
        p('第一条　范围。'),
      ),
    ).toEqual([
      'article-1',
      'annex-1',
      'annex-1-chapter-1',
      'annex-1-article-1',
      'annex-2',
      'annex-2-article-1',
    ]);
    expect(idsOf(p('第一章　总则'), p('一、目的'), p('第二章　分则'), p('一、范围'))).toEqual([
      'chapter-1',
      'chapter-1-section-1',
      'chapter-2',
      'chapter-2-section-1',
    ]);
    expect(idsOf(p('一、印发'), h(2, '实施方案'), p('一、目标'))).toEqual([
      'section-1',
      'h-实施方案',
      'h-实施方案-section-1',
    ]);
  });

  it('says where the number ends that links to its place', () => {
    const labels = (...blocks: Block[]) =>
      structureOf(blocks).blocks.map(({ block, labelEnd }) =>
        block.kind === 'paragraph' ? runsToText(block.runs).slice(0, labelEnd) : '',
      );
    expect(
      labels(
        p('　　第 一 章　总则'),
        p('第一条　目的。'),
        p('（一）甲；'),
        p('附件1'),
        p('一、 要求'),
      ),
    ).toEqual(['　　第 一 章', '第一条', '（一）', '附件1', '一、']);
  });

  it('keeps the anchor of a place when the text elsewhere is edited', () => {
    const shape = fc.record({
      opensChapter: fc.boolean(),
      items: fc.integer({ min: 0, max: 3 }),
      clauses: fc.integer({ min: 0, max: 2 }),
    });
    const edits = fc.constantFrom('remove', 'insert an article', 'add a clause');
    fc.assert(
      fc.property(
        fc.array(shape, { minLength: 2, maxLength: 8 }),
        fc.nat(),
        edits,
        (shapes, at, edit) => {
          const articles = shapes.map((plan, i) => articleOf(i + 1, plan));
          const edited = at % articles.length;
          const others = articles.flatMap((blocks, i) => (i === edited ? [] : blocks));
          const own = articles[edited] as Block[];
          const replacement = {
            remove: [],
            'insert an article': [
              ...own,
              p(`第${formatChineseNumeral(edited + 1)}条之一　新增。`),
              p('新增条文的第二款。'),
            ],
            'add a clause': [...own, p('新增一款。')],
          }[edit];
          const before = anchorsIn(articles.flat());
          const after = anchorsIn(articles.flatMap((a, i) => (i === edited ? replacement : a)));
          for (const block of others) expect(after.get(block)).toBe(before.get(block));
        },
      ),
    );
  });

  it('reads an empty text as one without an outline', () => {
    expect(structureOf([])).toEqual({ blocks: [], outline: [], articles: [] });
    expect(outlineOf(p(''), { kind: 'paragraph', runs: [] }, { kind: 'table', rows: [] })).toEqual(
      [],
    );
  });

  it('keeps every block and every word, and gives no anchor twice', () => {
    const line = fc.oneof(
      fc.integer({ min: 1, max: 30 }).map((n) => `第${formatChineseNumeral(n)}条　内容。`),
      fc.integer({ min: 1, max: 5 }).map((n) => `第${formatChineseNumeral(n)}章　名称`),
      fc.integer({ min: 1, max: 5 }).map((n) => `${formatChineseNumeral(n)}、名称`),
      fc.integer({ min: 1, max: 5 }).map((n) => `（${formatChineseNumeral(n)}）名称。内容。`),
      fc.constantFrom('目录', '附件', '附件2', '名称', '第一节 名称', '1.名称', ''),
    );
    const block = fc.oneof(
      line.map(p),
      line.map((text) => h(3, text)),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
        const { blocks: read, outline } = structureOf(blocks);
        expect(read.map((entry) => entry.block)).toEqual(blocks);
        const ids = read.flatMap((entry) => entry.id ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        for (const entry of outline) expect(ids).toContain(entry.id);
        for (const id of ids) expect(id).toMatch(/^[\p{L}\p{N}-]+$/u);
        for (const { block: own, lead, rest } of read) {
          if (!lead || !rest || own.kind !== 'paragraph') continue;
          const squeeze = (text: string) => text.replace(/\s+/gu, '');
          expect(squeeze(runsToText([...lead, ...rest]))).toBe(squeeze(runsToText(own.runs)));
        }
        outline.forEach((entry, i) => {
          expect(entry.level).toBeLessThanOrEqual((outline[i - 1]?.level ?? 0) + 1);
        });
      }),
    );
  });

  it('finds the article of every number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1300 }), fc.integer({ min: 0, max: 20 }), (n, sub) => {
        const label = `第${formatChineseNumeral(n)}条${sub ? `之${formatChineseNumeral(sub)}` : ''}`;
        expect(idsOf(p(`${label}　内容。`))).toEqual([`article-${n}${sub ? `-${sub}` : ''}`]);
      }),
    );
  });
});

const anchorsIn = (blocks: Block[]) =>
  new Map(structureOf(blocks).blocks.map(({ block, id }) => [block, id]));

/** Each in a chapter of its own, or in that of the article before. */
function articleOf(
  number: number,
  { opensChapter, items, clauses }: { opensChapter: boolean; items: number; clauses: number },
): Block[] {
  const numeral = formatChineseNumeral(number);
  return [
    ...(opensChapter ? [p(`第${numeral}章　名称`)] : []),
    p(`第${numeral}条　内容：`),
    ...Array.from({ length: items }, (_, i) => p(`（${formatChineseNumeral(i + 1)}）内容；`)),
    ...Array.from({ length: clauses }, () => p('又一款。')),
  ];
}

describe('a list of ten thousand lines behind an article', () => {
  it('is read, and is no 款 of it to the last', () => {
    const { blocks } = structureOf([
      p('第一条　补贴名单如下。'),
      ...Array.from({ length: 12_000 }, (_, i) => p(`张三${i}`)),
    ]);
    expect(blocks).toHaveLength(12_001);
    expect(blocks[1]).toMatchObject({ role: 'clause', label: '第一条第二款' });
    expect(blocks.at(-1)).toMatchObject({ role: 'text', isHeading: false });
  });
});

describe('splitRuns', () => {
  it('parts anywhere and loses nothing', () => {
    const run = fc.record({ text: fc.string({ maxLength: 5 }), bold: fc.boolean() });
    fc.assert(
      fc.property(fc.array(run), fc.integer({ min: 0, max: 30 }), (runs, at) => {
        const [before, after] = splitRuns(runs, at);
        const whole = runsToText(runs);
        expect(runsToText(before)).toBe(whole.slice(0, at));
        expect(runsToText(after)).toBe(whole.slice(at));
      }),
    );
  });
});
