import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What the server says to a recipient, or to a whole mail. */
type Answer = { code: number; text: string };

export interface MailServer {
  /** `smtp://127.0.0.1:port` */
  url: string;
  /** What arrived, in the order in which it did. */
  inbox: { to: string[]; mail: ParsedMail; raw: string }[];
  /** What the server answers to whoever sends to an address. */
  answers: Map<string, Answer>;
  stop: () => Promise<void>;
  /** Again on the port that it had. */
  start: () => Promise<void>;
}

/** A real mail server on this machine, without TLS and without a password, that keeps what it is sent. */
export async function openMailServer(): Promise<MailServer> {
  const inbox: MailServer['inbox'] = [];
  const answers = new Map<string, Answer>();
  let server: SMTPServer;
  let port = 0;
  const make = () =>
    new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        const answer = answers.get(address);
        const refused =
          answer && Object.assign(new Error(answer.text), { responseCode: answer.code });
        done(refused ?? null);
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const raw = Buffer.concat(chunks);
          const to = session.envelope.rcptTo.map(({ address }) => address);
          simpleParser(raw).then((mail) => {
            inbox.push({ to, mail, raw: raw.toString('latin1') });
            done(null);
          }, done);
        });
      },
    });
  const start = async () => {
    server = make();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    port = (server.server.address() as AddressInfo).port;
  };
  await start();
  return {
    url: `smtp://127.0.0.1:${port}`,
    inbox,
    answers,
    start,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
