import { randomInt } from 'node:crypto';
import type { Payload } from 'payload';
import type { SignOff } from '@/fields/review/enforce-review';
import type { User } from '@/payload-types';
import type { Demo } from '../content';
import type { CaseStaff } from './applications';
import { idOf, quiet, type Id } from './seeding';

/**
 * A first password that can be read aloud and typed: four groups of four, without characters
 * that look alike. About 79 bits.
 */
export function firstPassword(): string {
  // The browser journeys sign in on a throw-away database; both names are needed, so that a
  // forgotten variable alone never gives a real portal a known password.
  const { GONGKAI_TEST, SEED_PASSWORD } = process.env;
  if (GONGKAI_TEST === '1' && SEED_PASSWORD) return SEED_PASSWORD;
  const characters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () =>
    Array.from({ length: 4 }, () => characters[randomInt(characters.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

/** One account; where its address is known already, it gets this password, name and role. */
export async function ensureAccount(
  payload: Payload,
  account: { email: string; name: string; roles: User['roles']; agency?: Id },
  password: string,
): Promise<User> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: account.email } },
    limit: 1,
    depth: 0,
  });
  const known = docs[0];
  const data = { ...account, password };
  return known
    ? payload.update({ collection: 'users', id: known.id, data, depth: 0, context: quiet() })
    : payload.create({ collection: 'users', data, depth: 0, context: quiet() });
}

/** The demo accounts, those who sign the demo texts, and those who handle the sample applications. */
export async function seedAccounts(
  payload: Payload,
  demo: Demo,
  agencies: ReadonlyMap<string, Id>,
  password: string,
): Promise<{ count: number; staff: CaseStaff; signOff: SignOff }> {
  const accounts: User[] = [];
  for (const { agency, ...account } of demo.users) {
    accounts.push(
      await ensureAccount(payload, { ...account, agency: idOf(agencies, agency) }, password),
    );
  }
  const holder = (role: User['roles'][number]): User => {
    const found = accounts.find(({ roles }) => roles.includes(role));
    if (!found) throw new Error(`no demo account is ${role}`);
    return found;
  };
  return {
    count: accounts.length,
    staff: {
      officer: holder('officer'),
      counsel: holder('counsel'),
      leader: holder('leader'),
    },
    signOff: {
      editor: holder('editor'),
      clerk: holder('clerk'),
      leader: holder('leader'),
      opinion: '演示内容，同意公开。',
    },
  };
}
