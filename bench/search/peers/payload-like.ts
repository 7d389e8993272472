import { sqliteAdapter } from '@payloadcms/db-sqlite';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { buildConfig, getPayload, type BasePayload } from 'payload';
import type { Contestant } from '../contestant';
import { versionOf } from './version';

/**
 * What Payload gives by itself: `like` over title and body of a collection in SQLite. It looks for every
 * word between blanks anywhere in the text and knows no best, so the newest stands first.
 */
export function enter(folder: string): Contestant {
  let payload: BasePayload | undefined;
  const opened = async (): Promise<BasePayload> => {
    // The schema is made at the start only outside production.
    Object.assign(process.env, { NODE_ENV: 'development' });
    payload ??= await getPayload({ config: configAt(path.join(folder, 'payload.db')) });
    return payload;
  };
  return {
    name: 'Payload `like`',
    version: versionOf('payload'),
    setup:
      'laws as documents with their bodies; title, number or body like the question, newest first',
    isOnDisk: true,
    build: async (records) => {
      const { db } = await opened();
      for await (const { title, number, publishedOn, passages } of records) {
        const body = passages.map(({ text }) => text).join('\n');
        const data = { title, number, body, publishedOn };
        await db.create({ collection: 'laws' as never, data });
      }
    },
    open: async () => {
      await opened();
    },
    find: async (text) => {
      const like = { like: text };
      const { docs } = await (
        await opened()
      ).find({
        collection: 'laws' as never,
        where: { or: [{ title: like }, { number: like }, { body: like }] },
        sort: '-publishedOn',
        limit: 10,
        depth: 0,
        select: { title: true } as never,
      });
      return (docs as { title: string }[]).map(({ title }) => ({ title, label: null }));
    },
    close: async () => {
      await payload?.destroy();
      payload = undefined;
    },
  };
}

const configAt = (file: string) =>
  buildConfig({
    secret: randomBytes(16).toString('hex'),
    telemetry: false,
    logger: { options: { level: 'error' } },
    typescript: { autoGenerate: false },
    db: sqliteAdapter({ client: { url: `file:${file}` }, wal: { synchronous: 'NORMAL' } }),
    collections: [
      {
        slug: 'laws',
        fields: [
          { name: 'title', type: 'text', index: true },
          { name: 'number', type: 'text', index: true },
          { name: 'body', type: 'textarea' },
          { name: 'publishedOn', type: 'text', index: true },
        ],
      },
    ],
  });
