import { applicantSecrets } from './applicants';
import { problemOfIdCard } from './identity';

/** Whose and what it is that must not stand in a published answer. Names are in messages `caseStatistics.answers.personal`. */
export const personalKinds = [...applicantSecrets, 'party'] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** A personal datum of the case, in full. */
export type Personal = { kind: PersonalKind; value: string };

/** What a datum is replaced by. */
const MASK = '××';

/** Of a long address, the end says where the house is; the county may be named. */
const ADDRESS_END = 8;

/**
 * Personal data that stand in a text, however they are spaced, and identity numbers of anybody.
 *
 * 条例第十五条: “涉及商业秘密、个人隐私等公开会对第三方合法权益造成损害的政府信息，行政机关不得公开。” 个人信息保护法第二十五条:
 * “个人信息处理者不得公开其处理的个人信息，取得个人单独同意的除外。”
 */
export const personalDataIn = (text: string, known: readonly Personal[]): PersonalKind[] => {
  const found = new Set(spansOf(text, known).map(({ kind }) => kind));
  return personalKinds.filter((kind) => found.has(kind));
};

/** The text with every such datum replaced by two crosses. */
export function anonymised(text: string, known: readonly Personal[]): string {
  const spans = spansOf(text, known).sort((a, b) => a.from - b.from);
  let result = '';
  let at = 0;
  for (const { from, to } of spans) {
    if (from >= at) result += text.slice(at, from) + MASK;
    at = Math.max(at, to);
  }
  return result + text.slice(at);
}

/** What parts a name or a number without changing it, also what nobody sees, such as a zero-width space. */
const BETWEEN_WORDS = /[\s·•\p{Cf}]/u;
const BETWEEN_DIGITS = /[\s·•.,()（）/\\_\p{Cf}\p{Dash}]/u;

type Span = { kind: PersonalKind; from: number; to: number };

function spansOf(text: string, known: readonly Personal[]): Span[] {
  const inWords = squeeze(text, BETWEEN_WORDS);
  const inNumbers = squeeze(text, BETWEEN_DIGITS);
  const spans = known.flatMap(({ kind, value }) => {
    const isNumber = kind === 'phone' || kind === 'idNumber' || kind === 'creditCode';
    const hay = isNumber ? inNumbers : inWords;
    return needlesOf(kind, value).flatMap((needle) => occurrences(hay, needle, kind));
  });
  for (const { index } of inNumbers.text.matchAll(/(?=\d{17}[\dx])/gu)) {
    const number = inNumbers.text.slice(index, index + 18).toUpperCase();
    if (problemOfIdCard(number) === null) spans.push(spanAt(inNumbers, index, 18, 'idNumber'));
  }
  return spans;
}

/** The ways in which a datum may be written; none for one so short that it is in every text. */
function needlesOf(kind: PersonalKind, value: string): string[] {
  switch (kind) {
    case 'phone': {
      const digits = squeeze(value, /\D/u).text.replace(/^86(?=1\d{10}$)/u, '');
      // In the county a landline is written without its area code, and mostly without the extension.
      const [, area = '', local = digits] =
        /^(0\d{2,3}-)?(\d{7,8})(?:-\d{1,6})?$/u.exec(value) ?? [];
      const whole = `${area.replace('-', '')}${local}`;
      return [digits, whole, local].filter((needle) => needle.length >= 7);
    }
    case 'idNumber':
    case 'creditCode': {
      const plain = squeeze(value, BETWEEN_DIGITS).text;
      return plain.length >= 5 ? [plain] : [];
    }
    case 'address': {
      const plain = [...squeeze(value, BETWEEN_WORDS).text];
      return plain.length >= 5 ? [plain.slice(-ADDRESS_END).join('')] : [];
    }
    default: {
      const plain = squeeze(value, BETWEEN_WORDS).text;
      return [...plain].length >= 2 ? [plain] : [];
    }
  }
}

/** A text in one width and case without what is left out, and where each of its units stood. */
type Squeezed = { text: string; from: number[]; to: number[] };

function squeeze(text: string, leftOut: RegExp): Squeezed {
  const squeezed: Squeezed = { text: '', from: [], to: [] };
  let at = 0;
  for (const character of text) {
    const plain = [...character.normalize('NFKC').toLowerCase()]
      .filter((part) => !leftOut.test(part))
      .join('');
    squeezed.text += plain;
    for (let i = 0; i < plain.length; i += 1) {
      squeezed.from.push(at);
      squeezed.to.push(at + character.length);
    }
    at += character.length;
  }
  return squeezed;
}

function occurrences(hay: Squeezed, needle: string, kind: PersonalKind): Span[] {
  const found: Span[] = [];
  for (let at = hay.text.indexOf(needle); at >= 0; at = hay.text.indexOf(needle, at + 1)) {
    found.push(spanAt(hay, at, needle.length, kind));
  }
  return found;
}

const spanAt = ({ from, to }: Squeezed, at: number, length: number, kind: PersonalKind): Span => ({
  kind,
  from: from[at] ?? 0,
  to: to[at + length - 1] ?? 0,
});
