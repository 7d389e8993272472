import { Readable, type PassThrough } from 'node:stream';
import yazl from 'yazl';

/** One file of a ZIP; its content is asked for only when its turn has come. */
export type ZipEntry = { name: string; changed?: Date; open: () => Readable };

/**
 * A ZIP that is written as it is read: one file in memory at a time. Names are UTF-8. When the
 * entries throw, the stream breaks, so that nobody takes half a ZIP for a whole one.
 */
export function zipStream(entries: AsyncIterable<ZipEntry>): Readable {
  const zip = new yazl.ZipFile();
  const output = zip.outputStream as PassThrough;
  zip.on('error', (error: Error) => output.destroy(error));
  void pump(zip, output, entries).catch((error: Error) => output.destroy(error));
  return output;
}

async function pump(
  zip: yazl.ZipFile,
  output: PassThrough,
  entries: AsyncIterable<ZipEntry>,
): Promise<void> {
  let isClosed = false;
  const closed = new Promise<void>((resolve) => {
    output.once('close', () => {
      isClosed = true;
      resolve();
    });
  });
  for await (const { name, changed, open } of entries) {
    const written = new Promise<void>((resolve, reject) => {
      zip.addReadStreamLazy(
        name,
        { mtime: changed ?? new Date(), compress: !IS_PACKED.test(name) },
        (take) => {
          const stream = open();
          stream.once('error', reject);
          stream.once('end', resolve);
          take(null, stream);
        },
      );
    });
    await Promise.race([written, closed]);
    // The reader went away: what is left need not be made.
    if (isClosed) return;
  }
  zip.end();
}

/** Files that are compressed in themselves. */
const IS_PACKED = /\.(docx|xlsx|pdf|ofd|zip|png|jpe?g|mp4)$/iu;

export const bytesEntry = (name: string, bytes: Buffer, changed?: Date): ZipEntry => ({
  name,
  changed,
  open: () => Readable.from([bytes]),
});

/** Names that differ also where upper and lower case are the same. */
export class FreeNames {
  private readonly taken = new Set<string>();

  /** The name, or the name with (2), (3) … before its ending. */
  take(name: string): string {
    const [, stem, ending] = /^(.*?)(\.[^./]*)?$/su.exec(name) as unknown as [
      string,
      string,
      string?,
    ];
    let free = name;
    for (let i = 2; this.taken.has(free.toLowerCase()); i += 1)
      free = `${stem} (${i})${ending ?? ''}`;
    this.taken.add(free.toLowerCase());
    return free;
  }
}
