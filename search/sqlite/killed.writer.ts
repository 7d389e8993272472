import type { SearchRecord } from '../engine';
import { record } from '../engine.samples';
import { openSqliteEngine } from './engine';

// The process that killed.test.ts kills: writes to the index at a path without end, and tells each write
// when it is done. `put` adds lots of LOT records, `rebuild` builds the index of LOT × 40 records again and again, each
// time with another word in all of them. Both begin at the number given.
const LOT = 5;
const [path = '', task, from] = process.argv.slice(2);
const engine = openSqliteEngine({ path });

for (let n = Number(from); ; n += 1) {
  if (task === 'put') await engine.put(lot(n, LOT));
  else await engine.rebuild(built(n));
  // Written to the pipe before the next one begins.
  process.stdout.write(`${n}\n`);
}

function lot(n: number, size: number): SearchRecord[] {
  return Array.from({ length: size }, (_, at) =>
    record(`${n}-${at}`, { title: `停车办法之${n}`, body: '为了规范停车秩序，制定本办法。' }),
  );
}

async function* built(n: number): AsyncGenerator<SearchRecord> {
  for (let at = 0; at < LOT * 40; at += 1) {
    yield record(String(at), {
      title: `停车办法${at}`,
      number: `第${n}号`,
      body: '规范停车秩序。',
    });
  }
}
