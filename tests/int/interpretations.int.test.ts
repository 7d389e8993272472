import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Document, Interpretation } from '../../payload-types';
import { paragraph, signers } from './harness/people';
import { openPortal, OUTSIDE_WEB, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let context: Awaited<ReturnType<typeof signers>>;
let measures: Document;
let other: Document;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  context = await signers(payload);
  const publish = (title: string, text: string) =>
    payload.create({
      collection: 'documents',
      data: { title, kind: 'normative', body: paragraph(text), _status: 'published' },
      context,
    });
  measures = await publish('停车办法', '第一条　为了规范停车，制定本办法。');
  other = await publish('绿化办法', '第一条　为了绿化，制定本办法。');
});
afterAll(() => portal.close());

const explain = (rest: Partial<Interpretation>, isDraft = false) =>
  payload.create({
    collection: 'interpretations',
    data: {
      title: '解读',
      form: 'text',
      documents: [measures.id],
      body: paragraph('解读'),
      ...rest,
      ...(isDraft ? {} : { _status: 'published' }),
    } as never,
    draft: isDraft,
    context: isDraft ? OUTSIDE_WEB : context,
  });

/** The messages of a refusal, by field. */
async function refusalOf(rest: Partial<Interpretation>): Promise<Record<string, string>> {
  const error = await explain(rest).then(
    () => undefined,
    (thrown: { data?: { errors?: { path: string; message: string }[] } }) => thrown,
  );
  return Object.fromEntries(
    (error?.data?.errors ?? []).map(({ path, message }) => [path, message]),
  );
}

async function upload(name: string, mimetype: string, content: string | Buffer) {
  const file = path.join(portal.folder, name);
  await writeFile(file, content);
  const { id } = await payload.create({
    collection: 'files',
    data: { title: name },
    file: { data: Buffer.from(content), mimetype, name, size: Buffer.byteLength(content) },
    context: OUTSIDE_WEB,
  });
  return id as number;
}

describe('an interpretation', () => {
  it('is refused without what its form is nothing without, field by field', async () => {
    expect(await refusalOf({ form: 'illustrated' })).toEqual({
      images: '一图读懂至少要有一张图片。',
      textAlternative: '图解和视频解读要有文字版。请把图中或片中的内容写成文字。',
    });
    expect(Object.keys(await refusalOf({ form: 'qa' }))).toEqual(['questions']);
    expect(Object.keys(await refusalOf({ form: 'expert' }))).toEqual(['speaker']);
    expect(Object.keys(await refusalOf({ form: 'text', body: null }))).toEqual(['body']);
  });

  it('may lack it as a draft, and not when it is handed in', async () => {
    const draft = await explain({ form: 'qa' }, true);
    const submit = payload.update({
      collection: 'interpretations',
      id: draft.id,
      data: { review: { action: 'submit' } } as never,
      draft: true,
      user: context.signOff.editor,
      context: OUTSIDE_WEB,
    });
    await expect(submit).rejects.toMatchObject({ data: { errors: [{ path: 'questions' }] } });
  });

  it('explains only provisions that stand in a document that it explains', async () => {
    const provision = (document: Document, place: string) => ({
      provisions: [{ document: document.id as number, provision: place }],
    });
    expect(await refusalOf(provision(measures, '第十二条'))).toEqual({
      'provisions.0.provision':
        '《停车办法》正文里没有第十二条。请照正文写，例如“第十二条”“二、”。',
    });
    expect(Object.keys(await refusalOf(provision(other, '第一条')))).toEqual([
      'provisions.0.document',
    ]);
    const made = await explain(provision(measures, '第一条'));
    expect(made._status).toBe('published');
  });

  it('shows on both pages what it explains, without a second edit', async () => {
    const { explainedPlaces, explainedProvisions } = await import('../../queries/provisions');
    const { findInterpretation } = await import('../../queries/interpretations');
    const { interpretationsOf } = await import('../../queries/documents');
    const { blocksFromLexical } = await import('../../domain/documents/lexical');
    const { structureOf } = await import('../../domain/documents/structure');
    const made = await explain({
      title: '第一条讲什么',
      provisions: [{ document: measures.id as number, provision: '第1条', note: '目的' }],
    });
    const found = await findInterpretation(made.slug ?? '', 'zh-CN');
    expect(explainedProvisions(found!)).toMatchObject([
      { provision: '第1条', note: '目的', place: { id: 'article-1' } },
    ]);
    const places = explainedPlaces(
      measures.id,
      structureOf(blocksFromLexical(measures.body)),
      await interpretationsOf(measures.id),
      'zh-CN',
    );
    expect(places.get('article-1')?.map(({ title }) => title)).toContain('第一条讲什么');
  });

  it('takes captions that a player can read, and says on which line it would stumble', async () => {
    const film = await upload('film.mp4', 'video/mp4', SOUND);
    const rest = { form: 'video' as const, textAlternative: '片中说的话', video: film };
    expect(await refusalOf(rest)).toEqual({
      captions: '视频有声音，要配字幕。请上传 WebVTT 格式的字幕文件。',
    });
    const bad = await upload('bad.vtt', 'text/vtt', 'WEBVTT\n\n00:01,000 --> 00:02,000\n字');
    expect((await refusalOf({ ...rest, captions: bad })).captions).toMatch(/第 3 行/);
    const good = await upload('good.vtt', 'text/vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n字');
    const made = await explain({ ...rest, captions: good });
    expect(made._status).toBe('published');
    const { docs } = await payload.find({
      collection: 'files',
      where: { id: { in: [film, good] } },
      overrideAccess: false,
    });
    expect(docs).toHaveLength(2);
  });
});

const box = (name: string, content: Buffer = Buffer.alloc(0)) => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(8 + content.length);
  return Buffer.concat([size, Buffer.from(name), content]);
};
/** The boxes of a film with a track of sound, and nothing in it. */
const SOUND = Buffer.concat([
  box('ftyp', Buffer.concat([Buffer.from('isom'), Buffer.alloc(4), Buffer.from('isommp42')])),
  box('moov', box('hdlr', Buffer.concat([Buffer.alloc(8), Buffer.from('soun'), Buffer.alloc(12)]))),
]);
