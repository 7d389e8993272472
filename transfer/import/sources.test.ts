import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import * as tar from 'tar-stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LIMITS, type SourceFile } from './source-file';
import { readSources, SourceError } from './sources';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gongkai-sources-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function told(target: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const file of readSources(target)) found[file.path] = outcome(file);
  return found;
}

const outcome = (file: SourceFile): string =>
  'skip' in file ? file.skip.code : 'bytes' in file ? Buffer.from(file.bytes).toString() : 'lines';

type TarEntry = { name: string; text?: string; type?: 'symlink'; linkname?: string };

async function makeTar(entries: TarEntry[]): Promise<Buffer> {
  const pack = tar.pack();
  for (const { name, text = '', type, linkname } of entries) {
    pack.entry(type ? { name, type, linkname: linkname ?? '' } : { name }, text);
  }
  pack.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of pack) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A ZIP by hand, so that its names and claims can be wrong on purpose. */
function makeZip(entries: { name: Buffer; text: string; size?: number; flags?: number }[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text, size, flags = 0 } of entries) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size ?? bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, rest, name]),
    );
    parts.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}

test('walks a folder in order, names other files and passes over what systems leave behind', async () => {
  const root = path.join(folder, 'batch');
  await mkdir(path.join(root, '行政法规'), { recursive: true });
  await writeFile(path.join(root, '行政法规', '甲.md'), '# 甲');
  await writeFile(path.join(root, 'b.html'), '<html>');
  await writeFile(path.join(root, 'c.pdf'), 'x');
  await writeFile(path.join(root, '.DS_Store'), 'x');
  await symlink('/etc/hostname', path.join(root, 'link.md'));
  expect(await told(root)).toEqual({
    'batch/b.html': '<html>',
    'batch/c.pdf': 'unknown-type',
    'batch/行政法规/甲.md': '# 甲',
  });
});

test('reads one file with the folders that tell its kind', async () => {
  await mkdir(path.join(folder, '行政法规'));
  await writeFile(path.join(folder, '行政法规', '甲.md'), '# 甲');
  const [name] = Object.keys(await told(path.join(folder, '行政法规', '甲.md')));
  expect(name).toMatch(/行政法规\/甲\.md$/u);
});

test('says plainly that a path is missing', async () => {
  await expect(told(path.join(folder, 'nowhere'))).rejects.toThrow(SourceError);
});

test('passes over a file beyond the limit without reading it', async () => {
  await writeFile(path.join(folder, 'big.md'), Buffer.alloc(LIMITS.fileBytes + 1));
  expect(Object.values(await told(folder))).toEqual(['too-large']);
});

test('reads a tar, packed or not, and refuses paths that lead out of it', async () => {
  const archive = await makeTar([
    { name: '法规/甲.md', text: '# 甲' },
    { name: '../../etc/evil.md', text: 'x' },
    { name: '/etc/evil.md', text: 'x' },
    { name: 'a\\..\\..\\evil.md', text: 'x' },
    { name: 'link.md', type: 'symlink', linkname: '/etc/passwd' },
    { name: 'picture.jpg', text: 'x' },
    { name: '乙.html', text: '<html>' },
  ]);
  const wanted = {
    '法规/甲.md': '# 甲',
    '../../etc/evil.md': 'unsafe-path',
    '/etc/evil.md': 'unsafe-path',
    'a\\..\\..\\evil.md': 'unsafe-path',
    'link.md': 'unsafe-path',
    'picture.jpg': 'unknown-type',
    '乙.html': '<html>',
  };
  await writeFile(path.join(folder, 'a.tar'), archive);
  await writeFile(path.join(folder, 'a.tar.gz'), gzipSync(archive));
  expect(await told(path.join(folder, 'a.tar'))).toEqual(wanted);
  expect(await told(path.join(folder, 'a.tar.gz'))).toEqual(wanted);
});

test('takes what comes before the break of a damaged archive, then says that it is damaged', async () => {
  const archive = await makeTar(
    Array.from({ length: 50 }, (_, i) => ({ name: `${i}.md`, text: `# ${i}`.repeat(300) })),
  );
  await writeFile(path.join(folder, 'cut.tar'), archive.subarray(0, archive.length / 2));
  const packed = gzipSync(archive);
  await writeFile(path.join(folder, 'cut.tgz'), packed.subarray(0, packed.length - 20));
  await writeFile(path.join(folder, 'no.tar.xz'), 'this is no archive at all');
  await writeFile(path.join(folder, 'no.zip'), 'neither is this');
  const cut = Object.values(await told(path.join(folder, 'cut.tar')));
  expect(cut.length).toBeGreaterThan(20);
  expect(cut.at(-1)).toBe('damaged-archive');
  for (const name of ['cut.tgz', 'no.tar.xz', 'no.zip']) {
    expect(Object.values(await told(path.join(folder, name))).at(-1)).toBe('damaged-archive');
  }
});

test('reads a ZIP whose names are GBK, as Chinese Windows writes them', async () => {
  const gbk = Buffer.from('b7a8b9e62fbcd72e6d64', 'hex');
  const zip = makeZip([
    { name: gbk, text: '# 甲' },
    { name: Buffer.from('法规/乙.md'), text: '# 乙', flags: 0x800 },
    { name: Buffer.from('../evil.md'), text: 'x' },
    { name: Buffer.from('folder/'), text: '' },
    { name: Buffer.from('locked.md'), text: 'x', flags: 1 },
  ]);
  await writeFile(path.join(folder, 'a.zip'), zip);
  expect(await told(path.join(folder, 'a.zip'))).toEqual({
    '法规/甲.md': '# 甲',
    '法规/乙.md': '# 乙',
    '../evil.md': 'unsafe-path',
    'locked.md': 'unreadable',
  });
});

test('does not believe a ZIP that claims its bomb is small', async () => {
  const zip = makeZip([
    { name: Buffer.from('bomb.md'), text: 'x'.repeat(LIMITS.fileBytes + 10), size: 100 },
    { name: Buffer.from('lie.md'), text: 'x'.repeat(100), size: 50 },
  ]);
  await writeFile(path.join(folder, 'a.zip'), zip);
  expect(await told(path.join(folder, 'a.zip'))).toEqual({
    'bomb.md': 'too-large',
    'lie.md': 'cut-file',
  });
});
