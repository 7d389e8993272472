/** The oldest Node.js that Next.js 16 runs on. The same figure stands in package.json "engines". */
export const MINIMUM_NODE = '20.9.0';

/**
 * Whether a Node.js version (`v20.9.0` or `20.9.0`, a pre-release tag is ignored) is at least `minimum`.
 * Anything that is not a version is not supported.
 * @param {string} version
 * @param {string} [minimum]
 */
export function isSupportedNode(version, minimum = MINIMUM_NODE) {
  const have = numbers(version);
  const need = numbers(minimum);
  if (!have || !need) return false;
  for (let place = 0; place < 3; place += 1) {
    if (have[place] !== need[place]) return have[place] > need[place];
  }
  return true;
}

/** @param {string} version */
function numbers(version) {
  const match = /^v?(\d+)\.(\d+)\.(\d+)(?:-[\w.]+)?$/.exec(version.trim());
  return match ? match.slice(1).map(Number) : null;
}
