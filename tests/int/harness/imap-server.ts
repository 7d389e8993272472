import type { AddressInfo } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';

export interface ImapServer {
  /** `imap://name:password@127.0.0.1:port` */
  url: string;
  /** Puts a message into INBOX, as a mail server does. */
  deliver: (raw: string) => void;
  /** The flags of each message in INBOX, in the order in which they came. */
  flags: () => string[][];
  stop: () => Promise<void>;
}

/** A real mailbox on this machine, without TLS. */
export async function openImapServer(): Promise<ImapServer> {
  const server = hoodiecrow({
    plugins: ['ID', 'UIDPLUS', 'SASL-IR', 'AUTH-PLAIN', 'ENABLE', 'LITERALPLUS', 'NAMESPACE'],
    users: { 'noreply@county.example.test': { password: 'a secret' } },
    storage: { INBOX: { messages: [] } },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `imap://noreply%40county.example.test:a%20secret@127.0.0.1:${port}`,
    deliver: (raw) => server.appendMessage('INBOX', [], undefined, raw.replace(/\r?\n/g, '\r\n')),
    flags: () => server.getMailbox('INBOX').messages.map(({ flags }) => [...flags].sort()),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
