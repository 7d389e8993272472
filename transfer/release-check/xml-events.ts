/** A tag or a stretch of text of an XML file, with where it stands; names are without their prefix. */
export type XmlEvent =
  | { type: 'open'; name: string; attributes: string; isEmpty: boolean; from: number; to: number }
  | { type: 'close'; name: string; from: number; to: number }
  | { type: 'text'; text: string; from: number; to: number };

/**
 * Reads XML from its beginning to its end and keeps nothing: the parts of Office files are long.
 * What is broken is read as far as it goes.
 */
export function* xmlEvents(xml: string): Generator<XmlEvent> {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag !== at) {
      const end = tag < 0 ? xml.length : tag;
      yield { type: 'text', text: xml.slice(at, end), from: at, to: end };
      if (tag < 0) return;
      at = end;
    }
    const skipped = SKIPPED.find(([start]) => xml.startsWith(start, at));
    if (skipped) {
      const [start, stop] = skipped;
      const end = xml.indexOf(stop, at + start.length);
      const to = end < 0 ? xml.length : end + stop.length;
      if (start === '<![CDATA[') {
        yield {
          type: 'text',
          text: xml.slice(at + start.length, end < 0 ? xml.length : end),
          from: at,
          to,
        };
      }
      at = to;
      continue;
    }
    const to = endOfTag(xml, at);
    if (to < 0) return;
    const inside = xml.slice(at + 1, to - 1);
    if (inside.startsWith('/')) {
      yield { type: 'close', name: localOf(inside.slice(1).trim()), from: at, to };
    } else if (!inside.startsWith('!')) {
      const isEmpty = inside.endsWith('/');
      const body = isEmpty ? inside.slice(0, -1) : inside;
      const blank = body.search(/\s/u);
      const name = blank < 0 ? body : body.slice(0, blank);
      yield {
        type: 'open',
        name: localOf(name),
        attributes: blank < 0 ? '' : body.slice(blank),
        isEmpty,
        from: at,
        to,
      };
    }
    at = to;
  }
}

const SKIPPED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** The place after the `>` of a tag; one within quotes does not end it. */
function endOfTag(xml: string, from: number): number {
  let quote = '';
  for (let i = from + 1; i < xml.length; i += 1) {
    const c = xml[i] as string;
    if (quote) {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '>') return i + 1;
  }
  return -1;
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The attributes of a tag by their local names; the last of equal ones counts. */
export function attributesOf(attributes: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', , double, single] of attributes.matchAll(ATTRIBUTE)) {
    found.set(localOf(name), decodeEntities(double ?? single ?? ''));
  }
  return found;
}

export const attribute = (attributes: string, name: string): string | undefined =>
  attributes.includes(name) ? attributesOf(attributes).get(name) : undefined;

const ATTRIBUTE = /([\w:.-]+)\s*=\s*("([^"]*)"|'([^']*)')/gu;

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,5}));/giu, (whole, ten, hex, name) => {
        if (name) return ENTITIES[name as string] ?? whole;
        const code = ten ? Number(ten) : parseInt(hex as string, 16);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
      })
    : text;

/** The text without the elements of these local names and all that is in them. */
export function withoutElements(
  xml: string,
  isDropped: (name: string, attributes: string) => boolean,
): string {
  let kept = '';
  let from = 0;
  let depth = 0;
  let dropped = '';
  for (const event of xmlEvents(xml)) {
    if (depth > 0) {
      if (event.type === 'open' && event.name === dropped && !event.isEmpty) depth += 1;
      if (event.type === 'close' && event.name === dropped) depth -= 1;
      if (depth === 0) from = event.to;
    } else if (event.type === 'open' && isDropped(event.name, event.attributes)) {
      kept += xml.slice(from, event.from);
      from = event.to;
      if (!event.isEmpty) {
        dropped = event.name;
        depth = 1;
      }
    }
  }
  return depth > 0 ? kept : kept + xml.slice(from);
}
