import { describe, expect, it } from 'vitest';
import { receiveForm } from './received-form';

const posted = (body: BodyInit, type?: string) =>
  new Request('http://localhost/x', {
    method: 'POST',
    body,
    ...(type && { headers: { 'Content-Type': type } }),
  });
const URLENCODED = 'application/x-www-form-urlencoded';

describe('a form that is received', () => {
  it('has its answers, with and without files', async () => {
    const form = new FormData();
    form.set('email', 'reader@demo.example');
    form.set('file', new File(['x'.repeat(2_000_000)], 'x.txt'));
    expect((await receiveForm(posted(form)))?.form.get('email')).toBe('reader@demo.example');
    const plain = await receiveForm(posted('a=1&b=2', URLENCODED), { hasFiles: false });
    expect(plain?.form.get('b')).toBe('2');
  });

  it('is none when it is large and can have no files', async () => {
    const large = 'x'.repeat(2_000_000);
    expect(await receiveForm(posted(`a=${large}`, URLENCODED))).toBeNull();
    const form = new FormData();
    form.set('file', new File([large], 'x.txt'));
    expect(await receiveForm(posted(form), { hasFiles: false })).toBeNull();
  });

  it('is none when it has more fields than any form of ours', async () => {
    expect(await receiveForm(posted('a=1&'.repeat(200_000), URLENCODED))).toBeNull();
    const part = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n';
    const parts = `${part.repeat(200_000)}--b--\r\n`;
    expect(await receiveForm(posted(parts, 'multipart/form-data; boundary=b'))).toBeNull();
    // Whatever else the head says: what undici reads as the mark is what counts.
    for (const type of [
      'multipart/form-data; xboundary=zzz; boundary=b',
      'multipart/form-data; BOUNDARY="b"',
    ]) {
      expect(await receiveForm(posted(parts, type))).toBeNull();
    }
    const lying = `${URLENCODED}; boundary=zzz`;
    expect(await receiveForm(posted('a=1&'.repeat(200_000), lying))).toBeNull();
  });

  it('is none when it is something else', async () => {
    expect(await receiveForm(posted('{}', 'application/json'))).toBeNull();
    expect(await receiveForm(posted(''))).toBeNull();
  });
});
