import { likeness, pairsOf } from './likeness';

/**
 * Whether two documents are texts of one matter, so that comparing them word by word says something:
 * two years' wording of one law, provisions and the measures that replaced them. A decision that
 * amends a law is none of its texts.
 */
export function isFamily(title: string, other: string): boolean {
  const [one, two] = [essenceOf(title), essenceOf(other)];
  if (one === '' || two === '') return false;
  if (one === two) return true;
  if (isDecision(title) || isDecision(other)) return false;
  return likeness(pairsOf(one), pairsOf(two)) >= LEAST;
}

const LEAST = 0.55;

const isDecision = (title: string): boolean =>
  /关于(?:修改|废止|修订|公布|废止和修改|修改和废止)|的决定[》）)]?$/u.test(title);

/** A title without its edition: （2018修正）, （试行）, （征求意见稿）. */
const essenceOf = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/\([^()]*\)|［[^］]*］|〔[^〕]*〕/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
