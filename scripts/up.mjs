#!/usr/bin/env node
/**
 * From a fresh clone to a running portal: `npm run up`. Plain Node without dependencies, because it
 * runs before any is installed.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { siteUrlFor } from './up/env-file.mjs';
import { ToldFailure, causeOf } from './up/failures.mjs';
import { MINIMUM_NODE, isSupportedNode } from './up/node-version.mjs';
import { readOptions } from './up/options.mjs';
import { probePort } from './up/port.mjs';
import { build, checkDisk, ensureEnv, install, migrate, seed } from './up/steps.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const READY_WITHIN_MS = 90_000;
const began = Date.now();

try {
  process.exitCode = await up();
} catch (error) {
  tell(error);
  process.exitCode = 1;
}

async function up() {
  if (!isSupportedNode(process.version)) {
    throw new ToldFailure({
      zh: `需要 Node.js ${MINIMUM_NODE} 或更新版本，当前是 ${process.version}。`,
      en: `Node.js ${MINIMUM_NODE} or newer is needed; this is ${process.version}.`,
    });
  }
  const options = readOptions(process.argv.slice(2), process.env);
  if ('problem' in options) throw new ToldFailure(options.problem);
  if (options.help) {
    say('npm run up -- [--port 3000] [--host 127.0.0.1] [--no-start] [--no-demo]');
    return 0;
  }
  const { port, host } = options;
  const address = `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${port}`;

  if (options.start && (await isOccupied(host, port, address))) return 0;
  checkDisk(ROOT);

  await step('安装依赖', 'Install dependencies', () => install(ROOT));
  const { made, env: given } = ensureEnv(ROOT, { port, demo: options.demo });
  if (made) say('· 已生成 .env（随机密钥，仅本人可读） · made .env with fresh random secrets');
  const env = {
    ...process.env,
    ...given,
    SITE_URL: siteUrlFor(given.SITE_URL ?? address, port),
    ...(options.demo ? {} : { DEMO: 'false' }),
  };
  await step('构建', 'Build', () => build(ROOT, env));
  await step('升级数据库', 'Migrate the database', () => migrate(ROOT, env));
  await step('写入初始数据', 'Seed', () => seed(ROOT, env));
  if (!options.start) {
    say(`准备完毕，用时 ${seconds(began)} 秒。启动：npm run up · Prepared in ${seconds(began)} s.`);
    return 0;
  }
  return serve(env, host, port, address);
}

/**
 * @param {string} zh
 * @param {string} en
 * @param {() => Promise<boolean>} work
 */
async function step(zh, en, work) {
  const start = Date.now();
  say(`· ${zh} · ${en} …`);
  // A long step must not look like a hung one.
  const beat = setInterval(() => say(`  … ${seconds(start)} s`), 15_000);
  try {
    const done = await work();
    say(done ? `  完成 done · ${seconds(start)} s` : '  无变化，跳过 · unchanged, nothing to do');
  } finally {
    clearInterval(beat);
  }
}

/**
 * Throws where another program holds the port; true where this portal itself runs there already.
 * @param {string} host
 * @param {number} port
 * @param {string} address
 */
async function isOccupied(host, port, address) {
  const state = await probePort(host, port);
  if (state === 'free') return false;
  if (state === 'taken') {
    if (await isHealthy(address)) {
      say(`门户已在运行：${address}。如要更新，请先停止它（Ctrl-C）。`);
      say(`The portal is running already at ${address}. To update it, stop it first (Ctrl-C).`);
      return true;
    }
    throw new ToldFailure({
      zh: `端口 ${port} 已被其他程序占用。请换一个：npm run up -- --port ${port + 1}`,
      en: `Port ${port} is taken by another program. Choose another: npm run up -- --port ${port + 1}`,
    });
  }
  if (state === 'forbidden') {
    throw new ToldFailure({
      zh: `当前用户不能使用端口 ${port}（小于 1024 的端口需要管理员）。请换一个：npm run up -- --port 3000`,
      en: `This user may not listen on port ${port} (ports below 1024 need an administrator). Choose another: npm run up -- --port 3000`,
    });
  }
  throw new ToldFailure({
    zh: `本机没有地址 ${host}。请检查 --host。`,
    en: `This machine has no address ${host}. Check --host.`,
  });
}

/**
 * Starts the portal and stays until it ends.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} host
 * @param {number} port
 * @param {string} address
 * @returns {Promise<number>} the exit code
 */
async function serve(env, host, port, address) {
  const start = path.join('scripts', 'start.mjs');
  const child = spawn(process.execPath, [start, '-H', host, '-p', String(port)], {
    cwd: ROOT,
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let stopping = false;
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(stopping ? 0 : (code ?? 1)));
  });
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      stopping = true;
      // A terminal sends Ctrl-C to the whole group; a service manager signals this process alone.
      child.kill(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM');
    });
  }

  const state = await Promise.race([
    ended.then(() => 'ended'),
    untilHealthy(address).then((healthy) => (healthy ? 'ready' : 'silent')),
  ]);
  if (state === 'ready') announce(address);
  if (state === 'silent') {
    stopping = true;
    child.kill('SIGTERM');
    await ended;
    throw new ToldFailure({
      zh: `门户在 ${READY_WITHIN_MS / 1000} 秒内没有应答，已停止。原因见上面的输出。`,
      en: `The portal did not answer within ${READY_WITHIN_MS / 1000} s and was stopped. The output above says why.`,
    });
  }
  const code = await ended;
  say(
    code === 0
      ? '门户已停止 · stopped'
      : `门户意外停止（代码 ${code}） · stopped with code ${code}`,
  );
  return code;
}

/** @param {string} address */
function announce(address) {
  say('');
  say(`公开 Gongkai 已启动 · is running(${seconds(began)} s)`);
  say(`  门户 Portal   ${address}`);
  say(`  后台 Admin    ${address}/admin`);
  say(
    '  登录 Sign in  首次运行时上面显示的账号和密码 · the account and password shown on the first run',
  );
  say('  停止 Stop     Ctrl-C');
}

/** @param {string} address */
async function untilHealthy(address) {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (await isHealthy(address)) return true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}

/** @param {string} address */
async function isHealthy(address) {
  try {
    const response = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(5_000) });
    return response.ok && /"status":\s*"ok"/.test(await response.text());
  } catch {
    // Nothing answers yet, or something answers that is not this portal: both mean "not healthy".
    return false;
  }
}

/** @param {unknown} error */
function tell(error) {
  if (error instanceof ToldFailure) {
    if (error.details) console.error(`\n${error.details}\n`);
    console.error(`✗ ${error.sentence.zh}\n  ${error.sentence.en}`);
    return;
  }
  const cause = causeOf(error instanceof Error ? `${error.message}` : String(error));
  if (!cause) throw error;
  console.error(
    `✗ ${cause.zh}\n  ${cause.en}\n  (${error instanceof Error ? error.message : error})`,
  );
}

/** @param {number} since */
function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1);
}

/** @param {string} line */
function say(line) {
  console.log(line);
}
