import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findingWords } from '@/transfer/import/finding-words';
import { zipOf } from '@/transfer/extract/samples';
import { problemOfFile } from './refused-file';

const MACROS = [
  ['[Content_Types].xml', '<Types/>'],
  ['word/document.xml', '<w/>'],
  ['word/vbaProject.bin', 'x'],
] as const;

describe('a file that a citizen attaches', () => {
  it('is told what is taken when it is of another kind, and never to become one that is refused too', async () => {
    const html = Buffer.from('<html><body><p>网页</p></body></html>');
    const files: [string, Uint8Array][] = [
      ['x.exe', Buffer.concat([Buffer.from('MZ'), randomBytes(400)])],
      ['无名', Buffer.from('我要的信息')],
      ['p.html', html],
      ['m.md', Buffer.from('# 说明')],
      ['网页.txt', html],
      ['网页.pdf', html],
      ['包.zip', await zipOf([['a.txt', '甲']])],
      ['包.docx', await zipOf([['a.txt', '甲']])],
      ['图.svg', Buffer.from('<svg><script>1</script></svg>')],
    ];
    for (const [name, bytes] of files)
      expect(await problemOfFile({ name, bytes }, 'zh-CN'), name).toMatchObject({
        problem: 'kind',
      });
  });

  it('is told to be broken where its name promises no text and none is in it', async () => {
    const bytes = Buffer.concat([Buffer.of(0, 255), randomBytes(400)]);
    for (const name of ['a.pdf', 'a.docx'])
      expect(await problemOfFile({ name, bytes }, 'zh-CN')).toMatchObject({ problem: 'broken' });
  });

  it('is told what is inside it, in its own language', async () => {
    const bytes = await zipOf(MACROS);
    const { zh, en } = findingWords({ severity: 'skip', code: 'has-macros' });
    for (const name of ['a.docx', 'a.docm']) {
      expect(await problemOfFile({ name, bytes }, 'zh-CN')).toMatchObject({ reason: zh });
      expect(await problemOfFile({ name, bytes }, 'en')).toMatchObject({ reason: en });
    }
    const renamed = { name: 'a.docx', bytes: Buffer.from('%PDF-1.4') };
    expect(await problemOfFile(renamed, 'en')).toMatchObject({ problem: 'content' });
  });

  it('is taken as what its name and content agree on', async () => {
    const plain = { name: 'A.TXT', bytes: Buffer.from('我要的信息') };
    expect(await problemOfFile(plain, 'en')).toEqual({ type: 'text/plain' });
  });
});
