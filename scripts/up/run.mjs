import { spawn } from 'node:child_process';

const KEPT_CHARACTERS = 20_000;

/**
 * Runs a program to its end and keeps the tail of what it printed, so that a failure can be explained.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, show?: boolean }} options `show` passes the output through as it comes
 * @returns {Promise<{ code: number, output: string }>} 128 + the signal's place is not used: a killed program has code 137
 */
export function run(command, args, { cwd, env = process.env, show = false }) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a .cmd file on Windows, which only a shell can start.
      shell: process.platform === 'win32' && command === 'npm',
    });
    /** @param {NodeJS.WriteStream} stream */
    const keep = (stream) => (/** @type {Buffer} */ chunk) => {
      output = (output + chunk.toString('utf8')).slice(-KEPT_CHARACTERS);
      if (show) stream.write(chunk);
    };
    child.stdout.on('data', keep(process.stdout));
    child.stderr.on('data', keep(process.stderr));
    child.once('error', (error) => resolve({ code: 127, output: `${output}\n${error.message}` }));
    child.once('close', (code, signal) => {
      if (signal) output += `\n${signal}`;
      resolve({ code: code ?? 137, output });
    });
  });
}
