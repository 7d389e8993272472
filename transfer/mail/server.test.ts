import { createServer, type AddressInfo } from 'node:net';
import nodemailer from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { optionsOf } from './server';

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
