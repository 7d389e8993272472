import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** A page as somebody without script has it before them. */
export type Page = { url: string; status: number; html: string };

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
    let method = body ? 'POST' : 'GET';
    for (let hops = 0; hops < 10; hops += 1) {
      const response = await fetch(url, {
        method,
        body: method === 'POST' ? body : undefined,
        redirect: 'manual',
        headers: {
          cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          'x-forwarded-for': this.address,
          origin: url.origin,
        },
      });
      for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
      const next = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || !next) {
        return { url: url.href, status: response.status, html: await response.text() };
      }
      await response.arrayBuffer();
      url = new URL(next, url);
      method = response.status === 307 || response.status === 308 ? method : 'GET';
    }
    throw new Error(`${path} redirects without end`);
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
