import { GRAPHQL_POST } from '@payloadcms/next/routes';
import { handleEndpoints, type Payload } from 'payload';
import { expect } from 'vitest';
import type { Action, Actor } from '../../../domain/review/permissions';
import type { User } from '../../../payload-types';
import { OUTSIDE_WEB } from './portal';

type Id = number | string;

/** One try of an action on a text; true where no rule refused. */
export type Attempt = (actor: Actor, action: Action, id: Id) => Promise<boolean>;

export const inAnHour = () => new Date(Date.now() + 3600_000).toISOString();

/** The three ways in by which a person reaches a text, each as it is served. */
export function interfaces(
  payload: Payload,
  people: Readonly<Record<Actor, User | null>>,
  tokens: Readonly<Record<Actor, string | null>>,
) {
  /** The local API under access control; true where no rule refused. */
  const locally: Attempt = async (actor, action, id) => {
    const user = people[actor];
    const rights = { user: user ?? undefined, overrideAccess: false } as const;
    try {
      const change = changeFor(action);
      if (change) {
        await payload.update({
          collection: 'documents',
          id,
          draft: change.draft,
          data: change.data as never,
          ...rights,
          context: { ...OUTSIDE_WEB },
        });
      } else if (action === 'delete') {
        await payload.delete({
          collection: 'documents',
          id,
          ...rights,
          context: { ...OUTSIDE_WEB },
        });
      } else {
        await payload.findByID({ collection: 'documents', id, draft: true, depth: 0, ...rights });
      }
      return true;
    } catch (error) {
      // A refusal names its status; anything else is a fault of the test or of the portal.
      expect([401, 403, 404]).toContain((error as { status?: number }).status);
      return false;
    }
  };

  const headersOf = (actor: Actor): Record<string, string> => ({
    'Content-Type': 'application/json',
    ...(tokens[actor] && { Authorization: `JWT ${tokens[actor]}` }),
  });

  /** The REST interface, with the token that a sign-in gave. */
  const byRest: Attempt = async (actor, action, id) => {
    const change = changeFor(action);
    const method = change ? 'PATCH' : action === 'delete' ? 'DELETE' : 'GET';
    const isDraft = change ? change.draft : action === 'read';
    const response = await handleEndpoints({
      config: payload.config,
      request: new Request(
        `http://127.0.0.1:9/api/documents/${id}?depth=0${isDraft ? '&draft=true' : ''}`,
        {
          method,
          headers: headersOf(actor),
          ...(change && { body: JSON.stringify(change.data) }),
        },
      ),
    });
    expect([200, 401, 403, 404], await response.clone().text()).toContain(response.status);
    return response.status === 200;
  };

  /** The GraphQL interface, as its route answers. */
  const byGraphql: Attempt = async (actor, action, id) => {
    const change = changeFor(action);
    const idType = typeof id === 'number' ? 'Int!' : 'String!';
    const query = (
      GRAPHQL[action] ??
      `mutation ($id: ID!, $draft: Boolean, $data: mutationDocumentUpdateInput!) {
      updateDocument(id: $id, draft: $draft, data: $data) { title }
    }`
    ).replace('ID!', idType);
    const response = await GRAPHQL_POST(payload.config)(
      new Request('http://127.0.0.1:9/api/graphql', {
        method: 'POST',
        headers: headersOf(actor),
        body: JSON.stringify({ query, variables: { id, ...change } }),
      }),
    );
    const { data, errors } = await response.json();
    for (const { message } of errors ?? []) expect(message).not.toMatch(/Variable|Cannot query/);
    return !errors && Object.values(data ?? {}).every((value) => value !== null);
  };

  return { locally, byRest, byGraphql, headersOf };
}

const GRAPHQL: Partial<Record<Action, string>> = {
  read: `query ($id: ID!) { Document(id: $id, draft: true) { title } }`,
  delete: `mutation ($id: ID!) { deleteDocument(id: $id) { title } }`,
};

/** What an interface is asked to write for an action; null for what is no update. */
function changeFor(action: Action): { data: object; draft: boolean } | null {
  switch (action) {
    case 'edit':
      return { data: { title: '改过的标题', correction: '改标题。' }, draft: true };
    case 'submit':
    case 'examine':
    case 'approve':
    case 'return':
      return { data: { review: { action, opinion: '意见' } }, draft: true };
    case 'publish':
      return { data: { _status: 'published' }, draft: false };
    case 'withdraw':
      return { data: { _status: 'draft', review: { opinion: '内容有误' } }, draft: false };
    case 'schedule':
      return { data: { releaseAt: inAnHour() }, draft: true };
    default:
      return null;
  }
}
