import type { Payload } from 'payload';
import type { Status } from '../../../domain/applications/statuses';
import { addDays, dayOf, type Day } from '../../../domain/workdays/days';
import type { Agency, Application, User } from '../../../payload-types';
import { PASSWORD, person } from './people';
import { OUTSIDE_WEB } from './portal';

/** Roles of the staff that the table of actions speaks of. */
export const staffRoles = ['officer', 'counsel', 'leader', 'auditor'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** A county with one department that answers applications, and somebody of each role. */
export type Office = {
  agency: Agency;
  people: Record<StaffRole, User>;
  tokens: Record<StaffRole, string>;
};

export async function openOffice(payload: Payload): Promise<Office> {
  await payload.create({
    collection: 'agencies',
    data: { name: '测试县人民政府', slug: 'county-government', kind: 'government' },
    context: OUTSIDE_WEB,
  });
  const agency = await payload.create({
    collection: 'agencies',
    data: {
      name: '测试县财政局',
      slug: 'finance',
      kind: 'department',
      numberPrefix: '测财',
      phone: '0999-0000000',
      address: '测试县一号路 1 号',
    },
    context: OUTSIDE_WEB,
  });
  await payload.updateGlobal({
    slug: 'site',
    data: { onlineReview: 'https://review.example.test' },
    context: OUTSIDE_WEB,
  });
  const people = {} as Office['people'];
  const tokens = {} as Office['tokens'];
  for (const role of staffRoles) {
    people[role] = await person(payload, role, role);
    tokens[role] = await tokenOf(payload, people[role]);
  }
  return { agency, people, tokens };
}

export async function tokenOf(payload: Payload, { email }: User): Promise<string> {
  const { token } = await payload.login({
    collection: 'users',
    data: { email, password: PASSWORD },
  });
  if (!token) throw new Error(`${email} can't sign in`);
  return token;
}

let asked = 0;

/** An application as the office writes one down. */
export const fileCase = (
  payload: Payload,
  { agency, people }: Office,
  data: Partial<Application> = {},
): Promise<Application> =>
  payload.create({
    collection: 'applications',
    data: {
      applicantKind: 'natural',
      name: '张测试',
      idType: 'id-card',
      idNumber: '11010519491231002X',
      phone: '13800000000',
      informationTitle: `测试信息${(asked += 1)}`,
      form: 'electronic',
      delivery: 'online',
      channel: 'in-person',
      filedOn: ago(6),
      agency: agency.id,
      ...data,
    } as Application,
    user: people.officer,
  });

/** Reasons that were asked for and given, as the history of a case keeps them. */
export const givenReasons = () => [
  register(),
  step('ask-reasons', 'reasons-requested'),
  step('receive-reasons', 'in-progress', 4),
];

/** Puts a case where it would stand after the steps that lead there, straight in the database. */
export const putCase = (
  payload: Payload,
  id: Application['id'],
  status: Status,
  more: Partial<Application> = {},
) =>
  payload.db.updateOne({
    collection: 'applications',
    id,
    data: {
      channel: 'in-person',
      filedOn: noon(ago(6)),
      consultations: [],
      letters: [],
      ...standing(status),
      status,
      revision: 0,
      actingSince: null,
      ...more,
    },
  });

/** So many days before today: a case lies in the present, whenever the tests run. */
export const ago = (days: number): Day => addDays(dayOf(new Date()), -days);
const noon = (day: string) => `${day}T12:00:00.000Z`;

const somebody = { by: '李测试', byId: 'somebody-else', role: 'officer' };
const step = (action: string, status: string, days = 5) => ({
  ...somebody,
  action,
  status,
  on: ago(days),
  at: noon(ago(days)),
});
const register = (days = 6) => step('register', 'confirmed', days);
const reply = {
  kind: 'granted' as const,
  facts: '经检索，本机关保存有该信息。',
  decision: '现予以公开，见附件。',
};

/** What a case of that status holds, as its own steps would have left it. */
function standing(status: Status): Partial<Application> {
  switch (status) {
    case 'received':
      return { channel: 'internet', history: [step('register', status, 6)] };
    case 'supplement-requested':
      return {
        history: [register(), step('request-supplement', status)],
        supplement: { missing: '年份', termOn: noon(ago(2)) },
      };
    case 'consulting':
      return {
        // Long enough ago that the time to answer is over.
        filedOn: noon(ago(40)),
        history: [register(40), { ...step('ask-agency', status, 35), consultation: 1 }],
        consultations: [
          {
            number: 1,
            of: 'agency',
            party: '测试县教育局',
            askedOn: ago(35),
            dueOn: ago(10),
            answeredOn: null,
          },
        ],
      };
    case 'reasons-requested':
      return { history: [register(), step('ask-reasons', status)] };
    case 'fee-notified':
      return {
        history: [register(), step('charge', status)],
        fee: { basis: 'requests', count: 12, yuan: 200, termOn: noon(ago(2)) },
      };
    case 'drafted':
    case 'reviewed':
    case 'approved':
      return { history: [register(), step('draft', 'drafted')], reply };
    case 'answered':
    case 'delivered':
      return {
        history: [register(), step('draft', 'drafted'), step('issue', 'answered')],
        reply: { ...reply, number: '测财依申请〔2026〕第99号', decidedOn: noon(ago(5)) },
        closedOn: noon(ago(5)),
      };
    case 'withdrawn':
    case 'lapsed':
      return { history: [register(), step('withdraw', status)], closedOn: noon(ago(5)) };
    default:
      return { history: [register()] };
  }
}
