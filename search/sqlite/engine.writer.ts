import { record } from '../engine.samples';
import { openSqliteEngine } from './engine';

// The second process of engine.test.ts: puts so many records one by one into the index at a path.
const [path = '', count = '0'] = process.argv.slice(2);
const engine = openSqliteEngine({ path });

console.log('ready');
for (let n = 0; n < Number(count); n += 1) {
  await engine.put([record(`theirs-${n}`, { title: '停车，彼处' })]);
  // Leaves the processor to the other one, as two requests would.
  await new Promise((resume) => setTimeout(resume, 5));
}
await engine.close();
