import { describe, expect, it } from 'vitest';
import { lexicalFromBlocks } from '../domain/documents/lexical';
import type { SearchRecord } from './engine';
import { interpretationText, recordOf } from './record';

const bodyOf = ({ passages }: SearchRecord): string => passages.map(({ text }) => text).join('\n');

const body = lexicalFromBlocks([
  { kind: 'heading', level: 2, runs: [{ text: '第一章' }] },
  { kind: 'paragraph', runs: [{ text: '停车有序' }] },
]);

describe('a record for the search engine', () => {
  it('is made of a document, its agency, columns, topics and interpretations', () => {
    const record = recordOf(
      'documents',
      {
        id: 7,
        slug: 'yf-2020-7',
        title: '停车管理办法',
        number: '宜府发〔2020〕7号',
        summary: '怎样停车',
        body,
        kind: 'normative',
        themes: ['urban-environment'],
        keywords: ['车位'],
        category: 'normative-documents',
        validity: 'in-force',
        publishedOn: '2020-05-06T12:00:00.000Z',
        english: { title: 'Parking rules' },
      },
      {
        agency: { name: '县城管局', shortName: '城管', slug: 'urban' },
        columns: ['rules'],
        topics: [{ slug: 'civil', name: '文明城市' }],
        files: [
          { name: '车位表.xlsx', fileType: 'xlsx', text: '东街 12 个' },
          { name: '示意图.pdf', fileType: 'pdf' },
        ],
        interpretations: ['一图读懂停车'],
      },
    );
    expect(record).toMatchObject({
      id: 'documents:7',
      key: '7',
      url: '/documents/yf-2020-7',
      agency: '县城管局',
      agencySlug: 'urban',
      publishedOn: '2020-05-06',
      year: 2020,
      columns: ['rules'],
      hasInterpretation: true,
      passages: [
        { text: '怎样停车' },
        { text: '第一章\n停车有序', anchor: 'chapter-1', label: '第一章' },
        { text: '东街 12 个', file: '车位表.xlsx', anchor: 'attachments' },
      ],
      work: '县城管局:停车管理办法',
      topics: ['civil'],
      fileTypes: ['xlsx', 'pdf'],
    });
    for (const word of [
      '车位',
      '城管',
      '示意图.pdf',
      'Parking rules',
      '文明城市',
      '一图读懂停车',
    ]) {
      expect(record.extra).toContain(word);
    }
  });

  it('names the agency as it is signed on the document', () => {
    const related = { agency: { name: '县政府', shortName: null, slug: 'county' } };
    const record = recordOf('documents', { id: 1, agencyName: '国务院办公厅' }, related);
    expect([record.agency, record.agencySlug]).toEqual(['国务院办公厅', 'county']);
  });

  it('holds the questions of an interpretation, its words and who speaks', () => {
    const record = recordOf('interpretations', {
      id: 1,
      title: '问答',
      speaker: '张某',
      textAlternative: '片中说的话',
      questions: [{ question: '停在哪里', answer: '白线以内' }],
      provisions: [{ provision: '第九条', note: '老旧小区怎样停' }],
    });
    for (const word of ['张某', '片中说的话', '停在哪里', '白线以内', '老旧小区怎样停']) {
      expect(bodyOf(record)).toContain(word);
    }
  });

  it('names the documents that an interpretation explains, beside which it stands', () => {
    expect(recordOf('interpretations', { id: 1, documents: [7, { id: 9 }] }).explains).toEqual([
      'documents:7',
      'documents:9',
    ]);
    expect(recordOf('documents', { id: 1 })).not.toHaveProperty('explains');
  });

  it('has neither validity nor kind where only a document has one', () => {
    const record = recordOf('interpretations', { id: 1, title: '解读', kind: 'x', validity: 'y' });
    expect([record.kind, record.validity, record.hasInterpretation]).toEqual([null, null, false]);
  });

  it('takes the text of each collection from where it stands', () => {
    const agency = recordOf('agencies', {
      id: 1,
      name: '县教育局',
      duties: '办学',
      leaders: [{ name: '某某', post: '局长' }],
      offices: [{ name: '招生办', phone: '123' }],
    });
    expect(agency.title).toBe('县教育局');
    expect(bodyOf(agency)).toBe('办学\n某某 局长\n招生办 123');
    const report = recordOf('annual-reports', { id: 2, title: '年报', parts: { overview: body } });
    expect(bodyOf(report)).toContain('停车有序');
    const topic = recordOf('topics', { id: 3, title: '专题', sections: [{ title: '要闻' }] });
    expect(bodyOf(topic)).toBe('要闻');
    expect(interpretationText({ id: 4, title: '图解', textAlternative: '图中说' })).toBe(
      '图解\n图中说',
    );
  });

  it('knows the address of each collection', () => {
    const agency = { name: '县政府', shortName: null, slug: 'county' };
    const url = (...args: Parameters<typeof recordOf>) => recordOf(...args).url;
    expect(url('topics', { id: 1, slug: 'epidemic' })).toBe('/topics/epidemic');
    expect(url('annual-reports', { id: 1, year: 2020 }, { agency })).toBe(
      '/annual-reports/county/2020',
    );
    expect(url('pages', { id: 1, slug: 'g', kind: 'guide' })).toBe('/disclosure/guide');
  });

  it('holds a guide in its parts, each under the anchor of its section', () => {
    const guide = recordOf('services', {
      id: 5,
      slug: 'marriage',
      title: '结婚登记',
      conditions: '双方自愿',
      materials: [{ name: '户口簿', note: '原件' }, { name: '身份证' }],
      process: [{ title: '受理', text: '当场审查' }],
      place: '县民政局',
      phone: '0795-0000001',
    } as Parameters<typeof recordOf>[1]);
    expect(guide.url).toBe('/services/marriage');
    expect(guide.passages).toEqual([
      { text: '双方自愿', anchor: 'conditions' },
      { text: '户口簿 原件\n身份证', anchor: 'materials' },
      { text: '受理 当场审查', anchor: 'process' },
      { text: '县民政局\n0795-0000001', anchor: 'place' },
    ]);
  });

  it('finds a question by its other wordings and its theme', () => {
    const question = recordOf('questions', {
      id: 6,
      slug: 'school',
      title: '几岁上学？',
      alsoAsked: ['入学年龄'],
      theme: 'science-education',
      body,
    });
    expect(question.alsoAsked).toEqual(['入学年龄']);
    expect(question.themes).toEqual(['science-education']);
    expect(question.extra).toContain('入学年龄');
  });

  it('numbers a proposal by the number of its reply, and names its session', () => {
    const proposal = recordOf('proposals', {
      id: 8,
      title: '关于停车的建议',
      number: '12',
      replyNumber: '宜城管字〔2020〕3号',
      session: '县十七届人大四次会议',
      proposers: ['张某'],
      text: body,
      reply: body,
    } as Parameters<typeof recordOf>[1]);
    expect(proposal.number).toBe('宜城管字〔2020〕3号');
    expect(proposal.passages.map(({ anchor }) => anchor)).toEqual(['proposal', 'reply']);
    expect(proposal.extra).toContain('县十七届人大四次会议');
  });

  it('holds a letter and what was answered, each under its place, by the day of the reply', () => {
    const letter = recordOf('published-letters', {
      id: 9,
      slug: 'lamps',
      title: '路灯',
      question: '东门路的路灯不亮。',
      answer: '已经修好。',
      answeredOn: '2026-01-05',
      english: { question: 'The lamps are dark.', answer: 'They burn again.' },
    } as Parameters<typeof recordOf>[1]);
    expect(letter.url).toBe('/letters/lamps');
    expect(letter.publishedOn).toBe('2026-01-05');
    expect(letter.passages).toEqual([
      { text: '东门路的路灯不亮。', anchor: 'question' },
      { text: '已经修好。', anchor: 'answer' },
    ]);
    expect(letter.extra).toContain('They burn again.');
    expect(recordOf('published-answers', { id: 1, slug: 'budget', title: '预算' }).url).toBe(
      '/applications/answers/budget',
    );
    expect(recordOf('quarterly-notices', { id: 1, slug: '2026-q3', title: '通报' }).url).toBe(
      '/statistics/notices/2026-q3',
    );
  });

  it('takes a record of which nearly everything is missing', () => {
    expect(recordOf('documents', { id: 1 })).toMatchObject({
      title: '',
      passages: [],
      publishedOn: null,
    });
  });
});
