import { decodeText } from '../import/decode';
import { decodeEntities, xmlEvents } from '../release-check/xml-events';
import { UnreadableError } from './reading';

/**
 * The text of a plain file: UTF-8, UTF-16 with its mark, or GB18030. One that breaks off inside its
 * last character is read up to there.
 *
 * @param isNamedText its name says that it is text, so that a few Chinese characters are proof enough
 * @throws UnreadableError
 */
export function plainText(bytes: Uint8Array, isNamedText: boolean): string {
  for (let cut = 0; cut <= 3 && cut < bytes.length; cut += 1) {
    const decoded = decodeText(bytes.subarray(0, bytes.length - cut));
    if ('text' in decoded) return decoded.text;
    if (decoded.skip.code !== 'cut-file' && !isUtf16(bytes)) break;
  }
  const text = isNamedText ? lenient(bytes) : null;
  if (text === null) throw new UnreadableError('not-text');
  return text;
}

const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** A list of names has none of the everyday characters by which Chinese prose is told. */
function lenient(bytes: Uint8Array): string | null {
  for (let cut = 0; cut <= 3; cut += 1) {
    try {
      const text = new TextDecoder('gb18030', { fatal: true }).decode(
        bytes.subarray(0, bytes.length - cut),
      );
      const foreign = text.match(/[^\p{ASCII}]/gu) ?? [];
      const chinese = foreign.filter((c) => /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(c));

      if (/[\u0000-\u0008]/u.test(text) || chinese.length < foreign.length * 0.9) return null;
      return text;
    } catch {
      // The last character may be cut; four bytes are the longest there is.
    }
  }
  return null;
}

const LINES = new Set(['p', 'div', 'li', 'tr', 'br', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'title']);

/** Pages and XML without their tags, scripts and styles. */
export function markupText(markup: string): string {
  let text = '';
  let hidden = '';
  for (const event of xmlEvents(markup)) {
    if (event.type === 'text') {
      if (!hidden) text += decodeEntities(event.text);
      continue;
    }
    const name = event.name.toLowerCase();
    if (event.type === 'open' && !event.isEmpty && (name === 'script' || name === 'style'))
      hidden ||= name;
    if (event.type === 'close' && name === hidden) hidden = '';
    if (LINES.has(name)) text += '\n';
    else if (name === 'td' || name === 'th') text += '\t';
  }
  return text;
}
