import type { SearchRecord } from '../engine';
import { record } from '../engine.samples';
import { openSqliteEngine } from './engine';

// The second process of engine.test.ts. With a count it puts so many records one by one into the
// index at a path; without one it rebuilds the index from a source that never ends.
const [path = '', count] = process.argv.slice(2);
const engine = openSqliteEngine({ path });

if (count === undefined) await engine.rebuild(endless());
else await putOneByOne(Number(count));
await engine.close();

async function putOneByOne(records: number): Promise<void> {
  process.stdout.write('ready\n');
  for (let n = 0; n < records; n += 1) {
    await engine.put([record(`theirs-${n}`, { title: '停车，彼处' })]);
    // Leaves the processor to the other one, as two requests would.
    await new Promise((resume) => setTimeout(resume, 5));
  }
}

async function* endless(): AsyncGenerator<SearchRecord> {
  for (let n = 0; ; n += 1) {
    yield record(`theirs-${n}`, { title: '停车，彼处' });
    if (n === 1_000) process.stdout.write('ready\n');
  }
}
