import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nationalCalendar } from '../../domain/workdays/national-calendar';
import { messages } from '../../messages';
import {
  daysIn,
  readApplicantKind,
  readChannel,
  readDay,
  readReply,
  workdaysIn,
  yuanIn,
} from './cell-values';
import { LEDGER_COLUMNS, ledgerColumn } from './columns';
import { readLedger, type Assumed } from './read-ledger';
import { noteWords } from './words';
import { applicationOf } from './write-ledger';

const csv = (...rows: string[]) => Buffer.from(rows.join('\n'));
const read = async (bytes: Uint8Array, name = 'a.csv', assumed?: Assumed) =>
  (await readLedger(bytes, name, assumed)).rows;
const HEAD = '编号,申请方式,申请人类型,申请人,申请内容,收到时间,答复时间,答复结果';

test.each([
  ['2020年3月5日', '2020-03-05'],
  ['2020.3.5', '2020-03-05'],
  ['2020-03-05', '2020-03-05'],
  ['2020/3/5', '2020-03-05'],
  ['２０２０．３．５', '2020-03-05'],
  ['2020年3月5', '2020-03-05'],
  ['2020-03.05', '2020-03-05'],
  ['20200305', '2020-03-05'],
  ['2020-3-5 10:20', '2020-03-05'],
  ['2020-03-05T00:00:00.000Z', '2020-03-05'],
  ['2020年3月5日上午', '2020-03-05'],
  ['2020年3月5日（星期四）'.replace(/[（）]/gu, ''), '2020-03-05'],
  [43895, '2020-03-05'],
  [43895.43, '2020-03-05'],
  [20200305, '2020-03-05'],
  ['43895', '2020-03-05'],
])('reads %s as a day', (cell, day) => {
  expect(readDay(cell, 0)).toEqual({ value: day, isGuess: false });
});

test('counts serial numbers of workbooks from 1904 four years on', () => {
  expect(readDay(43895 - 1462, 1462)).toEqual({ value: '2020-03-05', isGuess: false });
});

test('reads a day without a year by that of the ledger, as a guess, and else not at all', () => {
  expect(readDay('3月5日', 0, 2020)).toEqual({ value: '2020-03-05', isGuess: true });
  for (const cell of ['3月5日', '2020年2月30日', '2020-13-01', '1920-03-05', '近日', 7, -1, 1e9]) {
    expect(readDay(cell, 0)).toBeNull();
  }
});

test('finds the days, working days and sums in what people write around them', () => {
  const days = daysIn('2020年3月5日告知，2020.3.20收到', 0).map((day) => day?.value);
  expect(days).toEqual(['2020-03-05', '2020-03-20']);
  expect(workdaysIn('延长20个工作日（2020-03-20）')).toBe(20);
  expect(workdaysIn('2020年3月20日延长１０日')).toBe(10);
  expect(workdaysIn('是')).toBeNull();
  expect(yuanIn('￥1,200.50元')).toBe(1200.5);
  expect(yuanIn('若干')).toBeNull();
});

test.each([
  ['互联网', 'internet', false],
  ['网上申请', 'internet', false],
  ['电子邮件', 'internet', false],
  ['传 真', 'fax', false],
  ['现场提交', 'in-person', false],
  ['EMS特快专递', 'signed-post', false],
  ['平信', 'unsigned-post', false],
  ['电话', 'oral', false],
  ['信函', 'signed-post', true],
])('reads %s as the channel %s', (cell, value, isGuess) => {
  expect(readChannel(cell)).toEqual({ value, isGuess });
});

test.each([
  ['公民', '', 'natural', false],
  ['企业', '', 'business', false],
  ['律师事务所', '', 'legal-service', false],
  ['', '示范建材有限公司', 'business', true],
  ['法人', '示范大学', 'research', true],
])('reads %s %s as the applicant %s', (cell, name, value, isGuess) => {
  expect(readApplicantKind(cell, name)).toEqual({ value, isGuess });
});

test.each([
  ['予以公开', 'granted', false],
  ['（一）予以公开', 'granted', false],
  ['同意公开', 'granted', false],
  ['已主动公开', 'already-public', false],
  ['部分公开（区分处理的，只计这一情形，不计其他情形）', 'partial', false],
  ['不予公开（属于国家秘密）', 'refused-secret', false],
  ['不予公开-过程性信息', 'refused-process', false],
  ['（三）不予公开 4.保护第三方合法权益', 'refused-third-party', false],
  ['信息不存在', 'not-existing', false],
  ['不属于本机关公开范围', 'not-ours', false],
  ['本机关不掌握相关政府信息', 'not-existing', true],
  ['信访举报投诉类申请', 'petition', false],
  ['重复申请', 'repeat', false],
  ['申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', 'not-supplemented', false],
  ['申请人撤回', 'withdrawn', false],
  ['征求第三方意见后予以公开', 'granted', true],
  ['第三方同意公开，予以公开', 'granted', true],
  ['第三方不同意公开，不予公开', 'refused-third-party', false],
  ['部分公开（第三方不同意公开的部分不予公开）', 'partial', false],
  ['不涉及国家秘密，予以公开。', 'granted', true],
  ['予以公开（非重复申请）', 'granted', true],
  ['经补正，依法予以公开', 'granted', true],
  ['征求第三方意见后不予公开', 'refused-third-party', true],
  ['经征求第三方意见，决定不予公开', 'refused-third-party', true],
  ['向第三方征求意见，逾期未回复，不予公开', 'refused-third-party', true],
  ['征求第三方意见，对方不同意，不予公开', 'refused-third-party', false],
  ['征求第三方意见，对方要求不公开', 'refused-third-party', false],
  ['征求相关第三方意见后不同意公开', 'refused-third-party', false],
  ['第三方没有同意公开', 'refused-third-party', false],
  ['第三方没有明确同意公开', 'refused-third-party', false],
  ['第三方尚未表示同意公开', 'refused-third-party', false],
  ['第三方不同意予以公开', 'refused-third-party', false],
  ['第三方拒绝同意公开', 'refused-third-party', false],
  ['第三方反对，不予公开', 'refused-third-party', false],
  ['第三方提出异议', 'refused-third-party', false],
  ['未经第三方同意公开，不予公开', 'refused-third-party', false],
  ['未征得第三方同意', 'refused-third-party', false],
  ['损害第三方合法权益', 'refused-third-party', false],
  ['征求第三方意见，第三方同意，但属于过程性信息，不予公开', 'refused-process', false],
  ['征求第三方意见后，因属内部事务信息不予公开', 'refused-internal', false],
  ['不涉及国家秘密，但属于内部事务信息，不予公开', 'refused-internal', false],
  ['不涉及国家秘密、商业秘密和个人隐私，予以公开', 'granted', true],
  ['第三方不同意公开，但不公开会对公共利益造成重大影响，决定予以公开', 'granted', true],
  ['第三方不反对，同意公开', 'granted', true],
  ['第三方无异议，予以公开', 'granted', true],
  ['经征得第三方同意，予以公开', 'granted', true],
  ['第三方逾期未答复，予以公开', 'granted', true],
  ['未收到第三方回复，予以公开', 'granted', true],
  ['第三方不同意公开的部分除外，部分公开', 'partial', false],
  ['申请予以公开的信息不存在', 'not-existing', false],
])('reads %s as the reply %s', (cell, value, isGuess) => {
  expect(readReply(cell)).toEqual({ value, isGuess });
});

test('reads every kind of reply, channel and applicant back in its own words, in both languages', () => {
  for (const { applications } of Object.values(messages)) {
    for (const [code, words] of Object.entries(applications.replies.kinds)) {
      expect(readReply(words), words).toEqual({ value: code, isGuess: false });
    }
    for (const [code, words] of Object.entries(applications.channels)) {
      expect(readChannel(words), words).toEqual({ value: code, isGuess: false });
    }
    for (const [code, words] of Object.entries(applications.applicants.kinds)) {
      expect(readApplicantKind(words, ''), words).toEqual({ value: code, isGuess: false });
    }
  }
});

test('does not decide what a bare refusal means, nor what both grants and refuses', () => {
  const bare = [
    '不予公开',
    '无法提供',
    '不予处理',
    '已办结',
    '',
    '征求第三方意见',
    '无法予以公开',
    '不应当予以公开',
  ];
  const both = ['此前已予以公开，重复申请', '部分不予公开，其余予以公开'];
  const asked = ['第三方无异议', '第三方均同意', '征求相关第三方意见', '征询第三方是否同意公开'];
  const ungrounded = [
    '征求第三方意见，第三方同意，不予公开',
    '征求第三方意见后部分不予公开，其余予以公开',
  ];
  for (const cell of [...bare, ...both, ...asked, ...ungrounded]) {
    expect(readReply(cell), cell).toBeNull();
  }
});

test('knows every heading of its own and those of offices, however they are spaced', () => {
  for (const column of LEDGER_COLUMNS) {
    expect(ledgerColumn(messages['zh-CN'].ledger.columns[column])).toBe(column);
    expect(ledgerColumn(messages.en.ledger.columns[column])).toBe(column);
  }
  expect(ledgerColumn(' 收　到\n时 间（年月日）')).toBe('receivedOn');
  expect(ledgerColumn('备注')).toBeUndefined();
});

test('reads a plain ledger and says what it guessed, left out and refused', async () => {
  const rows = await read(
    csv(
      '某某县2020年依申请公开台账,,,,,,,',
      HEAD,
      '2020-1,网上,公民,张某,2019年部门决算,2020.3.5,2020年3月20日,予以公开',
      '2020-2,信函,公民,李某,征地批文,3月6日,2020-03-21,信息不存在',
      '2020-3,网上,公民,王某,规划图,2020-03-07,2020-03-22,不予公开',
      '2020-4,网上,公民,赵某,合同,2020-03-08,,正在办理',
      '2020-5,网上,公民,钱某,合同,2020-03-08,2020-03-01,予以公开',
      '合计,,,,5件,,,',
    ),
  );
  expect(rows.map(({ place, entry }) => [place, Boolean(entry)])).toEqual([
    ['3', true],
    ['4', true],
    ['5', false],
    ['6', false],
    ['7', false],
  ]);
  expect(rows[0]?.notes).toEqual([]);
  expect(rows[0]?.entry).toMatchObject({
    receiptNumber: '2020-1',
    channel: 'internet',
    receivedOn: '2020-03-05',
    decidedOn: '2020-03-20',
    replyKind: 'granted',
  });
  expect(rows[1]?.entry?.receivedOn).toBe('2020-03-06');
  expect(rows[1]?.notes.map(({ kind, column }) => `${kind} ${column}`)).toEqual([
    'guessed receivedOn',
    'guessed channel',
  ]);
  expect(
    rows.slice(2).map(({ notes }) => notes.find(({ kind }) => kind === 'refused')?.key),
  ).toEqual(['unknown', 'open', 'order']);
  // Names and titles are nowhere in what is told.
  expect(JSON.stringify(rows.map(({ notes }) => notes))).not.toMatch(/[张李王赵]某|征地/u);
  for (const note of rows.flatMap(({ notes }) => notes)) {
    expect(noteWords(note, 'zh-CN')).not.toMatch(/[{}]/u);
  }
});

test('reads a workbook with a title over merged heads of two rows and an agency written once', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('2021年');
  sheet.addRow(['依申请公开登记台账']);
  sheet.addRow(['序号', '申请情况', '', '', '', '办理情况', '', '']);
  sheet.addRow([
    '',
    '申请人',
    '申请人性质',
    '申请事项',
    '申请时间',
    '承办单位',
    '办结时间',
    '处理结果',
  ]);
  sheet.addRow([
    1,
    '张某',
    '个人',
    '决算',
    new Date('2021-03-05T00:00:00Z'),
    '财政局',
    '2021.3.9',
    '公开',
  ]);
  sheet.addRow([
    2,
    '李某',
    '个人',
    '预算',
    new Date('2021-03-06T00:00:00Z'),
    '',
    '2021.3.10',
    '公开',
  ]);
  for (const span of ['A1:H1', 'A2:A3', 'B2:E2', 'F2:H2', 'F4:F5']) sheet.mergeCells(span);
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  const rows = await read(bytes, 'a.xlsx', { channel: 'in-person' });
  expect(rows.map(({ entry }) => [entry?.receivedOn, entry?.decidedOn, entry?.agency])).toEqual([
    ['2021-03-05', '2021-03-09', '财政局'],
    ['2021-03-06', '2021-03-10', '财政局'],
  ]);
  expect(rows[0]?.notes).toEqual([{ kind: 'guessed', key: 'assumed', column: 'channel' }]);
});

test('reads GB18030, semicolons, tabs and quoted cells with line breaks', async () => {
  const tabs = HEAD.replaceAll(',', '\t');
  const line = '1\t网上\t公民\t"张\n某"\t"决算 ""全"""\t2020.3.5\t2020.3.9\t公开';
  expect((await read(csv(tabs, line)))[0]?.entry).toMatchObject({
    name: '张 某',
    informationTitle: '决算 "全"',
  });
  // 申请事项, 收到时间 and the rest, as spreadsheets in China save CSV by default.
  const gb = Buffer.from(
    'c9eac7ebcac2cfee2ccad5b5bdcab1bce42cb4f0b8b4cab1bce42cb4f0b8b4bde1b9fb0a32303139c4eab2bfc3c5bef6cbe32c323032302e332e352c323032302e332e392cb9abbfaa0a',
    'hex',
  );
  const assumed = { channel: 'fax', applicantKind: 'natural' } as const;
  expect((await read(gb, 'a.csv', assumed))[0]?.entry).toMatchObject({
    informationTitle: '2019年部门决算',
    replyKind: 'granted',
    channel: 'fax',
  });
});

test('refuses a row without a channel or an applicant unless the operator says what they are', async () => {
  const bytes = csv('申请事项,收到时间,答复时间,答复结果', '决算,2020.3.5,2020.3.9,公开');
  const [row] = await read(bytes);
  expect(row?.entry).toBeUndefined();
  expect(row?.notes.map(({ key, column }) => `${key} ${column}`)).toEqual([
    'missing channel',
    'missing applicantKind',
  ]);
  const [filled] = await read(bytes, 'a.csv', { channel: 'fax', applicantKind: 'natural' });
  expect(filled?.entry).toMatchObject({ channel: 'fax', applicantKind: 'natural', name: null });
});

test('takes what only counts the rows of a year for no number, since every year has it', async () => {
  for (const number of ['7', '007', '１２', '7号', '第 7 号', 'No. 7']) {
    const [row] = await read(csv(HEAD, `${number},网上,公民,张某,决算,2020.3.5,2020.3.9,公开`));
    expect(row?.entry?.receiptNumber).toBeNull();
    expect(row?.notes).toEqual([
      { kind: 'left-out', key: 'serial', column: 'receiptNumber', value: number },
    ]);
  }
});

test('passes over a foot, and tells of a case whose title begins like one and whose days can’t be read', async () => {
  const rows = await read(
    csv(
      HEAD,
      '甲1,网上,公民,张某,注册资本变更材料,三月初,,正在办理',
      '合计,,,,1件,,,',
      '填表人：李某,,,,,审核人：王某,,',
      '注：本表由办公室填写,,,,,,,',
    ),
  );
  expect(rows.map(({ place }) => place)).toEqual(['2']);
  expect(rows[0]?.notes.map(({ key }) => key)).toContain('open');
});

test('takes no day that is still to come, except as a term', async () => {
  const rows = csv(
    `${HEAD},答复期限,送达日期`,
    '甲1,网上,公民,张某,决算,2042.3.5,2042.3.9,公开,2042.4.2,',
    '甲2,网上,公民,张某,决算,2024.3.5,2042.3.9,公开,2024.4.2,',
    '甲3,网上,公民,张某,决算,2024.3.5,2024.3.9,公开,2024.4.2,2042.3.9',
  );
  const [both, reply, service] = (await readLedger(rows, 'a.csv', {}, '2024-03-20')).rows;
  const said = (row?: typeof both) => row?.notes.map((note) => `${note.key} ${note.column}`);
  expect(said(both)).toEqual([
    ...['future receivedOn', 'future decidedOn'],
    ...['missing decidedOn', 'missing receivedOn'],
  ]);
  expect(both?.entry).toBeUndefined();
  expect(said(reply)).toEqual(['future decidedOn', 'missing decidedOn']);
  expect(said(service)).toEqual(['future servedOn']);
  expect(service?.entry).toMatchObject({ servedOn: null, dueOn: '2024-04-02' });
});

test('says when the ledger contradicts its own days', async () => {
  const [row] = await read(
    csv(
      `${HEAD},答复期限,是否按期`,
      '2020-1,网上,公民,张某,决算,2020.3.5,2020.5.9,公开,2020.4.2,是',
    ),
  );
  expect(row?.notes).toEqual([
    { kind: 'guessed', key: 'contradicts', column: 'onTime', value: '是' },
  ]);
});

test.each([
  ['a.csv', 'no-header', () => csv('一,二,三', '1,2,3')],
  ['a.pdf', 'not-a-table', () => Buffer.from('%PDF-1.7')],
  ['a.xlsx', 'damaged', () => Buffer.from('PK\u0003\u0004')],
])('says of %s: %s', async (name, code, bytes) => {
  await expect(readLedger(bytes(), name)).rejects.toMatchObject({ code });
});

test('works the due day out where the ledger has none, and leaves it open where it can not', async () => {
  const [plain, extended] = await read(
    csv(
      `${HEAD},延长`,
      '2020-1,网上,公民,张某,决算,2020.3.5,2020.3.20,公开,',
      '2020-2,网上,公民,张某,决算,2020.3.5,2020.4.20,公开,20个工作日',
    ),
  );
  expect(applicationOf(plain!.entry!, nationalCalendar)).toMatchObject({
    dueOn: '2020-04-02T12:00:00.000Z',
    status: 'answered',
    closedOn: '2020-03-20T12:00:00.000Z',
  });
  expect(applicationOf(extended!.entry!, nationalCalendar)).toMatchObject({
    dueOn: null,
    extension: { workingDays: 20 },
  });
});

test('never throws over a cell, whatever it holds', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.integer()), (cell) => {
      for (const one of [readChannel, readReply, yuanIn]) expect(() => one(cell)).not.toThrow();
      expect(() => readDay(cell, 0, 2020)).not.toThrow();
      expect(() => readApplicantKind(cell, String(cell))).not.toThrow();
    }),
  );
});

test('either reads a file or says why not, whatever it holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), async (cells) => {
      const bytes = csv(HEAD, cells.join(','));
      const told = await readLedger(bytes, 'a.csv').catch((error: Error) => error.name);
      expect(typeof told === 'string' ? told : 'rows').toMatch(/^(?:LedgerFileError|rows)$/u);
    }),
  );
});
