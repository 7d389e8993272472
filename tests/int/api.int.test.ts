import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { disclose, NOTICES, publish } from './harness/disclosed';
import { openPortal, type Portal } from './harness/portal';

type Json = Record<string, unknown>;
type PageBody = { items: Json[]; total: number; page: number; pages: number };

let portal: Portal;
let county: Awaited<ReturnType<typeof disclose>>;
let answer: (request: Request) => Promise<Response>;
let describeAll: (name: string) => Json;
let operations: typeof import('../../app/api/v1/operations').OPERATIONS;

beforeAll(async () => {
  // Read when the limits are loaded; one test of its own uses up an address.
  process.env.API_REQUESTS_A_MINUTE = '40';
  portal = await openPortal();
  // As at the start of the portal: an index that was never built says so instead of finding nothing.
  await (await import('../../jobs/index-all')).ensureIndex(portal.payload);
  county = await disclose(portal.payload);
  await portal.payload.jobs.run({ queue: 'index', limit: 1000, silent: true });
  ({ answer } = await import('../../app/api/v1/answer'));
  ({ openapi: describeAll } = await import('../../app/api/v1/openapi'));
  ({ OPERATIONS: operations } = await import('../../app/api/v1/operations'));
});
afterAll(async () => {
  const { closeSearchEngine } = await import('../../search/open');
  await closeSearchEngine();
  await portal?.close();
});

let visitors = 0;

const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> => {
  visitors += 1;
  return answer(
    new Request(`http://county.example/api/v1${path}`, {
      headers: { 'X-Forwarded-For': `10.0.${visitors >> 8}.${visitors & 255}`, ...headers },
    }),
  );
};

const read = async (path: string): Promise<PageBody & Json> => {
  const response = await ask(path);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as PageBody & Json;
};

describe('the interface', () => {
  it('gives each published document once, page by page, and no draft and nothing withdrawn', async () => {
    const seen: unknown[] = [];
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const body = await read(`/documents?perPage=5&page=${page}`);
      expect(body.total).toBe(NOTICES);
      seen.push(...body.items.map(({ id }) => id));
      pages = body.pages;
    }
    expect(seen).toHaveLength(NOTICES);
    expect(new Set(seen)).toEqual(new Set(county.documents.map(({ slug }) => slug)));
  });

  it('leads from page to page by Link', async () => {
    let next: string | undefined = '/documents?perPage=10&kind=normative';
    const seen = new Set<unknown>();
    while (next) {
      const response: Response = await ask(next);
      const { items } = (await response.json()) as PageBody;
      for (const { id } of items) seen.add(id);
      const link = response.headers.get('link') ?? '';
      const address: string | undefined = /<([^>]+)>; rel="next"/.exec(link)?.[1];
      next = address?.replace(/^.*\/api\/v1/, '');
    }
    expect(seen.size).toBe(12);
  });

  it('counts under every filter what the filter means', async () => {
    const { documents } = county;
    const expected: [string, number][] = [
      ['kind=notice', 11],
      ['kind=notice&kind=normative', NOTICES],
      ['theme=finance', 12],
      ['theme=finance&theme=urban-environment', 12],
      ['agency=health', 7],
      ['agency=health&agency=urban', NOTICES],
      ['agency=nobody', 0],
      ['column=normative', 5],
      ['column=county', NOTICES],
      ['column=county&column=normative', NOTICES],
      ['column=nowhere', 0],
      ['category=budgets', 4],
      ['validity=in-force', NOTICES],
      ['validity=repealed', 0],
      ['year=2021', 6],
      ['year=2021&year=2022', 12],
      ['from=2022-01-01', 12],
      ['to=2021-12-31', 11],
      ['from=2021-03-02&to=2021-03-02', documents.filter(madeOn('2021-03-02')).length],
      ['text=单车', 1],
      ['text=〔2024〕7号', 1],
      ['text=100%25', 0],
      ['updatedSince=2999-01-01T00:00:00Z', 0],
      ['updatedSince=2020-01-01T00:00:00%2B08:00', NOTICES],
      ['kind=normative&agency=health&theme=finance', 4],
    ];
    const found = [];
    for (const [query] of expected) found.push([query, (await read(`/documents?${query}`)).total]);
    expect(found).toEqual(expected);
  });

  it('finds a document by identifier and by index number, in both spellings', async () => {
    const { slug, indexNumber } = county.first;
    for (const id of [
      slug,
      indexNumber?.replace('/', '-'),
      encodeURIComponent(indexNumber ?? ''),
    ]) {
      expect(await read(`/documents/${id}`)).toMatchObject({
        id: slug,
        title: '=共享单车停放办法',
        text: '正文一段。',
        agency: { id: 'urban', name: '县城市管理局' },
        blocks: [{ kind: 'paragraph', runs: [{ text: '正文一段。' }] }],
        interpretations: [{ title: '一图读懂停放办法', form: 'qa' }],
      });
    }
  });

  it('shows nothing of a draft or of what was withdrawn, whatever is asked', async () => {
    const secrets = [county.draft, county.withdrawn];
    for (const { slug } of secrets) expect((await ask(`/documents/${slug}`)).status).toBe(404);
    const paths = [
      '/documents?perPage=100',
      '/search?q=机密草稿',
      '/search?q=已撤下',
      '/suggest?q=机密草稿',
      '/suggest?q=已撤下',
      '/topics/city',
    ];
    for (const path of paths) {
      const text = JSON.stringify(await read(path));
      expect([path, /机密|已撤下/.test(text)]).toEqual([path, false]);
    }
  });

  it('uses no id of the database', async () => {
    for (const path of ['/documents', '/interpretations', '/topics', '/agencies', '/columns']) {
      for (const { id } of (await read(path)).items) expect(id).toMatch(/^[a-z0-9][a-z0-9-]*$/);
    }
  });

  it('answers 304 to whoever has it already, and 200 once it changed', async () => {
    const { slug, id } = county.documents[4] ?? county.first;
    const path = `/documents/${slug}`;
    const first = await ask(path);
    const etag = first.headers.get('etag') ?? '';
    const modified = first.headers.get('last-modified') ?? '';
    const again = await ask(path, { 'If-None-Match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await ask(path, { 'If-Modified-Since': modified })).status).toBe(304);
    await portal.payload.update({
      collection: 'documents',
      id,
      data: { title: '更正后的通知', correction: '标题有误', _status: 'published' },
      context: county.context,
    });
    const changed = await ask(path, { 'If-None-Match': etag });
    expect(changed.status).toBe(200);
    expect(await changed.json()).toMatchObject({ title: '更正后的通知' });
    expect((await read('/documents?sort=updated&perPage=1')).items).toMatchObject([{ id: slug }]);
  });
});

const madeOn =
  (day: string) =>
  ({ publishedOn }: { publishedOn?: string | null }) =>
    publishedOn?.startsWith(day);

describe('a question that makes no sense', () => {
  it('is answered by 400, which names the parameter in the language asked for', async () => {
    const wrong: [string, string][] = [
      ['/documents?page=0', 'page'],
      ['/documents?page=abc', 'page'],
      ['/documents?page=1e3', 'page'],
      ['/documents?page=1&page=2', 'page'],
      ['/documents?perPage=101', 'perPage'],
      ['/documents?kind=poem', 'kind'],
      ['/documents?from=2023-02-30', 'from'],
      ['/documents?updatedSince=yesterday', 'updatedSince'],
      ['/documents?agency=../x', 'agency'],
      ['/documents?where=x', 'where'],
      ['/documents?__proto__=x', '__proto__'],
      ['/search', 'q'],
      ['/search?q=%20', 'q'],
      ['/suggest', 'q'],
      ['/suggest?q=x&limit=11', 'limit'],
      ['/search?q=x&page=999&perPage=100', 'page'],
      ['/annual-reports/urban/last', 'year'],
      ['/agencies/%00', 'id'],
    ];
    for (const [path, name] of wrong) {
      for (const language of ['zh-CN', 'en']) {
        const response = await ask(path, { 'Accept-Language': language });
        const body = (await response.json()) as { parameters: Json[]; detail: string };
        expect([path, response.status]).toEqual([path, 400]);
        expect(response.headers.get('content-type')).toContain('application/problem+json');
        expect(response.headers.get('content-language')).toBe(language);
        expect(body.parameters.map((parameter) => parameter.name)).toEqual([name]);
        expect(/[\u4e00-\u9fff]/.test(body.detail)).toBe(language === 'zh-CN');
      }
    }
  });

  it('is answered by 404 where there is no such record or operation', async () => {
    const paths = [
      '/documents/nothing-here',
      '/laws',
      '/documents/a/b',
      '/%E0%A4%A',
      '/documents/%F0%9F%98%80',
    ];
    for (const path of paths) {
      const response = await ask(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.json()).toMatchObject({ status: 404, type: 'about:blank' });
    }
  });
});

describe('the limit', () => {
  it('says what is left, then refuses with the seconds to wait', async () => {
    const headers = { 'X-Forwarded-For': '10.9.9.9' };
    const first = await ask('/columns', headers);
    expect(first.headers.get('ratelimit-policy')).toBe('"address";q=40;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"address";r=39;t=\d+$/);
    for (let i = 1; i < 40; i += 1) await ask('/columns', headers);
    const refused = await ask('/columns', headers);
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    const body = (await refused.json()) as { retryAfter: number; detail: string };
    expect(body.retryAfter).toBe(seconds);
    expect(body.detail).toContain(String(seconds));
    const forged = { 'X-Forwarded-For': '1.2.3.4, 10.9.9.9' };
    expect((await ask('/columns', forged)).status).toBe(429);
    expect((await ask('/columns')).status).toBe(200);
  });

  it('lets every site read the answers', async () => {
    const response = await ask('/columns');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-expose-headers')).toContain('ETag');
  });
});

describe('the description', () => {
  it('describes every operation, and every answer is as described', async () => {
    const described = describeAll('宜丰县') as {
      openapi: string;
      paths: Record<string, { get: { operationId: string; responses: Json; parameters: Json[] } }>;
      components: { schemas: Json };
    };
    expect(described.openapi).toBe('3.1.1');
    expect(Object.keys(described.paths)).toEqual(operations.map(({ path }) => path));
    const { items: interpretations } = await read('/interpretations');
    const values: Record<string, string> = {
      '/documents/{id}': county.first.slug ?? '',
      '/interpretations/{id}': String(interpretations[0]?.id),
      '/topics/{id}': 'city',
      '/agencies/{id}': 'urban',
      '/columns/{id}': 'county',
    };
    for (const [path, { get }] of Object.entries(described.paths)) {
      const address = path
        .replace('{agency}/{year}', 'urban/2023')
        .replace('{id}', values[path] ?? '');
      const question = ['/search', '/suggest'].includes(path) ? '?q=通知' : '';
      const response = await ask(`${address}${question}`);
      expect([path, response.status]).toEqual([path, 200]);
      const content = get.responses[200] as { content: Record<string, { schema: Json }> };
      const { schema } = content.content['application/json'] ?? { schema: {} };
      // The schema as it is published, not the one that it was made from.
      const published = z.fromJSONSchema(inlined(schema, described.components.schemas) as never);
      const body: unknown = await response.json();
      expect([path, published.safeParse(body).error?.issues]).toEqual([path, undefined]);
      expect([path, published.safeParse({ items: 'none' }).success]).toEqual([path, false]);
    }
  });

  it('describes a problem as it comes', async () => {
    const { components } = describeAll('宜丰县') as { components: { schemas: Json } };
    const schema = z.fromJSONSchema(components.schemas.Problem as never);
    const bodies = await Promise.all(
      ['/documents?page=x', '/nothing'].map(async (path) => (await ask(path)).json()),
    );
    for (const body of bodies) expect(schema.safeParse(body).error).toBeUndefined();
  });
});

/** A schema with what it refers to put in its place. */
function inlined(value: unknown, schemas: Json): unknown {
  if (Array.isArray(value)) return value.map((item) => inlined(item, schemas));
  if (typeof value !== 'object' || value === null) return value;
  const { $ref, ...rest } = value as Json;
  if (typeof $ref === 'string') return inlined(schemas[$ref.split('/').at(-1) ?? ''], schemas);
  return Object.fromEntries(
    Object.entries(rest).map(([key, item]) => [key, inlined(item, schemas)]),
  );
}

describe('a new publication', () => {
  it('is there at once', async () => {
    const { slug } = await publish(portal.payload, county.context, {
      title: '刚刚发布的通知',
      agency: county.agency.id,
    });
    expect(await read(`/documents/${slug}`)).toMatchObject({ title: '刚刚发布的通知' });
  });
});
