import { Converter } from 'opencc-js/t2cn';

let convert: ((text: string) => string) | undefined;
let common: ReadonlySet<string> | undefined;

/**
 * Traditional characters as simplified ones, by words where a character alone would not tell (著作權, 乾燥). The
 * converter is made when it is first needed, as most questions never need it.
 */
export function simplified(text: string): string {
  if (!mayBeTraditional(text)) return text;
  convert ??= Converter({ from: 't', to: 'cn' });
  return convert(text);
}

/** Whether a text has a Chinese character beyond those of GB 2312, which holds the simplified ones in common use. */
function mayBeTraditional(text: string): boolean {
  common ??= readCommon();
  for (const char of text) if (char >= '\u3400' && !common.has(char) && HAN.test(char)) return true;
  return false;
}

const HAN = /\p{Script=Han}/u;

/** The characters of GB 2312, from rows B0 to F7 of its code. */
function readCommon(): Set<string> {
  const bytes: number[] = [];
  for (let high = 0xb0; high <= 0xf7; high += 1) {
    for (let low = 0xa1; low <= 0xfe; low += 1) bytes.push(high, low);
  }
  return new Set(new TextDecoder('gbk').decode(Uint8Array.from(bytes)));
}
