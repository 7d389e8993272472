const FLAGS = new Set(['--no-start', '--no-demo', '--help', '-h']);

/**
 * Reads what the person asked for. The command line wins over the environment. npm swallows options
 * written without the `--` separator (`npm run up --port 3001`) and hands them over as
 * `npm_config_port`, so that spelling works too.
 * @param {string[]} argv
 * @param {Record<string, string | undefined>} env
 * @returns {{ port: number, host: string, start: boolean, demo: boolean, help: boolean } | { problem: { zh: string, en: string } }}
 */
export function readOptions(argv, env) {
  let port = env.npm_config_port || env.PORT || '3000';
  let host = env.npm_config_host || env.HOST || '127.0.0.1';
  const flags = new Set();

  for (let index = 0; index < argv.length; index += 1) {
    const [name, joined] = split(argv[index]);
    if (name === '--port' || name === '-p' || name === '--host' || name === '-H') {
      const value = joined ?? argv[(index += 1)];
      if (!value) return problem(`选项 ${name} 后面缺少值。`, `Option ${name} needs a value.`);
      if (name === '--port' || name === '-p') port = value;
      else host = value;
    } else if (FLAGS.has(name) && joined === undefined) {
      flags.add(name);
    } else {
      return problem(
        `不认识的选项 ${argv[index]}。可用：--port、--host、--no-start、--no-demo。`,
        `Unknown option ${argv[index]}. Known: --port, --host, --no-start, --no-demo.`,
      );
    }
  }

  const number = readPort(port);
  if (number === null) {
    return problem(
      `端口“${port}”无效，应为 1 到 65535 的整数。`,
      `Port "${port}" is not a whole number from 1 to 65535.`,
    );
  }
  return {
    port: number,
    host,
    // npm turns `npm run up --no-start` into npm_config_start="" (and false into "").
    start: !flags.has('--no-start') && env.npm_config_start !== '',
    demo: !flags.has('--no-demo') && env.npm_config_demo !== '',
    help: flags.has('--help') || flags.has('-h'),
  };
}

/**
 * A TCP port number, or null where the text is none.
 * @param {string} text
 */
export function readPort(text) {
  if (!/^\d{1,5}$/.test(text.trim())) return null;
  const port = Number(text);
  return port >= 1 && port <= 65535 ? port : null;
}

/** @param {string} argument */
function split(argument) {
  const at = argument.indexOf('=');
  return argument.startsWith('--') && at > 0
    ? [argument.slice(0, at), argument.slice(at + 1)]
    : [argument, undefined];
}

/**
 * @param {string} zh
 * @param {string} en
 */
function problem(zh, en) {
  return { problem: { zh, en } };
}
