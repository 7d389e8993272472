import { connect, type Socket } from 'node:net';
import { nodemailerAdapter } from '@payloadcms/email-nodemailer';
import nodemailer from 'nodemailer';
import { parseConnectionUrl } from 'nodemailer/lib/shared/index.js';
import type { EmailAdapter, Payload } from 'payload';
import { mailboxSettings } from './returned/mailbox-settings';

/** Seconds before an unanswering mail server counts as one that can't be reached. */
const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

/** The name by which the adapter of a portal without a mail server goes. */
const OFF = 'no-mail';

/**
 * The mail server of the environment: SMTP_URL (`smtp://user:password@host:587`, `smtps://…:465`) and
 * MAIL_FROM (`宜丰县政府信息公开 <noreply@example.gov.cn>`). Without SMTP_URL no mail is sent, which the
 * log says once; Payload's own stand-in would write addresses into it.
 *
 * @throws Error in words for an address or a sender that can't be read, so that a server with a wrong
 *   setting does not start.
 */
export async function mailAdapter(env: NodeJS.ProcessEnv = process.env): Promise<EmailAdapter> {
  // A server with a wrong setting for the mails that come back does not start either.
  mailboxSettings(env);
  const url = env.SMTP_URL?.trim();
  if (!url) return noMail;
  const { address, name } = readSender(env.MAIL_FROM);
  return nodemailerAdapter({
    defaultFromAddress: address,
    defaultFromName: name,
    // A server that is down now may be there when the first mail goes out.
    skipVerify: true,
    transport: nodemailer.createTransport(optionsOf(url)),
  });
}

/** Of an object with `url` nodemailer takes the address and drops every other option, so it is read here. */
export const optionsOf = (url: string) => ({
  ...parseConnectionUrl(url),
  requireTLS: mustEncrypt(url),
  connectionTimeout: CONNECT_MS,
  greetingTimeout: CONNECT_MS,
  socketTimeout: SILENCE_MS,
  // What is attached is handed over as bytes: no text may name a file or an address to fetch.
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** Where a server hangs up before its first word, nodemailer calls again without end. Its types lack the word. */
const CALLED_AGAIN = { maxRequeues: 1 };

type Send = Payload['sendEmail'];

/** One connection to the mail server, over which many mails go one after the other. */
export type Line = { send: Send; close: () => void };

/**
 * Opens a line; whoever opens it closes it. A server lets each newcomer wait before it says its first word,
 * and a connection is greeted, encrypted and signed in anew each time: for a thousand digests that is most
 * of the time.
 */
export function openLine(payload: Payload, env: NodeJS.ProcessEnv = process.env): Line {
  const url = env.SMTP_URL?.trim();
  if (!url || !sendsMail(payload)) {
    return { send: (mail) => payload.sendEmail(mail), close: () => {} };
  }
  const { address, name } = readSender(env.MAIL_FROM);
  const open = () =>
    nodemailer.createTransport({
      ...optionsOf(url),
      pool: true,
      maxConnections: 1,
      maxMessages: 100,
      ...CALLED_AGAIN,
      getSocket: connectAtOnce,
    });
  let transport = open();
  return {
    send: async (mail) => {
      try {
        return await transport.sendMail({ from: `${name} <${address}>`, ...mail });
      } catch (error) {
        // A connection that could not be opened keeps its place in the pool, and the next mail would wait
        // for it for ever. After any other refusal the connection is closed in any case.
        transport.close();
        transport = open();
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

/**
 * A socket that sends what it is given at once. Left to itself it keeps the end of a mail back until the
 * server has acknowledged the beginning, which the server puts off for 40 ms, in the hope of more.
 */
function connectAtOnce(
  { host = 'localhost', port, secure }: { host?: string; port?: number | string; secure?: boolean },
  done: (error: Error | null, found: { connection: Socket } | null) => void,
): void {
  const at = Number(port) || (secure ? 465 : 587);
  const connection = connect({ host, port: at, noDelay: true, timeout: CONNECT_MS });
  const fail = (error: Error) => {
    connection.destroy();
    done(error, null);
  };
  const isLate = () => fail(new Error(`no answer from ${host}:${at}`));
  connection.once('error', fail);
  connection.once('timeout', isLate);
  connection.once('connect', () => {
    connection.off('error', fail);
    connection.off('timeout', isLate);
    done(null, { connection });
  });
}

/** Whether this portal sends mail at all. */
export const sendsMail = (payload: Payload): boolean => payload.email.name !== OFF;

const noMail: EmailAdapter = ({ payload }) => {
  payload.logger.info(
    '没有设置 SMTP_URL，不发送邮件。 SMTP_URL is not set, so no mail is sent (docs/how-to/mail.md).',
  );
  return {
    name: OFF,
    defaultFromAddress: 'noreply@localhost',
    defaultFromName: 'Gongkai',
    sendEmail: async () => {
      payload.logger.warn('a mail was not sent: SMTP_URL is not set');
    },
  };
};

/** A password goes over the net in the clear to this machine alone. */
function mustEncrypt(text: string): boolean {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new Error(`SMTP_URL ${NOT_READ}`);
  }
  if (!/^smtps?:$/.test(url.protocol) || !url.hostname) throw new Error(`SMTP_URL ${NOT_READ}`);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url.protocol === 'smtp:' && url.username !== '' && !isHere;
}

const NOT_READ =
  '应写成 smtp://用户:密码@主机:端口 或者 smtps://…，密码里的特殊字符要转义。 ' +
  'must read smtp://user:password@host:port or smtps://…, with special characters escaped.';

function readSender(text: string | undefined): { address: string; name: string } {
  const match =
    /^\s*(?:"?([^"<>\r\n]*?)"?\s*<([^<>\s,;]+@[^<>\s,;]+)>|([^<>\s,;]+@[^<>\s,;]+))\s*$/u;
  const [, name, named, plain] = match.exec(text ?? '') ?? [];
  const address = named ?? plain;
  if (!address) {
    throw new Error(
      '设置了 SMTP_URL 就要设置 MAIL_FROM，如 宜丰县政府信息公开 <noreply@example.gov.cn>。 ' +
        'SMTP_URL needs MAIL_FROM, such as Disclosure <noreply@example.gov.cn>.',
    );
  }
  return { address, name: name?.trim() || 'Gongkai' };
}
