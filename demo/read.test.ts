import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  DemoFileError,
  parseFrontMatter,
  readTexts,
  readYaml,
  readYamls,
  splitLanguages,
} from './read';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-demo-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('front matter', () => {
  it('is parted from the text below it', () => {
    expect(parseFrontMatter('---\ntitle: 指南\nyear: 2020\n---\n\n## 一\n', 'a.md')).toEqual({
      data: { title: '指南', year: 2020 },
      body: '## 一',
    });
  });

  it('keeps dates as the words that were written', () => {
    expect(parseFrontMatter('---\nmadeOn: 2020-03-02\n---\n', 'a.md').data).toEqual({
      madeOn: '2020-03-02',
    });
  });

  it('is read behind a byte order mark and with Windows line ends', () => {
    expect(parseFrontMatter('\uFEFF---\r\ntitle: 甲\r\n---\r\n正文', 'a.md')).toEqual({
      data: { title: '甲' },
      body: '正文',
    });
  });

  it.each([
    ['that is absent', '正文'],
    ['that does not end', '---\ntitle: 甲\n正文'],
    ['that is broken', '---\ntitle: [甲\n---\n正文'],
    ['that is a list', '---\n- 甲\n---\n正文'],
    ['that is empty', '---\n---\n正文'],
  ])('%s is an error that names the file', (_what, text) => {
    expect(() => parseFrontMatter(text, 'demo/a.md')).toThrow(DemoFileError);
    expect(() => parseFrontMatter(text, 'demo/a.md')).toThrow(/^demo\/a\.md: /);
  });
});

describe('a body in two languages', () => {
  it('is parted at its mark', () => {
    expect(splitLanguages('中文\n\n<!-- en -->\n\nEnglish', 'a.md')).toEqual({
      zh: '中文',
      en: 'English',
    });
  });

  it('has no English text without the mark', () => {
    expect(splitLanguages('中文', 'a.md')).toEqual({ zh: '中文' });
  });

  it('may not have the mark twice', () => {
    expect(() => splitLanguages('中\n<!-- en -->\na\n<!-- en -->\nb', 'a.md')).toThrow(
      DemoFileError,
    );
  });
});

describe('demo folders', () => {
  it('are read with folders below them, sorted, by names without the ending', async () => {
    await mkdir(join(folder, 'rules'));
    await writeFile(join(folder, 'rules', 'b.md'), '---\ntitle: 乙\n---\n');
    await writeFile(join(folder, 'a.md'), '---\ntitle: 甲\n---\n正文');
    await writeFile(join(folder, 'note.txt'), 'not read');
    const texts = await readTexts(folder);
    expect(texts.map((text) => text.name)).toEqual(['a', 'rules/b']);
  });

  it('give every YAML file with its name', async () => {
    await writeFile(join(folder, '2020.yaml'), 'year: 2020\n');
    expect(await readYamls(folder)).toEqual([{ name: '2020', data: { year: 2020 } }]);
  });

  it('are an error when absent', async () => {
    await expect(readTexts(join(folder, 'absent'))).rejects.toThrow(DemoFileError);
  });

  it('are an error when a file is not UTF-8', async () => {
    const file = join(folder, 'gbk.yaml');
    await writeFile(file, Buffer.from([0xd2, 0xcb, 0xb7, 0xe1]));
    await expect(readYaml(file)).rejects.toThrow(/is not UTF-8/);
  });

  it('are an error when a file is absent or holds broken YAML', async () => {
    await expect(readYaml(join(folder, 'absent.yaml'))).rejects.toThrow(/cannot be read/);
    await writeFile(join(folder, 'broken.yaml'), 'a: [');
    await expect(readYaml(join(folder, 'broken.yaml'))).rejects.toThrow(DemoFileError);
  });
});
