import { numberKey, titleKey } from './citations/names';
import { titlesIn } from './citations/titles';
import type { RelationVerb } from './relations';

/** What a document seems to do to another that it names; `key` is the other's title for looking it up. */
export type Suggestion = {
  verb: RelationVerb;
  /** As written, without the marks. */
  title: string;
  key: string;
  /** The number behind the title, in its stored form. */
  number?: string;
};

/** A held document, as far as finding it by what it is called needs. Days are YYYY-MM-DD. */
export type HeldTitle<Id> = {
  id: Id;
  title: string;
  number?: string | null;
  madeOn?: string | null;
};

/**
 * What a document's title and text say that it does to others, for a person to confirm: only set
 * phrases count, and a title that follows none of them is a citation and no more.
 *
 * @param text the body, paragraphs parted by line breaks
 */
export function suggestRelations(document: { title: string; text: string }): Suggestion[] {
  const { title, text } = document;
  const own = titleKey(title.slice(0, LONGEST_TITLE));
  const found = new Map<string, Suggestion>();
  for (const suggestion of [...fromTitle(title), ...fromBasis(text), ...fromRepeals(text)]) {
    const { key } = suggestion;
    // What the title says (废止《X》) outweighs what the text says of the same document (根据《X》).
    if (key.length >= SHORTEST && key !== own && !found.has(key)) found.set(key, suggestion);
  }
  return [...found.values()];
}

/** Relations that say nothing about validity: taken from a batch without a person's confirmation. */
export const isSafeToTake = ({ verb }: Suggestion): boolean =>
  verb === 'implements' || verb === 'based-on' || verb === 'forwards';

/**
 * The document that a suggestion means: by its number, else by its title. Of several of one title
 * (the editions of a law) the last one made before the day; undefined when that says nothing.
 */
export class HeldTitles<Id> {
  private readonly byKey = new Map<string, HeldTitle<Id>[]>();

  constructor(documents: Iterable<HeldTitle<Id>> = []) {
    for (const document of documents) this.add(document);
  }

  add(document: HeldTitle<Id>): void {
    const number = document.number ? numberKey(document.number) : undefined;
    for (const key of [titleKey(document.title), ...(number ? [number] : [])]) {
      const same = (this.byKey.get(key) ?? []).filter(({ id }) => id !== document.id);
      this.byKey.set(key, [...same, document]);
    }
  }

  find(
    suggestion: Pick<Suggestion, 'key' | 'number'>,
    day?: string | null,
  ): HeldTitle<Id> | undefined {
    const { key, number } = suggestion;
    const numbered = number ? this.byKey.get(numberKey(number) ?? '') : undefined;
    const held = numbered?.length === 1 ? numbered : this.byKey.get(key);
    if (!held || held.length === 1) return held?.[0];
    const before = held.filter(({ madeOn }) => madeOn && (!day || madeOn <= day));
    return before.sort((a, b) => ((a.madeOn ?? '') < (b.madeOn ?? '') ? -1 : 1)).at(-1);
  }
}

const SHORTEST = 3;
/** As long as the field is. */
const LONGEST_TITLE = 300;

/** What the title of an acting document says, verb by verb; the first that fits counts. */
const TITLE_VERBS: readonly (readonly [RegExp, RelationVerb])[] = [
  [/更正/u, 'corrects'],
  [/废止.*修改|修改.*废止/u, 'amends'],
  [/废止|停止(?:执行|施行)|宣布.*失效/u, 'repeals'],
  [/修改|修订|修正/u, 'amends'],
  [/的(?:解释|批复|答复)$|(?:适用|应用).*解释|解释的?(?:决定|规定)$/u, 'interprets'],
  [/转发|批转|印发|发布|公布|颁布|下发/u, 'forwards'],
  [/(?:贯彻|实施|执行|落实|施行)/u, 'implements'],
];

const IMPLEMENTING =
  /^(.+?(?:法|条例|规定|办法|决定))(?:实施|施行)(?:条例|细则|办法|规定|意见|方案)$/u;

function fromTitle(title: string): Suggestion[] {
  const plain = title
    .slice(0, LONGEST_TITLE)
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/\([^()]*\)$/u, '');
  const named = titlesIn(quoted(plain)).map(({ inner }) => inner);
  const around = quoted(plain).replace(/《[^》]*》/gu, '');
  if (named.length > 0) {
    // 修改和废止 of several: which is which stands in the text alone.
    if (/修改/u.test(around) && /废止/u.test(around)) return [];
    const verb = TITLE_VERBS.find(([pattern]) => pattern.test(around))?.[1];
    return verb ? named.map((each) => suggestion(verb, each)) : [];
  }
  const implementing = IMPLEMENTING.exec(plain);
  return implementing ? [suggestion('implements', implementing[1] as string)] : [];
}

/** 关于修改〈X〉的决定 within no other marks is written with single ones here and there. */
const quoted = (title: string): string =>
  title.includes('《') ? title : title.replace(/[〈<]/gu, '《').replace(/[〉>]/gu, '》');

/** 根据《X》、《Y》……，制定本办法: the sentence in which a text names what it rests on. */
const BASIS = /(?:根据|依据|依照|按照|遵照|遵循)/u;
const MAKES =
  /制定(?:了)?(?:本|以下|下列)|作出(?:如下|以下)?(?:决定|规定|修改)|(?:决定|规定|通知|公告|通告)如下/u;
/** The basis stands at the beginning: in the first article, or before it. */
const BEGINNING = 1500;

function fromBasis(text: string): Suggestion[] {
  const sentences = text.slice(0, BEGINNING).split(/[。;；\n]/u);
  const sentence = sentences.find((each) => BASIS.test(each) && MAKES.test(each));
  if (!sentence) return [];
  const from = sentence.search(BASIS);
  const to = sentence.search(MAKES);
  const clause = from < to ? sentence.slice(from, to) : sentence.slice(from);
  return namedIn(clause).map((each) => ({ ...each, verb: 'based-on' as const }));
}

/** 《X》同时废止 and its like, in the last paragraphs, where a text ends what was before it. */
const ENDING = 1500;

function fromRepeals(text: string): Suggestion[] {
  const sentences = text.slice(-ENDING).split(/[。;；\n]/u);
  return sentences
    .filter((sentence) => /废止|停止执行/u.test(sentence) && !/不得废止|应当.*废止/u.test(sentence))
    .flatMap((sentence) => {
      const end = Math.max(sentence.lastIndexOf('废止'), sentence.lastIndexOf('停止执行'));
      const before = namedIn(sentence.slice(0, end));
      const named = before.length > 0 ? before : namedIn(sentence.slice(end));
      return named.map((each) => ({ ...each, verb: 'repeals' as const }));
    });
}

/** Titles between their marks, each with the number in brackets behind it. */
function namedIn(clause: string): Omit<Suggestion, 'verb'>[] {
  return titlesIn(clause).map(({ inner, end }) => {
    const behind = /^[（(]([^（()）]*(?:[（(][^（()）]*[)）])?[^（()）]*)[)）]/u.exec(
      clause.slice(end),
    );
    const number = behind ? numberKey(behind[1] as string) : undefined;
    return { title: inner, key: titleKey(inner), ...(number && { number }) };
  });
}

const suggestion = (verb: RelationVerb, title: string): Suggestion => ({
  verb,
  title,
  key: titleKey(title),
});
