import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLeaving, leavePath, outsideAddress } from './leaving';

describe('a link that leaves government', () => {
  it.each([
    ['https://www.example.com/a', true],
    ['http://gov.cn.example.com/', true],
    ['https://notgov.cn/', true],
    ['https://www.gov.cn/zhengce', false],
    ['HTTPS://WWW.JIANGXI.GOV.CN', false],
    ['https://某.政务/', false],
    ['/documents/a', false],
    ['#article-3', false],
    ['mailto:office@demo.example', false],
    ['tel:0795-0000100', false],
  ])('%s: %s', (href, leaves) => {
    expect(isLeaving(href)).toBe(leaves);
  });

  it('is none to the site itself', () => {
    expect(isLeaving('https://yifeng.demo.example/a', 'yifeng.demo.example')).toBe(false);
  });

  it('carries the address whole, so that the page can show it', () => {
    const path = leavePath('https://www.example.com/a?b=1&c=#d');
    expect(new URL(path, 'http://localhost').searchParams.get('to')).toBe(
      'https://www.example.com/a?b=1&c=#d',
    );
  });
});

describe('an address that a reader is asked about', () => {
  it('is no script, no file, and nothing that pretends to be another host', () => {
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//www.example.com',
      'https://www.gov.cn@evil.example/',
      'https://',
      `https://www.example.com/${'a'.repeat(2_000)}`,
    ]) {
      expect(outsideAddress(text), text).toBeNull();
    }
  });

  it('names the host as the network knows it', () => {
    expect(outsideAddress('https://еxample.com/')?.host).toBe('xn--xample-2of.com');
  });

  it('is of the web whatever is asked', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => {
        const url = outsideAddress(text);
        return url === null || /^https?:$/.test(url.protocol);
      }),
    );
  });
});
