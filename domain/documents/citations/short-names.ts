import type { Named } from './mention';
import { titleKey } from './names';

/** A name and where it ends in the text: a title in its marks, or 中华人民共和国刑法. */
export type NamedSpan = { start: number; end: number; named: Named };

/**
 * Short names that a text gives: 《中华人民共和国公司法》（以下简称《公司法》）, （以下简称“条例”）,
 * 《甲法》、《乙法》（以下简称《甲》、《乙》). Brackets after anything but a title name something else
 * (a kind of goods, an office).
 *
 * @param spans titles and names of the text, in order
 */
export function shortNamesIn(text: string, spans: readonly NamedSpan[]): [string, Named][] {
  if (!text.includes('称')) return [];
  const found: [string, Named][] = [];
  for (const match of text.matchAll(GIVES_NAME)) {
    const given = namesIn(match[1] as string);
    const meant = titlesBefore(text, match.index, spans, given.length);
    if (given.length === 0 || meant.length < given.length) continue;
    for (const [i, name] of given.entries())
      found.push([titleKey(name), (meant[i] as NamedSpan).named]);
  }
  return found;
}

const GIVES_NAME =
  /[（(](?:[^（）()《》]{0,60}[，,；;、\s])?(?:以下|下)?(?:均|分别)?简?称为?[：:]?\s*([^（）()]{1,80})[）)]/gu;
const QUOTED = /[《“"「]([^《》“”"「」]{1,40})[》”"」]/gu;
const SMALLEST_GAP =
  /^(?:\s|[、，和与及]|以及|[（(][^（）()]*[）)]|[^，。；《》（）()]{0,8}〔\d{4}〕\d+号)*$/u;

function namesIn(given: string): string[] {
  const quoted = [...given.matchAll(QUOTED)].map((match) => match[1] as string);
  if (quoted.length > 0) return quoted;
  const plain = given.trim();
  return /^[\p{Script=Han}\d]{1,24}$/u.test(plain) ? [plain] : [];
}

/** The last so many titles that end right before a bracket, with nothing but joins between them. */
function titlesBefore(
  text: string,
  at: number,
  spans: readonly NamedSpan[],
  count: number,
): NamedSpan[] {
  const taken: NamedSpan[] = [];
  let end = at;
  for (const span of spans.filter((one) => one.end <= at).reverse()) {
    const isFar = end - span.end > 100;
    if (taken.length === count || isFar || !SMALLEST_GAP.test(text.slice(span.end, end))) break;
    taken.unshift(span);
    end = span.start;
  }
  return taken;
}
