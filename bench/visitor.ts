import { once } from 'node:events';
import http from 'node:http';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** A page as somebody without script has it before them. */
export type Page = {
  url: string;
  status: number;
  html: string;
  /** After how long the first answer was there, before any redirect was followed. */
  answeredMs: number;
};

type Encoded = { type: string; bytes: Buffer };
type Answer = { status: number; headers: http.IncomingHttpHeaders; bytes: Buffer };

/** Node's plain client: `fetch` takes several times as much of the machine that the server runs on. */
const connections = new http.Agent({ keepAlive: true });
const unpack = promisify(gunzip);

async function encoded(body: FormData | URLSearchParams): Promise<Encoded> {
  const form = new Response(body);
  return {
    type: form.headers.get('content-type') ?? '',
    bytes: Buffer.from(await form.arrayBuffer()),
  };
}

/**
 * Somebody with a browser that runs no script: keeps cookies, follows redirects and sends the forms of
 * a page with all that stands in them. Each has an address of their own, as citizens have.
 */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly portal: string,
    private readonly address: string,
  ) {}

  /** What is sent when a button is pressed counts until the answer is there, redirects included. */
  async open(path: string, body?: FormData | URLSearchParams): Promise<Page> {
    let url = new URL(path, this.portal);
    let sent = body && (await encoded(body));
    const began = performance.now();
    let answeredMs = 0;
    for (let hops = 0; hops < 10; hops += 1) {
      const { status, headers, bytes } = await this.ask(url, sent);
      answeredMs ||= performance.now() - began;
      for (const cookie of headers['set-cookie'] ?? []) this.keep(cookie);
      const next = headers.location;
      if (status < 300 || status >= 400 || !next) {
        const html = headers['content-encoding'] === 'gzip' ? await unpack(bytes) : bytes;
        return { url: url.href, status, html: html.toString(), answeredMs };
      }
      url = new URL(next, url);
      if (status !== 307 && status !== 308) sent = undefined;
    }
    throw new Error(`${path} redirects without end`);
  }

  private async ask(url: URL, sent?: Encoded): Promise<Answer> {
    const request = http.request(url, {
      agent: connections,
      method: sent ? 'POST' : 'GET',
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'accept-encoding': 'gzip',
        'x-forwarded-for': this.address,
        origin: url.origin,
        ...(sent && { 'content-type': sent.type, 'content-length': sent.bytes.length }),
      },
    });
    // A server that is killed breaks off in the middle: the answer says so, and that is enough.
    request.on('error', () => undefined);
    request.end(sent?.bytes);
    const response = once(request, 'response') as Promise<[http.IncomingMessage]>;
    const [answer] = await response.catch((error: unknown) => {
      // The server had closed a connection that was kept; browsers ask again, too.
      if (!request.reusedSocket || sent) throw error;
      return [null] as const;
    });
    if (!answer) return this.ask(url);
    const bytes = await buffer(answer);
    return { status: answer.statusCode ?? 0, headers: answer.headers, bytes };
  }

  /** Sends the form that has the button, filled in with the given values. */
  send(page: Page, button: string, values: Record<string, string> = {}): Promise<Page> {
    const { action, data } = this.ready(page, button, values);
    return this.open(action, data);
  }

  /** What `send` would send: read beforehand where the sending is timed. */
  ready(
    page: Page,
    button: string,
    values: Record<string, string> = {},
  ): { action: string; data: FormData | URLSearchParams } {
    const form = formWith(page.html, button);
    if (!form) throw new Error(`${page.url} (${page.status}) has no button “${button}”`);
    const isInParts = attribute(form.form, 'enctype') === 'multipart/form-data';
    const data = isInParts ? new FormData() : new URLSearchParams();
    for (const [name, value] of fieldsOf(form.form))
      if (!(name in values)) data.append(name, value);
    const pressed = attribute(form.button, 'name');
    if (pressed) data.append(pressed, attribute(form.button, 'value') ?? '');
    for (const [name, value] of Object.entries(values)) data.append(name, value);
    const action = attribute(form.button, 'formaction') ?? attribute(form.form, 'action') ?? '';
    return { action: action === '' ? page.url : new URL(action, page.url).href, data };
  }

  private keep(cookie: string): void {
    const [pair = '', ...rest] = cookie.split(';');
    const at = pair.indexOf('=');
    const isGone = rest.some((part) => /max-age=0|expires=Thu, 01 Jan 1970/i.test(part));
    if (isGone) this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

/** The words of a page, for what has to be read from it. */
export const textOf = (html: string): string =>
  [...elements(parse(html))]
    .filter(({ tagName }) => tagName === 'body')
    .map((body) => wordsIn(body))
    .join('');

function formWith(html: string, label: string): { form: Element; button: Element } | null {
  for (const form of elements(parse(html))) {
    if (form.tagName !== 'form') continue;
    for (const button of elements(form)) {
      if (button.tagName === 'button' && wordsIn(button).trim() === label) return { form, button };
    }
  }
  return null;
}

/** What a browser sends of a form: chosen boxes, the chosen option, every other field. */
function* fieldsOf(form: Element): Generator<[string, string]> {
  for (const field of elements(form)) {
    const name = attribute(field, 'name');
    if (!name) continue;
    const value = attribute(field, 'value') ?? '';
    if (field.tagName === 'textarea') yield [name, wordsIn(field)];
    else if (field.tagName === 'select') yield [name, chosen(field)];
    else if (field.tagName === 'input') {
      const type = attribute(field, 'type') ?? 'text';
      const isBox = type === 'radio' || type === 'checkbox';
      if (isBox && attribute(field, 'checked') === null) continue;
      if (type !== 'submit' && type !== 'file') yield [name, value];
    }
  }
}

function chosen(select: Element): string {
  const options = [...elements(select)].filter(({ tagName }) => tagName === 'option');
  const option = options.find((each) => attribute(each, 'selected') !== null) ?? options[0];
  return option ? (attribute(option, 'value') ?? wordsIn(option)) : '';
}

function* elements(node: Node): Generator<Element> {
  if (!('childNodes' in node)) return;
  for (const child of node.childNodes) {
    if ('tagName' in child) yield child;
    yield* elements(child);
  }
}

const attribute = (element: Element, name: string): string | null =>
  element.attrs.find((each) => each.name === name)?.value ?? null;

const wordsIn = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(wordsIn).join('') : '';
