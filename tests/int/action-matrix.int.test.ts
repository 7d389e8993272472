import { createLocalReq, handleEndpoints, type Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actAsApplicant } from '../../collections/Applications/act';
import { localeOf } from '../../access/language';
import { refusalText } from '../../collections/Applications/case-error';
import { historyOf, lettersOf } from '../../collections/Applications/stored-case';
import {
  actionCodes,
  actions,
  actors,
  isAllowed,
  type ActionCode,
  type ActionField,
  type Actor,
} from '../../domain/applications/actions';
import { statuses, type Status } from '../../domain/applications/statuses';
import { addDays } from '../../domain/workdays/days';
import type { Application } from '../../payload-types';
import { ago, fileCase, givenReasons, openOffice, putCase, type Office } from './harness/office';
import { openPortal, type Portal } from './harness/portal';

/** Every action in every state by everybody, from one table: domain/applications/actions.ts. */
let portal: Portal;
let payload: Payload;
let office: Office;
let id: Application['id'];

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  // Each refusal would be logged with its stack.
  payload.logger.level = 'silent';
  office = await openOffice(payload);
  id = (await fileCase(payload, office)).id;
}, 120_000);
afterAll(() => portal.close());

/** Something sound for each field that an action may need. */
const given: Record<ActionField, unknown> = {
  agency: undefined,
  assignee: undefined,
  authority: '测试县教育局',
  party: '测试公司',
  consultation: 1,
  outcome: 'consent',
  missing: '请说明需要哪一年的决算。',
  text: '补充的内容',
  termOn: addDays(ago(0), 60),
  workingDays: 10,
  reason: '需要核对的材料较多',
  feeBasis: 'requests',
  feeCount: 12,
  kind: 'granted',
  facts: '经检索，本机关保存有该信息。',
  decision: '现予以公开，见附件。',
  overridesObjection: false,
  withoutFile: true,
  remedyChecked: true,
  lateReason: '停电期间手工发出',
  item: 'phone',
  value: '13900000000',
  way: '当面',
};

type Answer = { ok: boolean; words: string | null };

async function attempt(actor: Actor, action: ActionCode): Promise<Answer> {
  const input = Object.fromEntries(
    [...(actions[action].needs ?? []), 'withoutFile' as const].map((field) => [
      field,
      given[field],
    ]),
  );
  if (actor === 'applicant') {
    const req = await createLocalReq({ req: { i18n: { language: 'zh' } as never } }, payload);
    return actAsApplicant(req, id, action, input).then(
      () => ({ ok: true, words: null }),
      (error: Error) => ({ ok: false, words: error.message }),
    );
  }
  const response = await handleEndpoints({
    config: payload.config,
    request: new Request(`http://portal.test/api/applications/${id}/actions/${action}`, {
      method: 'POST',
      headers: {
        Authorization: `JWT ${office.tokens[actor]}`,
        'Content-Type': 'application/json',
        'Accept-Language': 'zh',
      },
      body: JSON.stringify(input),
    }),
  });
  const body = await response.json();
  return { ok: response.ok, words: body.errors?.[0]?.message ?? null };
}

const stored = () =>
  payload.db.findOne<Application>({
    collection: 'applications',
    where: { id: { equals: id } },
  }) as Promise<Application>;

const more = (action: ActionCode): Partial<Application> =>
  action === 'defer' ? { history: givenReasons() as never } : {};

describe.each(statuses)('a case that stands at %s', (status: Status) => {
  test('refuses, in words, whatever the table does not allow, and stays as it was', async () => {
    await putCase(payload, id, status);
    const before = await stored();
    for (const actor of actors) {
      for (const action of actionCodes.filter((each) => !isAllowed(each, status, actor))) {
        const answer = await attempt(actor, action);
        const isSomebodys = actions[action].allowed.some(({ from }) => from.includes(status));
        const words = refusalText(
          localeOf({ i18n: { language: 'zh' } as never }),
          isSomebodys
            ? { key: 'role', values: { action } }
            : { key: 'state', values: { action, status } },
        );
        expect(answer, `${action} by ${actor}`).toEqual({ ok: false, words });
      }
    }
    expect(await stored()).toEqual(before);
  }, 60_000);

  test('takes every action that the table allows, and records who did it', async () => {
    for (const actor of actors) {
      for (const action of actionCodes.filter((each) => isAllowed(each, status, actor))) {
        const label = `${action} by ${actor}`;
        await putCase(payload, id, status, more(action));
        const before = await stored();
        expect(await attempt(actor, action), label).toEqual({ ok: true, words: null });
        const after = await stored();
        expect(after.status, label).toBe(actions[action].to ?? status);
        expect(after.revision, label).toBe(1);
        expect(after.actingSince, label).toBeNull();
        expect(historyOf(after).length, label).toBe(historyOf(before).length + 1);
        expect(historyOf(after).at(-1), label).toMatchObject({
          action,
          role: actor,
          by: actor === 'applicant' ? null : actor,
        });
        expect(lettersOf(after).length, label).toBe(actions[action].letter ? 1 : 0);
      }
    }
  }, 60_000);
});
