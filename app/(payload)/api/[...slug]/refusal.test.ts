import { describe, expect, it } from 'vitest';
import { refusalOf } from './refusal';

const portal = (defaultIDType: 'number' | 'text') =>
  ({
    db: { defaultIDType },
    globals: { config: [{ slug: 'site', versions: {} }, { slug: 'limits', versions: false }] },
    collections: {
      documents: {
        config: {
          versions: { drafts: true },
          endpoints: [
            { path: '/', method: 'get' },
            { path: '/count', method: 'get' },
            { path: '/versions', method: 'get' },
            { path: '/versions/:id', method: 'get' },
            { path: '/passages', method: 'post' },
            { path: '/:id', method: 'get' },
          ],
        },
      },
      letters: {
        config: {
          versions: false,
          endpoints: [
            { path: '/versions', method: 'get' },
            { path: '/versions/:id', method: 'get' },
            { path: '/:id', method: 'get' },
          ],
        },
      },
      'payload-preferences': { config: { endpoints: [{ path: '/:key', method: 'get' }] } },
      files: {
        config: {
          endpoints: [
            { path: '/file/:filename', method: 'get' },
            { path: '/:id', method: 'get' },
          ],
        },
      },
    },
  }) as unknown as Parameters<typeof refusalOf>[2];

const ask = (address: string, type: 'number' | 'text' = 'number', method = 'GET') => {
  const url = new URL(address, 'http://county.example/api/');
  const path = url.pathname.split('/').slice(2);
  return refusalOf(new Request(url, { method }), path, portal(type))?.status ?? 'answered';
};

describe('Payload’s own interface', () => {
  it('knows no record by an id that can be none', () => {
    expect(ask('documents/abc')).toBe(404);
    expect(ask('documents/1e999')).toBe(404);
    expect(ask('documents/9999999999999999999')).toBe(404);
    expect(ask('documents/versions/abc')).toBe(404);
    expect(ask('documents/12')).toBe('answered');
    expect(ask('documents/versions/12')).toBe('answered');
    expect(ask('documents/6565a1b2c3d4e5f601234567', 'text')).toBe('answered');
    expect(ask('documents/不是', 'text')).toBe(404);
  });

  it('takes an address that is posted to for no record when it is only read', () => {
    expect(ask('documents/passages', 'number', 'POST')).toBe('answered');
    expect(ask('documents/passages')).toBe(404);
  });

  it('knows no collection by a word that every object knows', () => {
    for (const word of ['constructor', '__proto__', 'toString', 'constructor/1']) {
      expect([word, ask(word)]).toEqual([word, 404]);
    }
  });

  it('has no versions where none are kept', () => {
    expect(ask('letters/versions')).toBe(404);
    expect(ask('letters/versions/1')).toBe(404);
    expect(ask('letters/1')).toBe('answered');
    expect(ask('documents/versions')).toBe('answered');
    expect(ask('globals/limits/versions')).toBe(404);
    expect(ask('globals/site/versions')).toBe('answered');
    expect(ask('globals/limits')).toBe('answered');
  });

  it('takes no plain text for a condition', () => {
    expect(ask('documents?where=notjson')).toBe(400);
    expect(ask('documents/count?where=')).toBe(400);
    expect(ask('documents?where[title][like]=parking')).toBe('answered');
  });

  it('answers its other addresses as before', () => {
    for (const address of ['documents', 'documents/count', 'files/file/a.pdf', 'globals/site', 'nowhere/x',
      'payload-preferences/collection-documents']) {
      expect([address, ask(address)]).toEqual([address, 'answered']);
    }
  });
});
