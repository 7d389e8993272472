import { describe, expect, it } from 'vitest';
import { etagOf, isUnchanged } from './conditional';

const headers = (values: Record<string, string>) => new Headers(values);
const etag = etagOf('内容');
const modified = new Date('2026-11-25T08:00:00.700Z');

describe('a conditional request', () => {
  it('has the same tag for the same bytes alone', () => {
    expect(etagOf('内容')).toBe(etag);
    expect(etagOf('内容 ')).not.toBe(etag);
    expect(etag).toMatch(/^"[\w-]{27}"$/);
  });

  it('is answered without contents when the client has one of its tags, weak or strong', () => {
    for (const value of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      expect(isUnchanged(headers({ 'If-None-Match': value }), etag)).toBe(true);
    }
    for (const value of ['"other"', '', etag.slice(0, -2)]) {
      expect(isUnchanged(headers({ 'If-None-Match': value }), etag)).toBe(false);
    }
  });

  it('goes by the time in whole seconds only where no tag is sent', () => {
    const since = (value: string) => headers({ 'If-Modified-Since': value });
    expect(isUnchanged(since('Wed, 25 Nov 2026 08:00:00 GMT'), etag, modified)).toBe(true);
    expect(isUnchanged(since('Wed, 25 Nov 2026 07:59:59 GMT'), etag, modified)).toBe(false);
    expect(isUnchanged(since('yesterday'), etag, modified)).toBe(false);
    expect(isUnchanged(since('Wed, 25 Nov 2026 08:00:00 GMT'), etag)).toBe(false);
    const both = headers({
      'If-None-Match': '"other"',
      'If-Modified-Since': 'Wed, 25 Nov 2026 08:00:00 GMT',
    });
    expect(isUnchanged(both, etag, modified)).toBe(false);
  });
});
