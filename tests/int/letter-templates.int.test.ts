import { createLocalReq, type Payload, type PayloadRequest } from 'payload';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultTemplate, templateFor } from '../../collections/LetterTemplates/template-for';
import type { LetterTemplate, User } from '../../payload-types';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';
import { person } from './harness/people';

let portal: Portal;
let payload: Payload;
let req: PayloadRequest;
let people: Record<'administrator' | 'officer' | 'editor', User>;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  req = await createLocalReq({}, payload);
  people = {
    administrator: await person(payload, 'administrator', 'administrator'),
    officer: await person(payload, 'officer', 'officer'),
    editor: await person(payload, 'editor', 'editor'),
  };
});
afterAll(() => portal.close());

const create = (data: Partial<LetterTemplate>, user = people.administrator) =>
  payload.create({
    collection: 'letter-templates',
    data: data as LetterTemplate,
    user,
    overrideAccess: false,
    context: { ...OUTSIDE_WEB },
  });

test('all that is wrong with a template is told once, with the field as the form calls it', async () => {
  const { title, body } = defaultTemplate('decision-refusal');
  const wrong = `${body.replace('{救济途径}', '').replace('{查明事实}', '')}\n不服的可以起诉。`;
  await expect(create({ kind: 'decision-refusal', title, body: wrong })).rejects.toMatchObject({
    data: {
      errors: [
        {
          path: 'body',
          label: '正文',
          message: expect.stringMatching(/缺少法定要素.*\n.*自己写了/u) as string,
        },
      ],
    },
  });
});

test('a letter takes the words that come with the program until there are others', async () => {
  const own = defaultTemplate('extension');
  expect(await templateFor(payload, 'extension', req)).toEqual(own);
  const changed = { title: '延期告知书', body: `${own.body}\n敬请谅解。` };
  const { id } = await create({ kind: 'extension', ...changed });
  expect(await templateFor(payload, 'extension', req)).toEqual(changed);
  expect(await templateFor(payload, 'supplement', req)).toEqual(defaultTemplate('supplement'));
  await payload.delete({
    collection: 'letter-templates',
    id,
    user: people.administrator,
    overrideAccess: false,
  });
  expect(await templateFor(payload, 'extension', req)).toEqual(own);
});

test('a template that lacks what the law asks for is refused by name, also when it is changed', async () => {
  const { title, body } = defaultTemplate('decision-refusal');
  const lacks = (...names: string[]) => ({
    data: {
      errors: names.map((name) => ({
        path: 'body',
        message: expect.stringContaining(name) as string,
      })),
    },
  });
  const without = body.replace('{救济途径}', '');
  await expect(create({ kind: 'decision-refusal', title, body: without })).rejects.toMatchObject(
    lacks('{救济途径}'),
  );
  // An old text with a remedy of its own, kept beside the one that the rules write.
  await expect(
    create({
      kind: 'decision-refusal',
      title,
      body: `${body}\n本答复为最终决定，不得申请行政复议，应当在三个月内向人民法院起诉。`,
    }),
  ).rejects.toMatchObject(lacks('起诉'));
  const kept = await create({ kind: 'decision-refusal', title, body });
  const change = (data: Partial<LetterTemplate>) =>
    payload.update({
      collection: 'letter-templates',
      id: kept.id,
      data,
      user: people.administrator,
      overrideAccess: false,
      context: { ...OUTSIDE_WEB },
    });
  await expect(change({ body: `${body}\n{缴费方式}` })).rejects.toMatchObject(lacks('{缴费方式}'));
  // What is a template of one kind is none of another.
  await expect(change({ kind: 'fee' })).rejects.toMatchObject({
    data: { errors: [{ path: 'body' }] },
  });
  expect((await change({ title: '不予公开决定书' })).title).toBe('不予公开决定书');
});

test('there is one template of a kind', async () => {
  const own = defaultTemplate('fee');
  await create({ kind: 'fee', ...own });
  await expect(create({ kind: 'fee', ...own })).rejects.toThrow();
});

test('only an administrator words the letters, and only the office reads the templates', async () => {
  await expect(
    create({ kind: 'transfer', ...defaultTemplate('transfer') }, people.officer),
  ).rejects.toThrow();
  const find = (user: User) =>
    payload.find({ collection: 'letter-templates', user, overrideAccess: false });
  expect((await find(people.officer)).totalDocs).toBeGreaterThan(0);
  await expect(find(people.editor)).rejects.toThrow();
  await expect(
    payload.find({ collection: 'letter-templates', overrideAccess: false }),
  ).rejects.toThrow();
});
