import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { bytesEntry, FreeNames, zipStream, type ZipEntry } from './zip-stream';

async function read(zip: Buffer): Promise<Record<string, string>> {
  const file = await yauzl.fromBufferPromise(zip);
  const files: Record<string, string> = {};
  for await (const entry of file.eachEntry()) {
    const stream = await file.openReadStreamPromise(entry);
    files[entry.fileName] = (await buffer(stream)).toString('utf8');
  }
  return files;
}

describe('zipStream', () => {
  it('holds every file under its Chinese name', async () => {
    async function* entries(): AsyncGenerator<ZipEntry> {
      yield bytesEntry('文件/通知.txt', Buffer.from('全文'));
      yield bytesEntry('目录.csv', Buffer.from('序号'));
    }
    const zip = await buffer(zipStream(entries()));
    expect(await read(zip)).toEqual({ '文件/通知.txt': '全文', '目录.csv': '序号' });
  });

  it('makes a file only when the one before it is written', async () => {
    const order: string[] = [];
    async function* entries(): AsyncGenerator<ZipEntry> {
      for (const name of ['a', 'b']) {
        order.push(`make ${name}`);
        yield {
          name,
          open: () => {
            order.push(`write ${name}`);
            return Readable.from([Buffer.from(name)]);
          },
        };
      }
    }
    await buffer(zipStream(entries()));
    expect(order).toEqual(['make a', 'write a', 'make b', 'write b']);
  });

  it('breaks the stream when something fails, so that half a ZIP is not taken for a whole one', async () => {
    async function* entries(): AsyncGenerator<ZipEntry> {
      yield bytesEntry('a', Buffer.from('a'));
      throw new Error('the database went away');
    }
    await expect(buffer(zipStream(entries()))).rejects.toThrow('the database went away');
    async function* lost(): AsyncGenerator<ZipEntry> {
      yield {
        name: 'a',
        open: () =>
          new Readable({
            read() {
              this.destroy(new Error('no file'));
            },
          }),
      };
    }
    await expect(buffer(zipStream(lost()))).rejects.toThrow('no file');
  });

  it('stops making files when the reader goes away', async () => {
    let made = 0;
    let isOver: () => void;
    const over = new Promise<void>((resolve) => (isOver = resolve));
    async function* entries(): AsyncGenerator<ZipEntry> {
      try {
        for (;;) {
          made += 1;
          yield bytesEntry(`${made}`, Buffer.alloc(100_000, 'x'));
          if (made === 3) stream.destroy();
        }
      } finally {
        isOver();
      }
    }
    const stream = zipStream(entries());
    stream.resume();
    await over;
    expect(made).toBe(4);
  });
});

describe('FreeNames', () => {
  it('numbers names that are taken, whatever their case', () => {
    const names = new FreeNames();
    expect(
      ['a/通知.pdf', 'a/通知.pdf', 'a/通知.PDF', '目录'].map((name) => names.take(name)),
    ).toEqual(['a/通知.pdf', 'a/通知 (2).pdf', 'a/通知 (3).PDF', '目录']);
  });
});
