import { readFile } from 'node:fs/promises';
import path from 'node:path';
import iconv from 'iconv-lite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reasonOf } from '@/domain/mail/delivery-status';
import { readReport, MOST_BYTES } from './read-report';

const ID = '<00112233445566778899aabbccddeeff@county.example.test>';

/** As it comes over the line. */
const messageOf = async (name: string) => {
  const text = await readFile(path.join(import.meta.dirname, 'cases', `${name}.eml`), 'utf8');
  return Buffer.from(text.replaceAll('\n', '\r\n'));
};

describe('a report', () => {
  it.each([
    ['postfix', 'failed', '5.1.1', 'noMailbox'],
    ['postfix-delayed', 'delayed', '4.4.1', 'unreachable'],
    ['exchange', 'failed', '5.2.2', 'full'],
    ['gmail', 'failed', '5.1.1', 'noMailbox'],
    ['coremail-163', 'failed', '5.0.0', 'noMailbox'],
    ['qq', 'failed', '5.1.1', 'noMailbox'],
  ] as const)('in the shape of %s says %s, %s', async (name, action, status, reason) => {
    const report = await readReport(await messageOf(name));
    expect(report?.messageIds[0]).toBe(ID);
    expect(report?.recipients).toMatchObject([{ action, status }]);
    const [recipient] = report!.recipients;
    expect(recipient?.addresses).toContain('reader@mail.example.test');
    expect(reasonOf(recipient!)).toBe(reason);
    expect(report?.writtenAt).toMatch(/^2026-11-26T0[15]:00/);
  });

  it.each(['holiday', 'read-receipt', 'junk'])('is no %s', async (name) =>
    expect(await readReport(await messageOf(name))).toBeNull(),
  );

  it('is read as far as it came, and the returned mail may be cut off', async () => {
    const whole = await messageOf('postfix');
    const cut = whole.subarray(0, whole.indexOf('Auto-Submitted: auto-generated'));
    expect((await readReport(cut))?.messageIds).toEqual([ID]);
    for (let at = 0; at < whole.length; at += 97) await readReport(whole.subarray(0, at));
  });

  it('is read although its words are in another charset than it says', async () => {
    const text = (await messageOf('qq')).toString('utf8');
    for (const charset of ['gb18030', 'big5', 'latin1']) {
      const body = iconv.encode(text, charset);
      const report = await readReport(body);
      expect(report?.recipients[0]?.status).toBe('5.1.1');
    }
    const unknown = text.replace('charset="utf-8"', 'charset="x-no-such"');
    expect((await readReport(Buffer.from(unknown)))?.messageIds).toEqual([ID]);
  });

  it('of a huge mail is read no further than its beginning', async () => {
    const whole = await messageOf('postfix');
    const huge = Buffer.concat([whole, Buffer.alloc(20 * MOST_BYTES, 'x\r\n')]);
    expect((await readReport(huge))?.recipients).toHaveLength(1);
  });

  it('is nothing in a nest of parts, in a flood of headers, and in anything else', async () => {
    const nest = Array.from(
      { length: 400 },
      (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`,
    ).join('');
    expect(await readReport(Buffer.from(nest))).toBeNull();
    expect(await readReport(Buffer.from('X-Y: z\r\n'.repeat(60_000)))).toBeNull();
    const heads = [
      '',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n',
      'Content-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822;a@b.c\r\nAction: failed\r\n',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...heads),
        fc.uint8Array({ maxLength: 400 }),
        async (a, b) => {
          expect(await readReport(Buffer.concat([Buffer.from(a), b]))).toBeNull();
        },
      ),
    );
  });
});
