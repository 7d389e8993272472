import { expect, it } from 'vitest';
import { askedByPost } from './asked-by-post';

const post = (body: string, type: string, override = 'GET') =>
  new Request('http://county.example/api/comments', {
    method: 'POST',
    body,
    headers: { 'Content-Type': type, 'X-Payload-HTTP-Method-Override': override },
  });
const FORM = 'application/x-www-form-urlencoded';

it('reads a question that is posted as a form as one in the address', async () => {
  const asked = await askedByPost(post('where=abc&limit=3', FORM));
  expect(asked?.method).toBe('GET');
  expect(new URL(asked!.url).searchParams.get('where')).toBe('abc');
});

it('gives nothing for a question whose JSON is broken', async () => {
  expect(await askedByPost(post('{"a":', 'application/json'))).toBeNull();
  expect(await askedByPost(post('{"a":1}', 'application/json'))).not.toBeNull();
});

it('leaves what is posted to be written as it is, with its body unread', async () => {
  const request = post('title=a', FORM, 'POST');
  expect(await askedByPost(request)).toBe(request);
  expect(await request.text()).toBe('title=a');
});
