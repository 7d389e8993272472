import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { User } from '../../payload-types';
import type { Reader } from '../../queries/preview';
import { paragraph, person } from './harness/people';
import { openPortal, OUTSIDE_WEB, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let clerk: User;
let officer: User;

beforeAll(async () => {
  portal = await openPortal();
  ({ payload } = portal);
  clerk = await person(payload, 'clerk', 'clerk');
  officer = await person(payload, 'officer', 'officer');
});
afterAll(() => portal.close());

const asPerson = (user: User): Reader => ({ overrideAccess: false, user, draft: true });

describe('the page of a draft', () => {
  test('is there for who prepares texts, by its address and without one', async () => {
    const { findDocument } = await import('../../queries/documents');
    const { draftAddress } = await import('../../queries/preview');
    const { id, slug } = await payload.create({
      collection: 'documents',
      data: { title: '还没有公开', kind: 'notice', body: paragraph('草稿') },
      draft: true,
      user: clerk,
      context: OUTSIDE_WEB,
    });
    for (const address of [slug!, draftAddress(id)]) {
      expect((await findDocument(address, 'zh-CN', asPerson(clerk)))?.title).toBe('还没有公开');
      expect(await findDocument(address, 'zh-CN', asPerson(officer))).toBeNull();
      expect(await findDocument(address, 'zh-CN')).toBeNull();
    }
  });
});
