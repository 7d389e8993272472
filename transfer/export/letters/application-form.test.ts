import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { applicationFields } from '../../../domain/applications/parse';
import { press } from '../press';
import { Typesetter } from '../typesetter';
import { blankForm, formSheet, type FormOptions } from './application-form';

const typesetter = new Typesetter(fileURLToPath(new URL('../../..', import.meta.url)));
const office =
  '青禾县人民政府办公室：青禾大道1号，邮编 999360，电话 0999-2990001，传真 0999-2990002';
const blank: FormOptions = { locale: 'zh-CN', offices: [office] };
const filled: FormOptions = {
  ...blank,
  entered: {
    applicantKind: 'natural',
    name: '李小明',
    idType: 'id-card',
    idNumber: '11010519491231002X',
    phone: '13800001234',
    email: 'li@mail.example.cn',
    address: '青禾县新昌镇沿河路18号3栋2单元501室',
    postcode: '999360',
    agency: '青禾县人民政府办公室',
    informationTitle: '2025年度青禾县农村危房改造补助名单',
    informationNumber: '青府办字〔2025〕12号',
    description: '全县各乡镇，姓名和金额即可。\n最好有表格。',
    form: 'electronic',
    delivery: 'email',
  },
};
const essence = (text: string) => text.replace(/[\s\u00a0]+/gu, '');

async function pdfText(options: FormOptions): Promise<{ pages: number; text: string }> {
  const { pdf, pages } = typesetter.set(formSheet(options));
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
    mergePages: true,
  });
  return { pages, text: essence(text) };
}

const docxText = async (options: FormOptions) =>
  essence((await mammoth.extractRawText({ buffer: await blankForm('docx', options) })).value);

async function documentXml(options: FormOptions): Promise<string> {
  const zip = await yauzl.fromBufferPromise(await blankForm('docx', options));
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === 'word/document.xml')
      return (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8');
  }
  throw new Error('no document in it');
}

describe('the printed form', () => {
  afterAll(() => press().close());

  it.each(['zh-CN', 'en'] as const)('fits one page in %s, blank or filled in', async (locale) => {
    expect((await pdfText({ ...blank, locale })).pages).toBe(1);
    expect((await pdfText({ ...filled, locale })).pages).toBe(1);
  });

  it('has a place for all that the law asks for, and says where to hand it in', async () => {
    for (const text of [(await pdfText(blank)).text, await docxText(blank)]) {
      for (const label of [
        '姓名',
        '证件名称',
        '证件号码',
        '统一社会信用代码',
        '联系人',
        '联系电话',
        '电子邮箱',
        '通信地址',
        '邮政编码',
        '信息名称',
        '文号',
        '内容描述',
        '方式',
        '途径',
        '受理机关',
        '申请人签名（盖章）',
        '申请日期',
      ]) {
        expect(text).toContain(label);
      }
      expect(text).toContain(essence(office));
      expect(text).toContain('□纸质件□电子文件□查阅、抄录');
    }
  });

  it('asks nobody what for', async () => {
    expect((await pdfText(blank)).text).not.toMatch(/用途[^。]*[：□]|所需信息的用途|申请目的/u);
    expect(applicationFields.join()).not.toMatch(/purpose|use/);
  });

  it('offers on paper no way that needs a query code, unless it was chosen on the site', async () => {
    expect((await pdfText(blank)).text).not.toContain('凭查询码查看');
    const online = { ...filled, entered: { ...filled.entered, delivery: 'online' } };
    expect((await pdfText(online)).text).toContain('■在本网站凭查询码查看');
  });

  it('holds what was entered, in the part of a person or of an organisation', async () => {
    for (const text of [(await pdfText(filled)).text, await docxText(filled)]) {
      for (const [field, value] of Object.entries(filled.entered ?? {})) {
        if (['applicantKind', 'idType', 'form', 'delivery'].includes(field)) continue;
        expect(text).toContain(essence(value));
      }
      expect(text).toContain('居民身份证');
      expect(text).toContain('■电子文件');
      expect(text).toContain('■电子邮件');
    }
    const business = {
      applicantKind: 'business',
      name: '青禾纸业有限公司',
      creditCode: '91999360MA00000000',
    };
    const text = await docxText({ ...blank, entered: business });
    expect(text).toMatch(/■商业企业/);
    expect(text.indexOf('青禾纸业有限公司')).toBeGreaterThan(text.indexOf('法人或者其他组织'));
  });

  it('is English for whoever lays it out or reads it aloud, where its words are', async () => {
    expect(await documentXml({ ...blank, locale: 'en' })).toContain('w:lang w:val="en-GB"');
    expect(await documentXml(blank)).not.toContain('en-GB');
  });

  it('is printed by the press too', async () => {
    expect((await blankForm('pdf', blank)).subarray(0, 4).toString()).toBe('%PDF');
  }, 60_000);

  it('opens again whatever was entered', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constant('字'.repeat(3000)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.record(Object.fromEntries(applicationFields.map((field) => [field, text]))),
        async (entered) => {
          expect((await pdfText({ ...blank, entered })).text).toContain('政府信息公开申请表');
          expect(await docxText({ ...blank, entered })).toContain('政府信息公开申请表');
        },
      ),
      { numRuns: 15 },
    );
  }, 120_000);
});
