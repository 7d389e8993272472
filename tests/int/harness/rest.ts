import { handleEndpoints, type Payload } from 'payload';

/**
 * One request to the REST interface, as it is served.
 *
 * @param path below `/api`, such as `applications/1/desk`
 * @param asked a body is sent as JSON, by POST unless another method is named
 */
export function rest(
  payload: Payload,
  path: string,
  { token, method, body }: { token?: string | null; method?: string; body?: object } = {},
): Promise<Response> {
  return handleEndpoints({
    config: payload.config,
    request: new Request(`http://portal.test/api/${path}`, {
      method: method ?? (body ? 'POST' : 'GET'),
      headers: {
        'Accept-Language': 'zh',
        'Content-Type': 'application/json',
        ...(token && { Authorization: `JWT ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    }),
  });
}
