import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Folders at the top that never reach the built portal. A folder not named here counts as source. */
const OUTSIDE_BUILD = new Set([
  '.cache',
  '.ci',
  '.git',
  '.github',
  '.next',
  'bench',
  'coverage',
  'data',
  'demo',
  'dist',
  'docs',
  'e2e',
  'node_modules',
  'playwright-report',
  'screenshots',
  'scripts',
  'test-results',
  'tests',
]);

/** Files that the build writes itself or that it does not read. */
const OUTSIDE_FILE =
  /(?:\.test\.tsx?|\.md|\.log|\.tsbuildinfo|\.db(?:-\w+)?)$|^(?:next-env\.d\.ts|\.env.*|\.git\w+|\.DS_Store)$/;

/**
 * Whether a path (relative to the repository, `/` between folders) can change what `next build` makes.
 * @param {string} file
 */
export function isBuildSource(file) {
  const parts = file.split('/');
  return !OUTSIDE_BUILD.has(parts[0]) && !OUTSIDE_FILE.test(parts[parts.length - 1]);
}

/**
 * A hash over names and contents of every file that `isSource` accepts. Contents rather than times of
 * change, because a fresh checkout or a restored backup changes all times and no content.
 * @param {string} root
 * @param {(file: string) => boolean} isSource
 * @param {string[]} [more] further words that must be the same, such as the version of Node.js
 */
export function fingerprint(root, isSource, more = []) {
  const hash = createHash('sha256');
  for (const word of more) hash.update(`${word}\0`);
  for (const file of filesUnder(root, '', isSource)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {(file: string) => boolean} isSource
 * @returns {string[]}
 */
function filesUnder(root, folder, isSource) {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = folder ? `${folder}/${entry.name}` : entry.name;
      // A folder is asked about through a name inside it, so that node_modules is never walked.
      if (entry.isDirectory()) {
        return isSource(`${file}/-`) ? filesUnder(root, file, isSource) : [];
      }
      return entry.isFile() && isSource(file) ? [file] : [];
    });
}
