import { createServer, type AddressInfo, type Server } from 'node:net';
import nodemailer from 'nodemailer';
import type { Payload } from 'payload';
import { describe, expect, it } from 'vitest';
import { openMailServer } from '../../tests/int/harness/mail-server';
import { openLine, optionsOf } from './server';

describe('the connection to the mail server', () => {
  it('is encrypted before a password goes over it, unless the server is this machine', () => {
    const requires = (url: string) => nodemailer.createTransport(optionsOf(url)).options;
    const outside = requires('smtp://name:pass%40word@mail.example.gov.cn:587');
    expect(outside).toMatchObject({
      host: 'mail.example.gov.cn',
      port: 587,
      secure: false,
      requireTLS: true,
      auth: { user: 'name', pass: 'pass@word' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    expect(requires('smtps://name:word@mail.example.gov.cn')).toMatchObject({ secure: true });
    expect(requires('smtp://127.0.0.1:1025')).toMatchObject({ requireTLS: false });
  });

  it('tells no password to a server that offers no encryption', async () => {
    const heard: string[] = [];
    const server = createServer((socket) => {
      socket.write('220 mail.example.test\r\n');
      socket.on('error', () => {});
      socket.on('data', (chunk) => {
        heard.push(chunk.toString());
        socket.write(/^EHLO/.test(heard.at(-1)!) ? '250 AUTH PLAIN LOGIN\r\n' : '502 no\r\n');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    // As to a server elsewhere, which this one stands for.
    const options = optionsOf(`smtp://name:secretword@mail.example.test:${port}`);
    const transport = nodemailer.createTransport({ ...options, host: '127.0.0.1' });
    await expect(
      transport.sendMail({ from: 'a@b.test', to: 'c@d.test', text: 'x' }),
    ).rejects.toThrow();
    server.close();
    expect(heard.join('')).toContain('STARTTLS');
    expect(heard.join('')).not.toMatch(/AUTH|secretword|c2VjcmV0d29yZA/);
  });
});

describe('a line over which many mails go', () => {
  it('answers every mail while the server is down, and sends again once it is back', async () => {
    const server = await openMailServer();
    await server.stop();
    const line = lineTo(server.url);
    await expect(line.send(MAIL)).rejects.toThrow('ECONNREFUSED');
    await expect(line.send(MAIL)).rejects.toThrow('ECONNREFUSED');
    await server.start();
    await line.send(MAIL);
    await line.send(MAIL);
    line.close();
    await server.stop();
    expect(server.inbox).toHaveLength(2);
  });

  it('tries no mail without end at a server that hangs up before its first word', async () => {
    let calls = 0;
    const server = createServer((socket) => {
      calls += 1;
      socket.end();
    });
    const line = lineTo(`smtp://127.0.0.1:${await listen(server)}`);
    await expect(line.send(MAIL)).rejects.toThrow();
    await expect(line.send(MAIL)).rejects.toThrow();
    line.close();
    await close(server);
    expect(calls).toBeLessThanOrEqual(4);
  });
});

const MAIL = { to: 'reader@mail.example.test', subject: 'x', text: 'x' };

const lineTo = (url: string) =>
  openLine({ email: { name: 'nodemailer' } } as Payload, {
    NODE_ENV: 'test',
    SMTP_URL: url,
    MAIL_FROM: 'noreply@county.example.test',
  });

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => server.close(() => resolve()));
