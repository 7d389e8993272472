/**
 * A server for the tests of several processes: `small-server.fixture.mjs PORT`. It answers with its
 * place and number, ends when asked to, and remembers what others told it.
 */
import { createServer } from 'node:http';
import { isFirstProcess, onTold, sharedSecret, tellOthers, tellReady } from './tell.mjs';

/** @type {unknown[]} */
const heard = [];
onTold('news', (what) => heard.push(what));

if (process.env.FAILS_AT_START) process.exit(7);
if (process.env.ENDS_AFTER_MS) setTimeout(() => process.exit(3), Number(process.env.ENDS_AFTER_MS));

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/tell') {
    const times = Number(url.searchParams.get('times') ?? 1);
    const tell = () => {
      for (let i = 0; i < times; i += 1) tellOthers('news', url.searchParams.get('what'));
      process.stdout.write(`${process.env.WEB_PROCESS} has told it\n`);
    };
    const after = Number(url.searchParams.get('after') ?? 0);
    if (after > 0) setTimeout(tell, after);
    else tell();
  }
  response.setHeader('Connection', 'close');
  response.end(
    JSON.stringify({
      pid: process.pid,
      place: process.env.WEB_PROCESS,
      isFirst: isFirstProcess(),
      secret: sharedSecret()?.toString('base64'),
      heard,
    }),
  );
});
process.once('SIGTERM', () => server.close(() => process.exit(0)));
server.listen(Number(process.argv[2]), '127.0.0.1', tellReady);
