/** Where returned mail lies. */
export type MailboxSettings = {
  host: string;
  port: number;
  /** TLS from the start. */
  isSecure: boolean;
  /** No password before TLS. */
  mustEncrypt: boolean;
  user: string;
  password: string;
  folder: string;
  /** By which one mailbox is told from another. */
  key: string;
};

/**
 * IMAP_URL (`imaps://user:password@host:993`, `imap://…:143` with STARTTLS, with the folder as its path
 * where it isn't INBOX); null where it isn't set, and then nothing is read.
 *
 * @throws Error in words for an address that can't be read
 */
export function mailboxSettings(env: NodeJS.ProcessEnv = process.env): MailboxSettings | null {
  const text = env.IMAP_URL?.trim();
  if (!text) return null;
  let url: URL;
  let folder: string;
  let [user, password] = ['', ''];
  try {
    url = new URL(text);
    [user, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
    folder = decodeURIComponent(url.pathname.replace(/^\/|\/$/g, '')) || 'INBOX';
  } catch {
    throw new Error(NOT_READ);
  }
  if (!/^imaps?:$/.test(url.protocol) || !url.hostname || !user || !password) {
    throw new Error(NOT_READ);
  }
  const isSecure = url.protocol === 'imaps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isHere = ['localhost', '127.0.0.1', '::1'].includes(host);
  const port = Number(url.port) || (isSecure ? 993 : 143);
  return {
    host,
    port,
    isSecure,
    mustEncrypt: !isSecure && !isHere,
    user,
    password,
    folder,
    key: `${user} ${host}:${port} ${folder}`,
  };
}

const NOT_READ =
  'IMAP_URL 应写成 imaps://用户:密码@主机:端口，密码和用户名里的特殊字符要转义（@ 写成 %40）。 ' +
  'IMAP_URL must read imaps://user:password@host:port, with special characters escaped (@ is %40).';
