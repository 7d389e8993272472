/**
 * npm's `prepare`: sets up the pre-commit checks in a clone that someone works in, and stays out of
 * the way everywhere else (an unpacked archive, a build server, a production install).
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const wanted =
  !process.env.CI &&
  !process.env.GONGKAI_NO_HOOKS &&
  process.env.NODE_ENV !== 'production' &&
  existsSync('.git') &&
  existsSync('node_modules/lefthook/bin/index.js');

if (wanted) {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/lefthook/bin/index.js', 'install'],
    {
      stdio: 'inherit',
    },
  );
  if (status !== 0) {
    console.error('The pre-commit checks were not set up; `npm test` runs the same ones.');
  }
}
