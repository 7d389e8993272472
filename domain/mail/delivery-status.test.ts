import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAddressGone, parseDeliveryStatus, reasonOf, statusIn } from './delivery-status';

const group = (...lines: string[]) => ['Reporting-MTA: dns; a.test', '', ...lines, ''].join('\r\n');

describe('a delivery status', () => {
  it('names each recipient, by both addresses, with what became of the mail', () => {
    const { recipients } = parseDeliveryStatus(
      group(
        'Original-Recipient: rfc822;Old+40Name@a.test',
        'Final-Recipient: rfc822; name@b.test',
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1',
        '   no such user',
        '',
        'Final-Recipient: utf-8; 张三@邮件.test',
        'Action: DELAYED',
        'Status: 4.4.1 (timed out)',
      ),
    );
    expect(recipients).toEqual([
      {
        addresses: ['name@b.test', 'old+40name@a.test'],
        action: 'failed',
        status: '5.1.1',
        diagnostic: '550 5.1.1 no such user',
      },
      { addresses: ['张三@邮件.test'], action: 'delayed', status: '4.4.1', diagnostic: null },
    ]);
  });

  it('reads an original recipient whose signs are escaped, and one with a plus of its own', () => {
    const addresses = (value: string) =>
      parseDeliveryStatus(group(`Final-Recipient: rfc822;${value}`)).recipients[0]?.addresses;
    expect(addresses('name+40b.test')).toEqual(['name@b.test']);
    expect(addresses('name+news@b.test')).toEqual(['name+news@b.test']);
  });

  it('leaves out what names nobody, however it is broken', () => {
    for (const text of ['', 'x', group('Action: failed'), group('Final-Recipient: a@b.test')]) {
      expect(parseDeliveryStatus(text).recipients).toEqual([]);
    }
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const text = group(`Final-Recipient: rfc822;${a}`, `Action: ${b}`, `Status: ${b}`);
        for (const { addresses } of parseDeliveryStatus(text).recipients) {
          for (const one of addresses) expect(one).toMatch(/^[^\s<>@]+@[^\s<>@]+$/);
        }
      }),
    );
  });

  it('has a code of three numbers, which no address of a computer is', () => {
    expect(statusIn('550 5.1.1 unknown')).toBe('5.1.1');
    expect(statusIn('host 192.5.1.1 said 550')).toBeNull();
    expect(statusIn('5.1.1.9')).toBeNull();
    expect(statusIn(null)).toBeNull();
  });
});

describe('why a mail came back', () => {
  it.each([
    ['5.1.1', null, 'noMailbox'],
    ['5.1.2', null, 'noServer'],
    ['5.2.1', null, 'closed'],
    ['5.2.2', null, 'full'],
    ['4.2.2', null, 'full'],
    ['5.3.4', null, 'tooLarge'],
    ['5.7.1', null, 'refused'],
    ['4.4.1', null, 'unreachable'],
    ['5.0.0', '550 User not found: ***', 'noMailbox'],
    ['5.0.0', '550 5.7.1 rejected as spam', 'refused'],
    [null, '552 Mailbox is full', 'full'],
    [null, null, 'other'],
  ] as const)('is for %s %j: %s', (status, diagnostic, reason) =>
    expect(reasonOf({ status, diagnostic })).toBe(reason),
  );

  it('is the address itself only where it is not there', () => {
    expect(isAddressGone('noMailbox')).toBe(true);
    expect(isAddressGone('full')).toBe(false);
    expect(isAddressGone('refused')).toBe(false);
  });
});
