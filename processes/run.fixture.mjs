/** `run.fixture.mjs PORT COUNT`: the small server of the tests in so many processes. */
import path from 'node:path';
import { serveInProcesses } from './primary.mjs';

const [, , port = '', count = ''] = process.argv;
// A machine on which no process can be started any more.
if (process.env.NONE_CAN_START) process.execPath = '/no/such/program';

const { ended, stop } = serveInProcesses({
  exec: path.join(
    import.meta.dirname ?? path.dirname(process.argv[1] ?? ''),
    'small-server.fixture.mjs',
  ),
  args: [port],
  count: Number(count),
  env: process.env,
  pauseMs: 20,
});
process.once('SIGTERM', () => stop('SIGTERM'));
process.exit(await ended);
