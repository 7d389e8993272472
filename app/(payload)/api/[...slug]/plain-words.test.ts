import { describe, expect, it } from 'vitest';
import { inWords } from './plain-words';

const answered = async (status: number, body: unknown, headers: HeadersInit = {}) => {
  const given = new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'x-kept': 'yes', ...headers },
  });
  const told = await inWords(given);
  return { status: told.status, kept: told.headers.get('x-kept'), text: await told.text() };
};

describe('what Payload says in English alone', () => {
  it('is told in both languages, with the status and headers it had', async () => {
    const { status, kept, text } = await answered(404, {
      message: 'Route not found "http://county.example/api/nowhere"',
    });
    expect([status, kept]).toEqual([404, 'yes']);
    expect(JSON.parse(text)).toEqual({
      errors: [{ message: '没有这个接口地址。 There is nothing at this address of the interface.' }],
    });
    expect((await answered(401, { message: 'Unauthorized' })).text).toContain('请先登录');
    expect((await answered(403, { error: 'Forbidden' })).text).toContain('没有权限');
  });

  it('keeps which fields can’t be asked for, and what else stands in the answer', async () => {
    const data = [{ path: 'letter.name' }];
    const { text } = await answered(400, {
      errors: [
        { name: 'QueryError', data, message: 'The following path cannot be queried: letter.name' },
        { message: '停车' },
      ],
    });
    const { errors } = JSON.parse(text) as { errors: { message: string; data?: unknown }[] };
    expect(errors[0]).toMatchObject({ name: 'QueryError', data });
    expect(errors[0]?.message).toMatch(/^不能按这些字段查询：letter\.name。/);
    expect(errors[1]?.message).toBe('停车');
  });

  it('leaves alone what is no refusal, no JSON, or in words already', async () => {
    expect((await answered(200, { message: 'Unauthorized' })).text).toBe(
      '{"message":"Unauthorized"}',
    );
    expect((await answered(404, 'Unauthorized', { 'content-type': 'text/html' })).text).toBe(
      'Unauthorized',
    );
    const own = { errors: [{ message: '您无权执行此操作' }] };
    expect(JSON.parse((await answered(403, own)).text)).toEqual(own);
    expect((await answered(404, '{"cut')).text).toBe('{"cut');
  });
});
