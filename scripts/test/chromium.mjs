import { existsSync } from 'node:fs';
import { run } from '../up/run.mjs';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser to test with: the one named by CHROMIUM_PATH, else an installed one, else null.
 * A CHROMIUM_PATH that names nothing is an error rather than a reason to take another browser.
 * @param {Record<string, string | undefined>} [env]
 * @param {(file: string) => boolean} [exists]
 */
export function findChromium(env = process.env, exists = existsSync) {
  if (env.CHROMIUM_PATH) {
    if (exists(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH names ${env.CHROMIUM_PATH}, and no file is there`);
  }
  return INSTALLED.find((file) => exists(file)) ?? null;
}

/**
 * Makes sure that a browser is there: Debian's own with fonts for Chinese where this process may
 * install it, else Playwright's.
 * @param {string} root
 * @returns {Promise<string | null>} its path, or null for Playwright's own
 */
export async function ensureChromium(root) {
  const found = findChromium();
  if (found) return found;

  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], { cwd: root, env });
    const { code, output } = await run(
      'apt-get',
      ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
      { cwd: root, env },
    );
    const installed = findChromium();
    if (installed) return installed;
    console.log(`apt-get install chromium ended with code ${code}:\n${output.slice(-1500)}`);
  }

  const { code, output } = await run('npx', ['playwright', 'install', 'chromium'], { cwd: root });
  if (code === 0) return null;
  throw new Error(
    `No Chromium: set CHROMIUM_PATH, or install chromium and fonts-noto-cjk.\n${output.slice(-1500)}`,
  );
}
