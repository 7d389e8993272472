/** A real IMAP server in JavaScript, for tests; it comes without types. */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  type Message = { raw: string; uid: number; flags: string[] };
  type Mailbox = { messages: Message[]; uidvalidity: number };
  type ImapServer = {
    server: Server;
    listen: (port: number, host: string, done: () => void) => void;
    close: (done: () => void) => void;
    getMailbox: (path: string) => Mailbox;
    appendMessage: (
      path: string,
      flags: string[],
      internaldate: string | undefined,
      raw: string,
    ) => void;
  };
  const hoodiecrow: (options: {
    plugins?: string[];
    users?: Record<string, { password: string }>;
    storage?: Record<string, { messages?: { raw: string }[] }>;
  }) => ImapServer;
  export = hoodiecrow;
}
