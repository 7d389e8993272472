import type { Payload } from 'payload';
import type { User } from '../../../payload-types';
import { OUTSIDE_WEB } from './portal';

export const PASSWORD = 'a long password for tests 1';

type Role = User['roles'][number];

/** An account that may sign in with PASSWORD. */
export async function person(payload: Payload, name: string, ...roles: Role[]): Promise<User> {
  return payload.create({
    collection: 'users',
    data: { name, roles, email: `${name}@example.test`, password: PASSWORD },
    context: OUTSIDE_WEB,
  });
}

/** The three who sign a batch, as a context for local calls. */
export async function signers(payload: Payload) {
  const [editor, clerk, leader] = await Promise.all([
    person(payload, 'editor', 'editor'),
    person(payload, 'clerk', 'clerk'),
    person(payload, 'leader', 'leader'),
  ]);
  return { ...OUTSIDE_WEB, signOff: { editor, clerk, leader, opinion: '同意公开' } };
}

/** The editor's JSON of one plain paragraph. */
export function paragraph(text: string) {
  return {
    root: {
      type: 'root',
      version: 1,
      direction: 'ltr' as const,
      format: '' as const,
      indent: 0,
      children: [
        {
          type: 'paragraph',
          version: 1,
          direction: 'ltr',
          format: '',
          indent: 0,
          textFormat: 0,
          children: [
            { type: 'text', version: 1, text, detail: 0, format: 0, mode: 'normal', style: '' },
          ],
        },
      ],
    },
  };
}
