import {
  allowedPlaceholders,
  oncePlaceholders,
  placeholderNamed,
  placeholders,
  requiredPlaceholders,
  type Placeholder,
} from './placeholders';
import type { LetterKind } from './kinds';
import { hasRemedy, remedyTermsIn, remedyWordsIn } from './remedy-words';

/** The words of a letter with places to fill: `{申请人}`; one paragraph a line. */
export type LetterTemplate = { title: string; body: string };

/**
 * What is wrong with a template, or looks wrong. `key` is a message in `letters.findings`; `names`
 * are the places or words it is about, joined into its `{names}`.
 */
export type TemplateFinding = {
  level: 'error' | 'warning';
  key:
    | 'titleMissing'
    | 'titleLong'
    | 'bodyMissing'
    | 'bodyLong'
    | 'braces'
    | 'unknown'
    | 'notAllowed'
    | 'notInTitle'
    | 'lacks'
    | 'twice'
    | 'remedyApart'
    | 'remedyByHand'
    | 'termByHand';
  names: string[];
};

/** Characters. */
export const longestTitle = 60;
export const longestBody = 10_000;

/** A piece of a template: words as they are, or a place to fill. */
export type Piece = { words: string } | { place: Placeholder };

/** A line of a template in pieces. Places that are unknown stay as words. */
export function piecesOf(line: string): Piece[] {
  return line.split(PLACE).flatMap((part, i): Piece[] => {
    if (i % 2 === 0) return part === '' ? [] : [{ words: part }];
    const place = placeholderNamed(part);
    return [place ? { place } : { words: `{${part}}` }];
  });
}

/**
 * Checks a template before it is kept. An administrator words the letters; what a letter must hold
 * by law is not theirs to leave out, and the remedy comes from the rules alone.
 */
export function templateFindings(kind: LetterKind, template: LetterTemplate): TemplateFinding[] {
  const title = template.title.trim();
  const body = template.body.trim();
  const inTitle = placesOf(title);
  const inBody = placesOf(body);
  const allowed = allowedPlaceholders(kind);
  const known = [...inTitle, ...inBody].flatMap((name) => placeholderNamed(name) ?? []);
  const findings: TemplateFinding[] = [];
  const find = (
    key: TemplateFinding['key'],
    names: readonly string[] | boolean,
    level: TemplateFinding['level'] = 'error',
  ) => {
    if (names === true) findings.push({ level, key, names: [] });
    else if (names && names.length > 0) findings.push({ level, key, names: [...new Set(names)] });
  };
  find('titleMissing', title === '');
  find('titleLong', [...title].length > longestTitle);
  find('bodyMissing', body === '');
  find('bodyLong', [...body].length > longestBody);
  find('braces', strayBraces(`${title}\n${body}`));
  find('unknown', [...inTitle, ...inBody].filter((name) => !placeholderNamed(name)).map(written));
  find('notAllowed', known.filter((place) => !allowed.includes(place)).map(nameOf));
  find(
    'notInTitle',
    inTitle
      .flatMap((name) => placeholderNamed(name) ?? [])
      .filter(isForBody)
      .map(nameOf),
  );
  if (body !== '') find('lacks', lackingPlaces(kind, template).map(nameOf));
  find('twice', oncePlaceholders.filter((place) => timesIn(known, place) > 1).map(nameOf));
  find(
    'remedyApart',
    body.split('\n').some((line) => {
      const pieces = piecesOf(line.trim());
      return pieces.length > 1 && pieces.some((piece) => 'place' in piece && isRemedy(piece.place));
    }),
  );
  if (hasRemedy(kind)) {
    const own = ownWords(template);
    find('remedyByHand', remedyWordsIn(own));
    find('termByHand', remedyTermsIn(own), 'warning');
  }
  return findings;
}

/** The places that a letter of this kind must have and the template has not. */
export function lackingPlaces(kind: LetterKind, { body }: LetterTemplate): Placeholder[] {
  const held = placesOf(body).map(placeholderNamed);
  return requiredPlaceholders(kind).filter((place) => !held.includes(place));
}

/** What a template says by itself, between its places. */
export const ownWords = ({ title, body }: LetterTemplate): string =>
  `${title}\n${body}`.replace(PLACE, '□');

/** How a place is written in a template. */
export const nameOf = (place: Placeholder): string => written(placeholders[place]);

const written = (name: string): string => `{${name}}`;

/** Braces of either width: a Chinese keyboard writes ｛申请人｝. */
const PLACE = /[{｛]([^{}｛｝\n]*)[}｝]/gu;

const placesOf = (text: string): string[] =>
  [...text.matchAll(PLACE)].map((match) => match[1] ?? '');

/** A few letters around each brace that has no other. */
const strayBraces = (text: string): string[] =>
  [...text.replace(PLACE, '').matchAll(/.{0,6}[{}｛｝].{0,6}/gu)].map(([around]) => around);

const timesIn = (places: readonly Placeholder[], place: Placeholder): number =>
  places.filter((each) => each === place).length;

const isForBody = (place: Placeholder): boolean =>
  !['agency', 'applicant', 'receiptNumber', 'thirdParty', 'otherAgency'].includes(place);

const isRemedy = (place: Placeholder): boolean => place === 'remedy';
