import { skip, warning, type Skip, type Warning } from './findings';

export type Decoded = { text: string; warnings: Warning[] } | { skip: Skip };

/**
 * Turns the bytes of a file into text, or says that it can't be done. UTF-8 that is valid wins over
 * any declaration, because valid multi-byte UTF-8 hardly ever comes about by chance; then what the
 * file declares; then GB18030 if the result reads as Chinese. Nothing is replaced by U+FFFD.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 'utf-16be');
  const utf8 = strict('utf-8', bytes);
  if (utf8 !== null) return utf8.includes('\0') ? binary() : plain(utf8);
  const declared = declaredCharset(bytes);
  if (saysUtf8(declared) || declared === null) {
    const cut = cutUtf8(bytes);
    if (cut) return { skip: skip('cut-file', '最后一个字只有一半') };
  }
  const gb = strict('gb18030', bytes);
  if (gb === null || gb.includes('\0') || !readsAsChinese(gb)) return binary();
  const isDeclared = declared !== null && /^gb/iu.test(declared);
  return { text: gb, warnings: isDeclared ? [] : [warning('decoded-by-evidence')] };
}

const plain = (text: string): Decoded => ({ text, warnings: [] });

const binary = (): Decoded => ({ skip: skip('wrong-encoding') });

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = strict(encoding, bytes);
  return text === null ? binary() : plain(text);
}

/** The text, without a byte order mark, or null when a single byte is out of place. */
function strict(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What `<meta charset>` or its older `http-equiv` form says, looked for where HTML requires it to be. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1] ?? null;
}

const saysUtf8 = (name: string | null): boolean => name !== null && /^utf-?8$/iu.test(name);

/** Whether the bytes are UTF-8 that breaks off inside its last character. */
function cutUtf8(bytes: Uint8Array): boolean {
  for (let missing = 1; missing <= 3 && missing < bytes.length; missing += 1) {
    const at = bytes.length - missing;
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) return false;
    if (byte < 0xc0) continue;
    const kept = strict('utf-8', bytes.subarray(0, at));
    return kept !== null && /[^\p{ASCII}]/u.test(kept);
  }
  return false;
}

/**
 * GB18030 gives a meaning to almost any bytes, so the result must look like Chinese prose:
 * nearly all characters beyond ASCII are Chinese or its punctuation, and everyday ones occur.
 */
function readsAsChinese(text: string): boolean {
  const foreign = text.match(/[^\p{ASCII}]/gu) ?? [];
  if (foreign.length === 0) return false;
  const chinese = foreign.filter((c) =>
    /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef‘’“”…—·○]/u.test(c),
  );
  const everyday = foreign.filter((c) =>
    '的一是在不了有和人这中大为国政府年月日，。、：（）第条'.includes(c),
  );
  return chinese.length / foreign.length > 0.95 && everyday.length / foreign.length > 0.05;
}
