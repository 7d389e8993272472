import { randomBytes } from 'node:crypto';

/**
 * The text of a first `.env`: secrets of this installation alone, and a database that needs no server.
 * @param {{ port: number, demo: boolean, random?: (bytes: number) => Buffer }} choice
 */
export function makeEnv({ port, demo, random = randomBytes }) {
  return `# 由 npm run up 生成。本文件含密钥：不要提交，不要外传，请随数据一起备份。
# Made by npm run up. It holds secrets: never commit or share it; back it up together with the data.

# 登录会话的签名密钥 · signs the sessions of signed-in staff
PAYLOAD_SECRET=${random(32).toString('hex')}

# 加密申请人证件号码的密钥（32 字节，base64）。丢失后已加密的内容无法读出。
# Encrypts applicants' identity numbers (32 bytes, base64). Lost key, lost numbers.
SEAL_KEY=${random(32).toString('base64')}

# file:… 为 SQLite 文件；mongodb://… 为 MongoDB · a SQLite file, or mongodb://… for MongoDB
DATABASE_URI=file:./data/gongkai.db

# 公众访问的网址 · the address under which the public reaches the portal
SITE_URL=http://localhost:${port}

# 演示站：每页显示“演示”提示 · a demonstration: every page says so
DEMO=${demo}
`;
}

/**
 * Reads `KEY=value` lines; comments, blank lines and an optional `export ` are passed over, matching
 * quotes around a value are taken off.
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function readEnv(text) {
  /** @type {Record<string, string>} */
  const values = {};
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line);
    if (!match) continue;
    const [, key, raw] = match;
    const quoted = /^(["'])(.*)\1$/.exec(raw);
    values[key] = quoted ? quoted[2] : raw;
  }
  return values;
}

/**
 * Names that a usable `.env` must give and this one does not, or gives in a form that can't work.
 * @param {Record<string, string | undefined>} env
 */
export function missingFrom(env) {
  const missing = ['PAYLOAD_SECRET', 'DATABASE_URI', 'SITE_URL'].filter((name) => !env[name]);
  if (Buffer.from(env.SEAL_KEY ?? '', 'base64').length !== 32) missing.push('SEAL_KEY');
  return missing;
}

/**
 * The public address for this run: a local address follows the port chosen today, a real one stays.
 * @param {string} siteUrl
 * @param {number} port
 */
export function siteUrlFor(siteUrl, port) {
  const url = new URL(siteUrl);
  if (url.hostname !== 'localhost' && url.hostname !== '127.0.0.1') return siteUrl;
  return `${url.protocol}//${url.hostname}:${port}`;
}
