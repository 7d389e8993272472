import { isDay } from '../../workdays/days';
import { cleanText, isUnseen } from './clean';
import type { LetterContext, LetterElement, LetterFacts, LetterWords } from './facts';
import { addresseeOf, isDecisionLetter, isNumbered, letterKindFor, type LetterKind } from './kinds';
import type { LetterContent, LetterParagraph } from './letter';
import { paragraphPlaceholders, type Placeholder } from './placeholders';
import { missingForRemedy } from './remedy-paragraph';
import { lackingPlaces, piecesOf, type LetterTemplate, type Piece } from './template';
import { saidOnce } from './promised-day';
import { valueOf } from './values';
import { fillWords } from './words';

export type Filled =
  | { ok: true; letter: LetterContent }
  /** In the order of the letter, each once. Names are in messages `letters.elements.<code>`. */
  | { ok: false; missing: LetterElement[] };

/**
 * Makes a letter out of a template and what is known of the case. A letter that lacks an element is
 * not made: neither one whose fact is unknown nor one whose template has no place for it.
 */
export function fillLetter(
  kind: LetterKind,
  template: LetterTemplate,
  facts: Partial<LetterFacts>,
  words: LetterWords,
): Filled {
  const title = piecesOf(cleanText(template.title).replaceAll('\n', ' '));
  const lines = cleanText(template.body).split('\n').map(piecesOf);
  const places = [...new Set([...title, ...lines.flat()].flatMap(placeIn))];
  const context = { kind, title: cleanText(template.title), facts, words };
  const missing = missingElements(context, template, places);
  if (missing.length > 0) return { ok: false, missing };
  const say = (place: Placeholder): string => valueOf(place, context) ?? '';
  const sayInText = (place: Placeholder): string =>
    paragraphPlaceholders.includes(place) ? say(place) : inOneSentence(say(place));
  return {
    ok: true,
    letter: {
      kind,
      title: title
        .map((piece) => ('words' in piece ? piece.words : oneLine(say(piece.place))))
        .join(''),
      number: isNumbered(kind) ? oneLine(say('number')) : null,
      addressee: fillWords(words.sentences.addressee, { name: oneLine(say(addresseeOf(kind))) }),
      paragraphs: lines.flatMap((line) => paragraphsOf(line, sayInText)),
      agency: oneLine(say('agency')),
      date: facts.date as string,
    },
  };
}

function missingElements(
  context: LetterContext,
  template: LetterTemplate,
  places: readonly Placeholder[],
): LetterElement[] {
  const { kind, facts } = context;
  // What stands in every letter, whatever its template says.
  const frame: Placeholder[] = [
    'agency',
    ...(isNumbered(kind) ? (['number'] as const) : []),
    addresseeOf(kind),
    'date',
  ];
  const without = [...new Set([...frame, ...places])].filter((place) => {
    if (place === 'remedy') return false;
    const value = valueOf(place, context);
    return value === null || isUnseen(value);
  });
  const otherKind =
    isDecisionLetter(kind) && facts.replyKind && letterKindFor(facts.replyKind) !== kind;
  return [
    ...new Set<LetterElement>([
      ...without,
      ...(otherKind ? (['replyKind'] as const) : []),
      ...lackingPlaces(kind, template),
      ...(places.includes('remedy') ? missingForRemedy(kind, facts) : []),
      ...(isDay(facts.date) ? [] : (['date'] as const)),
    ]),
  ];
}

/** A line of the template as the paragraphs that it makes: a value may bring line breaks of its own. */
function paragraphsOf(
  line: readonly Piece[],
  say: (place: Placeholder) => string,
): LetterParagraph[] {
  const text = line
    .map((piece, i) => ('words' in piece ? piece.words : fitting(say(piece.place), line[i + 1])))
    .join('');
  const role = line.some((piece) => 'place' in piece && piece.place === 'remedy');
  return text
    .split('\n')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ text: part, ...(role && { role: 'remedy' as const }) }));
}

/** A value's own closing mark gives way to the template's; without either there is a full stop. */
function fitting(value: string, next: Piece | undefined): string {
  if (!next) return ENDS.test(value) ? value : `${value}。`;
  if (!('words' in next)) return value;
  if (/^[。；，、]/u.test(next.words)) return value.replace(/[。；，、]+$/u, '');
  return saidOnce(value, next.words);
}

/** A mark that ends a sentence, or looks as if. What stands in brackets at its end does not end it. */
const ENDS = /(?:[^\P{P}）)]|\p{S}|[。！？][）)])$/u;

/** Lines as one sentence goes on over them: a mark where none is, as between the points of a list. */
const inOneSentence = (text: string): string =>
  cleanText(text)
    .split('\n')
    .reduce((said, line) => `${said}${joint(said)}${line}`);

function joint(said: string): string {
  if (!/[\p{P}\p{S}]$/u.test(said)) return '；';
  return /[!-~]$/u.test(said) ? ' ' : '';
}

const placeIn = (piece: Piece): Placeholder[] => ('place' in piece ? [piece.place] : []);

const oneLine = (text: string): string => cleanText(text).replaceAll('\n', ' ');
