import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal?.close());

describe('the database', () => {
  it('keeps an agency and finds it by its code', async () => {
    const { payload } = portal;
    const made = await payload.create({
      collection: 'agencies',
      data: { name: '县政府办公室', slug: 'county-office', kind: 'office', code: '011' } as never,
      context: OUTSIDE_WEB,
    });
    const found = await payload.find({ collection: 'agencies', where: { code: { equals: '011' } } });
    expect(found.docs.map(({ id }) => id)).toEqual([made.id]);
  });
});
