import { describe, expect, it } from 'vitest';
import { fileResponse } from './file-response';

const file = {
  bytes: Buffer.from('全文'),
  type: 'application/pdf',
  disposition: 'attachment; filename="a.pdf"',
  etag: '"abc"',
  changed: new Date('2026-03-01T08:00:00.500Z'),
};
const ask = (headers: Record<string, string> = {}, method = 'GET') =>
  fileResponse(new Request('http://localhost/x', { headers, method }), file);

describe('fileResponse', () => {
  it('gives the bytes with what is known of them', async () => {
    const response = ask();
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('全文');
    expect(response.headers.get('ETag')).toBe('"abc"');
    expect(response.headers.get('Last-Modified')).toBe('Sun, 01 Mar 2026 08:00:00 GMT');
    expect(response.headers.get('Content-Length')).toBe('6');
  });

  it('sends nothing again to who has it', async () => {
    for (const tag of ['"abc"', 'W/"abc"', '"x", "abc"', '*']) {
      expect(ask({ 'If-None-Match': tag }).status).toBe(304);
    }
    expect(ask({ 'If-Modified-Since': 'Sun, 01 Mar 2026 08:00:00 GMT' }).status).toBe(304);
  });

  it('sends it again once it has changed, by its tag rather than its day', () => {
    const since = 'Sun, 01 Mar 2026 08:00:00 GMT';
    expect(ask({ 'If-None-Match': '"old"', 'If-Modified-Since': since }).status).toBe(200);
    expect(ask({ 'If-Modified-Since': 'Sun, 01 Mar 2026 07:59:59 GMT' }).status).toBe(200);
    expect(ask({ 'If-Modified-Since': 'yesterday' }).status).toBe(200);
  });

  it('answers HEAD without a body', async () => {
    const response = ask({}, 'HEAD');
    expect(response.headers.get('Content-Length')).toBe('6');
    expect(await response.text()).toBe('');
  });
});
