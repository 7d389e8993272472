import type { CitingText, Known } from './find';
import type { Citation, Mention } from './mention';
import { codeOf, issuedIn, numberKey, titleKey } from './names';

/** A document that the platform holds and the public may read. Days are YYYY-MM-DD. */
export type HeldDocument<Id> = {
  id: Id;
  title: string;
  number?: string | null;
  agency?: string | null;
  madeOn?: string | null;
  publishedOn?: string | null;
  effectiveOn?: string | null;
  /** Not in force today: lapsed, repealed, or still to begin. Another edition is the current one. */
  isSpent?: boolean;
};

export type Citing<Id> = CitingText & Omit<HeldDocument<Id>, 'isSpent'>;

/**
 * What is held, by title and by number. Several documents of one title are the editions of one text
 * when one authority made them; the one in force when the citing text was made is meant, or, where
 * that is not held, the current one. Of different authorities, the citing one's own is meant; else
 * nothing is, for a wrong link is worse than none.
 */
export class Register<Id> implements Known {
  private readonly titles = new Map<string, HeldDocument<Id>[]>();
  private readonly numbers = new Map<string, HeldDocument<Id>[]>();
  /** Notices by the title of the text that they issue. */
  private readonly issued = new Map<string, HeldDocument<Id>[]>();
  /** Parts of a code that is held part by part: 民法典. */
  private readonly parts = new Map<string, HeldDocument<Id>[]>();

  constructor(documents: Iterable<HeldDocument<Id>>) {
    for (const document of documents) {
      put(this.titles, titleKey(document.title), document);
      const number = document.number ? numberKey(document.number) : undefined;
      if (number) put(this.numbers, number, document);
      const issued = issuedIn(document.title);
      if (issued) put(this.issued, issued, document);
      const code = codeOf(document.title);
      if (code) put(this.parts, code, document);
    }
  }

  hasTitle = (key: string): boolean =>
    this.titles.has(key) || this.issued.has(key) || this.parts.has(key);

  hasNumber = (key: string): boolean => this.numbers.has(key);

  /**
   * The documents that a mention may mean, mostly one or none; more only for an article of a code
   * that is held in parts, of which one has it.
   */
  candidates(mention: Mention, citing: Citing<Id>): HeldDocument<Id>[] {
    const { named, edition } = mention;
    if (named.by === 'self' || edition === 'past') return [];
    const held = named.keys.map((key) => this.held(named.by, key)).find((list) => list.length > 0);
    if (!held) {
      const code = named.by === 'title' && mention.places ? named.keys : [];
      return code.flatMap((key) => this.parts.get(key) ?? []);
    }
    const one = meant(held, citing, edition === 'own');
    if (!one || one.id === citing.id) return [];
    // The order that first promulgated a text is told above every later edition of it.
    const isOwnHistory = named.by === 'number' && titleKey(one.title) === titleKey(citing.title);
    return isOwnHistory ? [] : [one];
  }

  private held(by: 'title' | 'number', key: string): HeldDocument<Id>[] {
    if (by === 'number') return this.numbers.get(key) ?? [];
    return this.titles.get(key) ?? this.issued.get(key) ?? [];
  }
}

/**
 * Makes a citation of a mention, once it is known which anchors its candidates have.
 *
 * @param anchorsOf the anchors of a held document, or of the citing text for null
 * @returns undefined when the mention leads nowhere
 */
export function resolveMention<Id>(
  mention: Mention,
  candidates: readonly HeldDocument<Id>[],
  citing: Citing<Id>,
  anchorsOf: (id: Id | null) => ReadonlySet<string>,
): Citation<Id> | undefined {
  const { block, start, end, quote, kind, places, named, isWhole } = mention;
  const words = { block, start, end, quote, kind };
  const placeIn = (id: Id | null): string | undefined =>
    places?.find((place) => anchorsOf(id).has(place));
  if (named.by === 'self') {
    const anchor = mention.edition ? undefined : placeIn(null);
    return anchor ? { ...words, target: null, anchor } : undefined;
  }
  const [only, ...others] = candidates;
  const target = others.length > 0 ? candidates.find(({ id }) => placeIn(id)) : only;
  if (!target) return undefined;
  const anchor = placeIn(target.id);
  // The title before 第九百条 is a link already; an article that isn't there adds nothing.
  if (places && !anchor && !isWhole) return undefined;
  const isLater = Boolean(dayOf(citing)) && editionFrom(target) > dayOf(citing);
  return { ...words, target: target.id, ...(anchor && { anchor }), ...(isLater && { isLater }) };
}

function put<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function meant<Id>(
  held: readonly HeldDocument<Id>[],
  citing: Citing<Id>,
  isOwnTime: boolean,
): HeldDocument<Id> | undefined {
  const editions = ofOneAuthority(held, citing);
  const day = dayOf(citing);
  const newestFirst = [...editions].sort((a, b) => (editionFrom(a) < editionFrom(b) ? 1 : -1));
  const then = day ? newestFirst.find((one) => editionFrom(one) <= day) : undefined;
  if (then || isOwnTime) return then;
  return newestFirst.find((one) => !one.isSpent) ?? newestFirst[0];
}

function ofOneAuthority<Id>(
  held: readonly HeldDocument<Id>[],
  citing: Citing<Id>,
): readonly HeldDocument<Id>[] {
  const place = (one: { agency?: string | null }): string => (one.agency ?? '').slice(0, 2);
  if (new Set(held.map(place)).size <= 1) return held;
  const own = held.filter((one) => place(one) === place(citing));
  return own;
}

const dayOf = (one: { madeOn?: string | null; publishedOn?: string | null }): string =>
  one.madeOn ?? one.publishedOn ?? '';

/** The day from which an edition holds. A day of effect before its own is that of the first edition. */
const editionFrom = <Id>(one: HeldDocument<Id>): string => {
  const made = dayOf(one);
  return one.effectiveOn && one.effectiveOn > made ? one.effectiveOn : made;
};
