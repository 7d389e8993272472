import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from './blocks';
import { bodyOf, factsOf, type Paper, type PaperLabels } from './paper';
import { documentText } from './text';

const labels: PaperLabels = {
  indexNumber: '索引号',
  theme: '主题分类',
  kind: '体裁',
  agency: '发文机关',
  madeOn: '成文日期',
  title: '标题',
  number: '发文字号',
  publishedOn: '发布日期',
  keywords: '主题词',
  validity: '有效性',
  attachments: '附件',
  address: '原文网址',
  emptyBody: '这份文件没有正文。',
};
const p = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const paper: Paper = {
  title: '关于印发办法的通知',
  number: '宜府办发〔2020〕12号',
  indexNumber: '360924/2020-00012',
  agency: '宜丰县人民政府办公室',
  themes: ['综合政务', '其他'],
  kind: '规范性文件',
  madeOn: '2020-06-01',
  publishedOn: '2020-06-03',
  keywords: ['公开'],
  validity: '有效',
  address: 'https://www.example.gov.cn/documents/360924-2020-00012',
  attachments: [{ name: '名单.xlsx' }],
  body: [
    { kind: 'paragraph', runs: [{ text: '关于印发' }], align: 'center' },
    { kind: 'paragraph', runs: [{ text: '办法的通知' }], align: 'center' },
    p('宜府办发[2020]12号'),
    p('各乡镇人民政府：'),
    p('一、总体要求'),
    p('（一）目标。到年底完成。'),
    { kind: 'list', ordered: true, start: 3, items: [[{ text: '甲' }], [{ text: '乙' }]] },
    {
      kind: 'table',
      rows: [
        [
          { runs: [{ text: '项目' }], header: true },
          { runs: [{ text: '数量\n（件）' }], header: true },
        ],
        [{ runs: [{ text: '规章' }] }, { runs: [{ text: '36' }] }],
      ],
    },
    {
      kind: 'paragraph',
      runs: [{ text: '见' }, { text: '中国政府网', href: 'https://www.gov.cn/' }, { text: '。' }],
    },
    { kind: 'paragraph', runs: [{ text: '宜丰县人民政府办公室\n2020年6月1日' }], align: 'right' },
  ],
};

describe('documentText', () => {
  it('reads as a person would type it', () => {
    expect(documentText(paper, labels)).toBe(`关于印发办法的通知
宜府办发〔2020〕12号
宜丰县人民政府办公室　2020年6月1日

各乡镇人民政府：

　　一、总体要求
　　（一）目标。到年底完成。
　　3. 甲
　　4. 乙

项目\t数量 （件）
规章\t36

　　见中国政府网（https://www.gov.cn/）。
宜丰县人民政府办公室
2020年6月1日

附件：
名单.xlsx

索引号：360924/2020-00012
主题分类：综合政务、其他
体裁：规范性文件
发文机关：宜丰县人民政府办公室
成文日期：2020年6月1日
发文字号：宜府办发〔2020〕12号
发布日期：2020年6月3日
主题词：公开
有效性：有效
原文网址：https://www.example.gov.cn/documents/360924-2020-00012
`);
  });

  it('says so when there is no body, and leaves out what is not known', () => {
    expect(documentText({ title: '通知', body: [] }, labels)).toBe('通知\n\n这份文件没有正文。\n');
    expect(documentText({ title: '通知', body: [p('通知')] }, labels)).toContain('没有正文');
  });

  it('keeps the words of every text', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'公开政府信息第一条、（）。 \n'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const squeeze = (text: string) => text.replace(/\s+/gu, '');
        const text = squeeze(documentText({ title: '标题', body: words.map(p) }, labels));
        for (const each of words) expect(text).toContain(squeeze(each));
      }),
    );
  });
});

describe('bodyOf', () => {
  it('leaves out a title and a number that the body repeats, and nothing else', () => {
    expect(bodyOf(paper)[0]).toEqual(p('各乡镇人民政府：'));
    expect(bodyOf({ title: '通知', body: [p('通知全文如下。')] })).toEqual([p('通知全文如下。')]);
    expect(bodyOf({ title: '通知', body: [p('各县：'), p('通知')] })).toHaveLength(2);
    expect(bodyOf({ title: '', body: [p('各县：')] })).toHaveLength(1);
  });
});

describe('factsOf', () => {
  it('keeps the order of the official table', () => {
    expect(factsOf(paper, labels).map((fact) => fact.key)).toEqual([
      'indexNumber',
      'theme',
      'kind',
      'agency',
      'madeOn',
      'title',
      'number',
      'publishedOn',
      'keywords',
      'validity',
      'address',
    ]);
  });

  it('writes days and lists in the language of the reader', () => {
    const english = { ...labels, comma: '; ', day: (day: string) => `on ${day}` };
    const facts = factsOf(paper, english);
    expect(facts.find((fact) => fact.key === 'theme')?.value).toBe('综合政务; 其他');
    expect(facts.find((fact) => fact.key === 'madeOn')?.value).toBe('on 2020-06-01');
  });
});
