/** Which document a text means, before anyone has looked whether it is held. */
export type Named =
  /** The citing text itself: 本法, or its own title. */
  | { by: 'self' }
  /** Keys of titles, the likeliest first: 国务院《关于…》 is 国务院关于…, or else 关于…. */
  | { by: 'title'; keys: string[] }
  /** Keys of numbers, the longest first, for nothing parts a number from the words before it. */
  | { by: 'number'; keys: string[] };

/** Words of a text that name a document or an article of one. Offsets count in the block's plain text. */
export type Mention = {
  block: number;
  start: number;
  end: number;
  /** The words themselves, exactly `text.slice(start, end)`. */
  quote: string;
  kind: 'title' | 'name' | 'number' | 'article';
  named: Named;
  /** The place in the document as anchors, the exact one first: 第三条第二款 is also in article 3. */
  places?: string[];
  /** Whether the words name the document too (刑法第三条), so that they may lead to it alone. */
  isWhole?: boolean;
  /**
   * `own`: a text that is repealed along with this one's issue, so no later edition is meant.
   * `past`: 修订前的刑法, an edition before the one then in force; which, the words don't say.
   */
  edition?: 'own' | 'past';
};

/** A mention that leads somewhere. `target` is null for a place in the citing text itself. */
export type Citation<Id> = Pick<Mention, 'block' | 'start' | 'end' | 'quote' | 'kind'> & {
  target: Id | null;
  anchor?: string;
  /** The edition held is later than the citing text, so its articles may be counted otherwise. */
  isLater?: boolean;
};
