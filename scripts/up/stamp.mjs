import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Whether a step's result was made from these very inputs. The stamp lies inside what the step made,
 * so removing the result removes the stamp.
 * @param {string} file
 * @param {string} inputs
 */
export function isStamped(file, inputs) {
  try {
    return readFileSync(file, 'utf8') === inputs;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return false;
    throw error;
  }
}

/**
 * @param {string} file
 * @param {string} inputs
 */
export function stamp(file, inputs) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, inputs);
}
