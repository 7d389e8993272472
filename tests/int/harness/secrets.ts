import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { GRAPHQL_POST } from '@payloadcms/next/routes';
import { createLocalReq, handleEndpoints, type Payload } from 'payload';
import { act, actAsApplicant } from '../../../collections/Applications/act';
import type { ActionCode } from '../../../domain/applications/actions';
import type { Agency, Application, User } from '../../../payload-types';
import { fileCase, tokenOf, type Office } from './office';
import { person } from './people';
import { OUTSIDE_WEB } from './portal';

/** What one applicant and one third party gave, each value found nowhere else. All of it is invented. */
export const SECRETS = {
  name: '赵测甲乙丙',
  representative: '钱测丁戊',
  idNumber: '11010519491231002X',
  phone: '13912345678',
  email: 'zhao.ceshi@example.test',
  address: '无名县无名镇九十九号院',
  supplement: '补正：我要的是二〇二五年的那一份。',
  party: '孙测己庚商行',
  opinion: '不同意公开，涉及我行客户名单。',
} as const;

export const secretValues = Object.values(SECRETS);

/** A case of the first agency that went all the way, by the office's own steps, with everything above in it. */
export async function journey(payload: Payload, office: Office): Promise<Application> {
  const { name, representative, idNumber, phone, email, address } = SECRETS;
  const { id } = await fileCase(payload, office, {
    ...{ name, representative, idNumber, phone, email, address },
    informationTitle: '2025年部门决算',
    channel: 'internet',
    filedOn: '2026-03-02',
  });
  const by = async (user: User, action: ActionCode, on: string, input: object = {}) =>
    act(await createLocalReq({ user }, payload), id, action, {
      on,
      lateReason: '测试时补录',
      ...input,
    });
  const { officer, counsel, leader } = office.people;
  await by(officer, 'confirm', '2026-03-03');
  await by(officer, 'request-supplement', '2026-03-04', { missing: '年份', termOn: '2026-03-20' });
  await actAsApplicant(await createLocalReq({}, payload), id, 'receive-supplement', {
    on: '2026-03-10',
    text: SECRETS.supplement,
  });
  await by(officer, 'ask-third-party', '2026-03-11', { party: SECRETS.party });
  await by(officer, 'receive-opinion', '2026-03-16', {
    consultation: 1,
    outcome: 'refusal',
    text: SECRETS.opinion,
  });
  await by(officer, 'draft', '2026-03-17', {
    kind: 'granted',
    facts: '经检索，本机关保存有该信息，其制作曾经行政复议。',
    decision: '现予以公开，见附件。',
    overridesObjection: true,
    reason: '不公开会对公共利益造成重大影响',
    withoutFile: true,
  });
  await by(counsel, 'review', '2026-03-17', { remedyChecked: true });
  await by(leader, 'approve', '2026-03-18');
  await by(officer, 'issue', '2026-03-18');
  await by(officer, 'deliver', '2026-03-19', { way: '网上' });
  return by(officer, 'archive', '2026-03-20');
}

/** Another agency, and tokens of people of both and of none, by what they are called in tests. */
export async function peopleAround(
  payload: Payload,
  { agency, tokens: staff }: Office,
): Promise<{ other: Agency; tokens: Record<string, string | null> }> {
  const other = await payload.create({
    collection: 'agencies',
    data: { name: '测试县教育局', slug: 'education', kind: 'department', numberPrefix: '测教' },
    context: { ...OUTSIDE_WEB },
  });
  const tokens: Record<string, string | null> = {
    nobody: null,
    auditor: staff.auditor,
    counsel: staff.counsel,
  };
  const account = async (name: string, of: Agency | null, ...roles: User['roles']) => {
    const { id } = await person(payload, name, ...roles);
    const user = await payload.update({
      collection: 'users',
      id,
      data: { agency: of?.id ?? null },
      context: { ...OUTSIDE_WEB },
    });
    tokens[name] = await tokenOf(payload, user);
  };
  await account('ownOfficer', agency, 'officer');
  await account('ownLeader', agency, 'leader');
  await account('otherOfficer', other, 'officer');
  await account('otherLeader', other, 'leader', 'counsel');
  await account('editor', agency, 'editor');
  await account('clerk', null, 'clerk');
  await account('administrator', null, 'administrator');
  return { other, tokens };
}

export type Asked = { token?: string | null; method?: string; body?: unknown; language?: string };

const headersOf = ({ token, language = 'zh' }: Asked) => ({
  'Content-Type': 'application/json',
  'Accept-Language': language,
  ...(token && { Authorization: `JWT ${token}` }),
});

/** The REST interface as it is served. */
export const rest = (payload: Payload, address: string, asked: Asked = {}): Promise<Response> =>
  handleEndpoints({
    config: payload.config,
    request: new Request(`http://127.0.0.1:9/api${address}`, {
      method: asked.method ?? 'GET',
      headers: headersOf(asked),
      ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
    }),
  });

export const graphql = (payload: Payload, query: string, asked: Asked = {}): Promise<Response> =>
  GRAPHQL_POST(payload.config)(
    new Request('http://127.0.0.1:9/api/graphql', {
      method: 'POST',
      headers: headersOf(asked),
      body: JSON.stringify({ query }),
    }),
  );

/** Which of the values stand in the bytes of any file under a folder, with the file's name. */
export function foundIn(folder: string, values: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const bytes = readFileSync(path.join(entry.parentPath, entry.name));
      return values
        .filter((value) => bytes.includes(Buffer.from(value)))
        .map((value) => `${entry.name}: ${value}`);
    });
}
