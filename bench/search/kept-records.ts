import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { SearchRecord } from '../../search/engine';
import { titleKey } from '../../search/normalise';

/** Two spellings of a law's name come to one key: with the name of the state and without it. */
export const nameKey = (title: string): string => titleKey(title).replaceAll('中华人民共和国', '');

/** The records as lines of a file, so that each contestant's process reads the same ones. */
export async function keepRecords(
  records: AsyncIterable<SearchRecord> | Iterable<SearchRecord>,
  file: string,
): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  const out = createWriteStream(file);
  for await (const record of records) {
    if (!out.write(`${JSON.stringify(record)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

export async function* keptRecords(file: string): AsyncGenerator<SearchRecord> {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    yield JSON.parse(line) as SearchRecord;
  }
}

/** Whether a file was made after another and so needs no making again. */
export const isNewerThan = (file: string, other: string): boolean =>
  existsSync(file) && statSync(file).mtimeMs > statSync(other).mtimeMs;
