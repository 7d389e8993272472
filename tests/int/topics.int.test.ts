import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import type { Agency, Document, Topic } from '../../payload-types';
import { paragraph, signers } from './harness/people';
import { openPortal, OUTSIDE_WEB, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let context: Awaited<ReturnType<typeof signers>>;
let housing: Agency;
let downloads: string;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  downloads = await mkdtemp(path.join(tmpdir(), 'gongkai-packages-'));
  process.env.DOWNLOADS_PATH = downloads;
  context = await signers(payload);
  housing = await payload.create({
    collection: 'agencies',
    data: { name: '测试县住建局', slug: 'housing', code: '990000002', kind: 'department' },
    context: OUTSIDE_WEB,
  });
  await publish('城区停车办法', '2026-01-05', { themes: ['urban-environment'] });
  await publish('停车收费标准', '2026-03-05', { kind: 'notice', keywords: ['泊位'] });
  await publish('绿化办法', '2026-02-05', { keywords: ['停车场绿化'], agency: housing.id });
  await publish('旧停车规定', '2019-01-05');
  await payload.create({
    collection: 'documents',
    data: { title: '停车草稿', kind: 'notice', body: paragraph('草稿') },
    draft: true,
    context: OUTSIDE_WEB,
  });
});
afterAll(async () => {
  await portal.close();
  await rm(downloads, { recursive: true, force: true });
});

const publish = (title: string, publishedOn: string, rest: Partial<Document> = {}) =>
  payload.create({
    collection: 'documents',
    data: {
      title,
      kind: 'normative',
      body: paragraph(`第一条　${title}的正文 <script>alert(1)</script>`),
      publishedOn,
      ...rest,
      _status: 'published',
    } as never,
    context,
  });

const idOf = async (title: string) => {
  const { docs } = await payload.find({
    collection: 'documents',
    where: { title: { equals: title } },
    depth: 0,
  });
  return docs[0]!.id;
};

type Rule = NonNullable<NonNullable<Topic['sections']>[number]['rule']>;

let serial = 0;
async function topic(sections: { rule?: Rule; items?: string[] }[], rest: Partial<Topic> = {}) {
  serial += 1;
  const made = await payload.create({
    collection: 'topics',
    data: {
      title: `停车专题${serial}`,
      summary: '停车的文件和解读。',
      slug: `parking-${serial}`,
      sections: await Promise.all(
        sections.map(async ({ rule, items = [] }, i) => ({
          title: `分栏${i + 1}`,
          rule,
          items: await Promise.all(
            items.map(async (title) => ({
              relationTo: 'documents' as const,
              value: await idOf(title),
            })),
          ),
        })),
      ),
      ...rest,
      _status: 'published',
    } as never,
    context,
  });
  const { findTopic } = await import('../../queries/topics');
  return (await findTopic(made.slug ?? '', 'zh-CN'))!;
}

async function titles(sections: { rule?: Rule; items?: string[] }[]) {
  const { sectionsOf } = await import('../../queries/topic-items');
  return sectionsOf(await topic(sections)).map(({ items }) =>
    items.map(({ value }) => value.title),
  );
}

describe('a section of a topic', () => {
  it('takes in by words of title and keywords, the newest first, and no draft', async () => {
    expect(await titles([{ rule: { words: ['停车'] } }])).toEqual([
      ['停车收费标准', '绿化办法', '城区停车办法', '旧停车规定'],
    ]);
  });

  it('asks that all conditions be met', async () => {
    expect(await titles([{ rule: { words: ['停车'], agencies: [housing.id as number] } }])).toEqual(
      [['绿化办法']],
    );
    expect(await titles([{ rule: { themes: ['urban-environment'] } }])).toEqual([['城区停车办法']]);
    expect(await titles([{ rule: { words: ['停车', '泊位'], kinds: ['notice'] } }])).toEqual([
      ['停车收费标准'],
    ]);
    expect(
      await titles([{ rule: { words: ['停车'], from: '2026-01-01', to: '2026-02-28' } }]),
    ).toEqual([['绿化办法', '城区停车办法']]);
    expect(await titles([{ rule: { words: ['停车'], most: 2 } }])).toEqual([
      ['停车收费标准', '绿化办法'],
    ]);
  });

  it('puts chosen items first and shows nothing twice', async () => {
    expect(
      await titles([
        { items: ['旧停车规定'], rule: { words: ['停车'] } },
        { items: ['绿化办法'], rule: { words: ['停车'] } },
      ]),
    ).toEqual([['旧停车规定', '停车收费标准', '城区停车办法'], ['绿化办法']]);
  });

  it('takes in the interpretations of what it takes in', async () => {
    await payload.create({
      collection: 'interpretations',
      data: {
        title: '怎样停车',
        form: 'text',
        documents: [(await idOf('城区停车办法')) as number],
        body: paragraph('解读'),
        publishedOn: '2026-01-06',
        _status: 'published',
      },
      context,
    });
    expect(await titles([{ rule: { themes: ['urban-environment'] } }])).toEqual([
      ['怎样停车', '城区停车办法'],
    ]);
    const { countByRule } = await import('../../queries/topic-rules');
    expect(await countByRule(payload, { themes: ['urban-environment'] })).toBe(2);
    expect(await countByRule(payload, {})).toBe(0);
  });
});

describe('the list of topics', () => {
  it('puts archived ones last and keeps their address', async () => {
    const closed = await topic([{ items: ['旧停车规定'] }], {
      order: 1,
      openedOn: '2019-01-01',
      closedOn: '2020-01-01',
    });
    const { listTopics } = await import('../../queries/topics');
    const topics = await listTopics('zh-CN', '2026-06-01');
    expect(topics.at(-1)?.slug).toBe(closed.slug);
    const { countItems } = await import('../../queries/topic-items');
    const byWords = topics.find(({ slug }) => slug === 'parking-1');
    expect(countItems(byWords!)).toBe(5);
  });
});

describe('the offline package of a topic', () => {
  it('holds a page for every item, links between them and the checksum of each file', async () => {
    const { packageOf } = await import('../../queries/topic-package');
    const found = await topic([{ rule: { themes: ['urban-environment'] } }]);
    const made = await packageOf(found, 'zh-CN');
    const files = await unzip(made.bytes);
    expect([...files.keys()].sort()).toEqual([
      'index.html',
      'manifest.json',
      'style.css',
      '文件/001 城区停车办法.html',
      '解读/002 怎样停车.html',
    ]);
    const page = files.get('文件/001 城区停车办法.html')?.toString() ?? '';
    expect(page).toContain('id="article-1"');
    expect(page).not.toContain('<script');
    expect(files.get('解读/002 怎样停车.html')?.toString()).toContain(
      encodeURI('../文件/001 城区停车办法.html'),
    );
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '{}');
    expect(manifest.files).toHaveLength(4);
    expect(manifest.files[0].sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is kept, and made again when something in it changes', async () => {
    const { packageOf } = await import('../../queries/topic-package');
    const { findTopic } = await import('../../queries/topics');
    const found = await topic([{ items: ['旧停车规定'] }]);
    const first = await packageOf(found, 'zh-CN');
    expect((await packageOf(found, 'zh-CN')).bytes.equals(first.bytes)).toBe(true);
    await payload.update({
      collection: 'documents',
      id: await idOf('旧停车规定'),
      data: { summary: '改了概述', _status: 'published' },
      context,
    });
    const again = await packageOf((await findTopic(found.slug ?? '', 'zh-CN'))!, 'zh-CN');
    expect(again.etag).not.toBe(first.etag);
  });
});

/** The files of a ZIP by their names. */
function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, Buffer>();
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('error', reject).on('end', () => resolve(files));
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (failure, stream) => {
          if (failure) return reject(failure);
          const parts: Buffer[] = [];
          stream.on('data', (part: Buffer) => parts.push(part));
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(parts));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}
