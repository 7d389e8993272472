/**
 * The admin asks long questions by POST and names GET in a header; Payload then reads the form as the
 * address’s question.
 *
 * @returns the request as Payload will take it, to be looked at and not to be answered; null when its body
 *   can't be read, at which Payload would fail
 */
export async function askedByPost(request: Request): Promise<Request | null> {
  const isQuestion = ['x-payload-http-method-override', 'x-http-method-override'].some(
    (name) => request.headers.get(name) === 'GET',
  );
  if (!isQuestion) return request;
  const body = await request.clone().text();
  const type = request.headers.get('content-type');
  const { headers } = request;
  if (type === 'application/x-www-form-urlencoded') {
    return new Request(`${request.url}?${body}`, { headers });
  }
  if (type === 'application/json' && !isJson(body)) return null;
  return new Request(request.url, { headers });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
