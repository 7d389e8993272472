import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Payload } from 'payload';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { lexicalFromBlocks } from '../../domain/documents/lexical';
import type { SignOff } from '../../fields/review/enforce-review';
import type { User } from '../../payload-types';
import { paragraph, person, signers } from './harness/people';
import { openPortal, OUTSIDE_WEB, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let signed: { signOff: SignOff; disableRevalidate: boolean };

beforeAll(async () => {
  portal = await openPortal();
  ({ payload } = portal);
  signed = await signers(payload);
});
afterAll(() => portal.close());

const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj <<>> endobj\nxref\n0 1\ntrailer <<>>\nstartxref\n0\n%%EOF\n',
);

const upload = (
  data: Buffer,
  name: string,
  mimetype: string,
  { user, replaces }: { user?: User; replaces?: number } = {},
) =>
  payload.create({
    collection: 'files',
    data: { title: name, ...(replaces && { replaces }) },
    file: { data, name, mimetype, size: data.length },
    ...(user && { user, overrideAccess: false }),
    context: OUTSIDE_WEB,
  });

async function zipOf(names: readonly string[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const name of names) zip.addBuffer(Buffer.from('<xml/>'), name);
  zip.end();
  return buffer(zip.outputStream);
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('a file that must not be stored', () => {
  const refused = async (work: Promise<unknown>) => {
    const before = await payload.count({ collection: 'files' });
    await expect(work).rejects.toMatchObject({ status: 400 });
    const after = await payload.count({ collection: 'files' });
    expect(after.totalDocs).toBe(before.totalDocs);
  };

  test('is refused when it carries macros, and nothing of it is kept', async () => {
    const docm = await zipOf(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']);
    await refused(upload(docm, '通知.docx', DOCX));
  });

  test('is refused when its name promises what it is not', async () => {
    await refused(upload(PDF, '通知.docx', DOCX));
  });

  test('is refused when it is empty or damaged', async () => {
    await refused(upload(Buffer.alloc(0), '空.pdf', 'application/pdf'));
    await refused(upload(Buffer.from('PK\u0003\u0004 not a zip'), '坏.zip', 'application/zip'));
  });

  test('is refused as a picture whose pixels would fill the memory, before they are unpacked', async () => {
    const small = await sharp({
      create: { width: 4, height: 4, channels: 3, background: 'white' },
    })
      .png()
      .toBuffer();
    // The size stands in the header; its check sum is renewed so that only the size is odd.
    small.writeUInt32BE(60_000, 16);
    small.writeUInt32BE(60_000, 20);
    const work = payload.create({
      collection: 'media',
      data: { alt: '一张图' },
      file: { data: small, name: 'bomb.png', mimetype: 'image/png', size: small.length },
      context: OUTSIDE_WEB,
    });
    await expect(work).rejects.toMatchObject({ status: 400 });
  });
});

describe('a file that stands beside a text', () => {
  const accepted: [name: string, type: string, data: () => Buffer | Promise<Buffer>][] = [
    ['通知.pdf', 'application/pdf', () => PDF],
    ['公文.ofd', 'application/ofd', () => zipOf(['OFD.xml', 'Doc_0/Document.xml'])],
    ['旧公文.doc', 'application/msword', () => readFile('tests/fixtures/uploads/notice.doc')],
    ['说明.txt', 'text/plain', () => Buffer.from('办理说明')],
    ['字幕.vtt', 'text/vtt', () => Buffer.from('WEBVTT\n\n00:00.000 --> 00:02.000\n大家好\n')],
  ];

  test.each(accepted)('is accepted as %s', async (name, type, data) => {
    const file = await upload(await data(), name, type);
    expect(file.checksum).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the address of an attachment', () => {
  const addressOf = async (address: string) => {
    const { findFile } = await import('../../queries/files');
    return findFile(address);
  };

  const documentWith = (attachments: number[], extra: object = {}) =>
    payload.create({
      collection: 'documents',
      data: {
        title: `带附件的通知 ${attachments.join()}`,
        kind: 'notice',
        body: paragraph('见附件。'),
        attachments,
        _status: 'published',
        ...extra,
      } as never,
      context: signed,
    });

  test('stays when the file is replaced, and leads to the new one once a public text holds it', async () => {
    const first = await upload(PDF, 'first.pdf', 'application/pdf');
    const document = await documentWith([first.id]);
    expect((await addressOf(first.address!))?.id).toBe(first.id);

    const second = await upload(PDF, 'second.pdf', 'application/pdf', { replaces: first.id });
    expect(second.address).toBe(first.address);
    expect((await addressOf(first.address!))?.id).toBe(first.id);

    await payload.update({
      collection: 'documents',
      id: document.id,
      data: { attachments: [second.id], correction: '更换附件。', _status: 'published' },
      context: signed,
    });
    expect((await addressOf(first.address!))?.id).toBe(second.id);
  });

  test('says nothing of a file that no public text holds', async () => {
    const draft = await upload(PDF, 'draft.pdf', 'application/pdf');
    expect(draft.checksum).toMatch(/^[0-9a-f]{64}$/);
    expect(await addressOf(draft.address!)).toBeNull();
  });

  test('can’t be taken over by an editor of another agency', async () => {
    const [own, other] = await Promise.all(
      ['own', 'other'].map((slug) =>
        payload.create({
          collection: 'agencies',
          data: { name: slug, slug: `agency-${slug}`, kind: 'department' },
          context: OUTSIDE_WEB,
        }),
      ),
    );
    const file = await upload(PDF, 'held.pdf', 'application/pdf');
    await documentWith([file.id], { agency: own!.id });
    const editor = async (name: string, agency: number) =>
      payload.update({
        collection: 'users',
        id: (await person(payload, name, 'editor')).id,
        data: { agency },
        context: OUTSIDE_WEB,
      });
    const stranger = await editor('stranger', other!.id);
    const theirs = upload(PDF, 'theirs.pdf', 'application/pdf', {
      user: stranger,
      replaces: file.id,
    });
    await expect(theirs).rejects.toMatchObject({ status: 403 });
    const colleague = await editor('colleague', own!.id);
    const ours = await upload(PDF, 'ours.pdf', 'application/pdf', {
      user: colleague,
      replaces: file.id,
    });
    expect(ours.address).toBe(file.address);
  });
});

describe('a picture inside a text', () => {
  test('becomes public with the text and is shown by its words and size', async () => {
    const data = await sharp({ create: { width: 8, height: 4, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const image = await payload.create({
      collection: 'media',
      data: { alt: '红色的长方形' },
      file: { data, name: 'red.png', mimetype: 'image/png', size: data.length },
      context: OUTSIDE_WEB,
    });
    expect(image.released).toBe(false);
    const body = lexicalFromBlocks([
      { kind: 'paragraph', runs: [{ text: '见图：' }] },
      { kind: 'image', media: image.id, runs: [] },
    ]);
    const document = await payload.create({
      collection: 'documents',
      data: { title: '带图的通知', kind: 'notice', body, _status: 'published' } as never,
      context: signed,
    });
    const released = await payload.findByID({
      collection: 'media',
      id: image.id,
      overrideAccess: false,
    });
    expect(released.released).toBe(true);
    const { blocksFromLexical } = await import('../../domain/documents/lexical');
    const read = await payload.findByID({
      collection: 'documents',
      id: document.id,
      depth: 1,
      overrideAccess: false,
    });
    expect(blocksFromLexical(read.body)).toContainEqual({
      kind: 'image',
      media: image.id,
      runs: [{ text: '红色的长方形' }],
      src: expect.stringContaining('red'),
      width: 8,
      height: 4,
    });
  });
});
