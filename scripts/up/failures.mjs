/** @typedef {{ zh: string, en: string }} Sentence */

/** @type {{ sign: RegExp, sentence: Sentence }[]} Ordered: the first sign found names the cause. */
const CAUSES = [
  {
    sign: /ENOSPC|no space left on device|database or disk is full|SQLITE_FULL/i,
    sentence: {
      zh: '磁盘已满。请腾出至少 3 GB 后再运行；已完成的步骤不会重做。',
      en: 'The disk is full. Free at least 3 GB and run again; finished steps are not repeated.',
    },
  },
  {
    sign: /EACCES|EPERM|EROFS|permission denied|SQLITE_READONLY/i,
    sentence: {
      zh: '没有写入权限。请检查本文件夹（node_modules、.next、data）的所有者，或换一个有权限的用户运行。',
      en: 'No permission to write. Check who owns this folder (node_modules, .next, data), or run as its owner.',
    },
  },
  {
    sign: /heap out of memory|ENOMEM|Cannot allocate memory|SIGKILL|exit code 137/i,
    sentence: {
      zh: '内存不足。构建约需 3 GB 可用内存；请关闭其他程序或增加内存后再运行。',
      en: 'Out of memory. The build needs about 3 GB free; close other programs or add memory and run again.',
    },
  },
  {
    sign: /CERT_|SELF_SIGNED|unable to (?:get local issuer|verify)|ERR_TLS/i,
    sentence: {
      zh: '软件源的证书未通过验证。如单位网络有代理，请把其根证书设为 NODE_EXTRA_CA_CERTS。',
      en: "The package registry's certificate was refused. Behind a proxy, set NODE_EXTRA_CA_CERTS to its root certificate.",
    },
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network (?:request|timeout)/i,
    sentence: {
      zh: '连不上软件源（npm registry）。请检查网络或代理；可用 npm config set registry 改用能访问的镜像。',
      en: 'The package registry can not be reached. Check network and proxy, or choose a mirror with npm config set registry.',
    },
  },
  {
    sign: /\bE40[134]\b|ETARGET|E5\d\d\b/,
    sentence: {
      zh: '软件源没有提供所需的软件包。请换一个完整的镜像（npm config set registry）后再运行。',
      en: 'The registry did not supply a needed package. Choose a complete mirror (npm config set registry) and run again.',
    },
  },
  {
    sign: /EINTEGRITY/,
    sentence: {
      zh: '下载的软件包与锁定的校验值不符。请运行 npm cache clean --force 后再试；若仍如此，请勿使用该软件源。',
      en: 'A downloaded package does not match its locked checksum. Run npm cache clean --force and try again; if it persists, do not trust that registry.',
    },
  },
  {
    sign: /EADDRINUSE/,
    sentence: {
      zh: '端口已被占用。请换一个端口：npm run up -- --port 3001',
      en: 'The port is taken. Choose another: npm run up -- --port 3001',
    },
  },
  {
    sign: /SQLITE_BUSY|database is locked/i,
    sentence: {
      zh: '数据库正被另一个进程使用。请先停止正在运行的门户。',
      en: 'Another process is using the database. Stop the running portal first.',
    },
  },
];

/**
 * The cause of a failed step as one sentence in each language, read from what the step printed;
 * null where no known cause shows.
 * @param {string} output
 * @returns {Sentence | null}
 */
export function causeOf(output) {
  return CAUSES.find(({ sign }) => sign.test(output))?.sentence ?? null;
}

/** A failure that is told to the person as it stands, without a stack trace. */
export class ToldFailure extends Error {
  /**
   * @param {Sentence} sentence
   * @param {string} [details] what the failing step printed last
   */
  constructor(sentence, details = '') {
    super(sentence.en);
    this.name = 'ToldFailure';
    this.sentence = sentence;
    this.details = details;
  }
}
