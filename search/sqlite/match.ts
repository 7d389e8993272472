import type Database from 'libsql';
import { at, type Columns } from './columns';
import type { Lists } from './lists';
import type { MatchPlan, Unit } from './plan';
import { alsoFound, UnitReader, type Found } from './unit-reader';

const WEAK = 0.3;
// A word that is found in fewer rows than this says little more than one in so many: mostly it is out of the way.
const RARE = 5;
// What no title speaks of says less of what a text is about.
const NO_TOPIC = 0.6;
// When not every unit has to be found: the share of what the best passage holds that the others must hold too.
const PARTIAL_SHARE = 0.7;
// A stretch that stands in a text just as it was typed, beside what its words are worth.
const AS_TYPED = 0.5;
const MAX_AS_TYPED = 8;

/** What a question finds, before filters. */
export type Matched = {
  /** Slots of the documents. */
  slots: Int32Array;
  isRelaxed: boolean;
  /** The question stands somewhere just as it was typed, or is one word that is found. */
  isAsTyped: boolean;
  /** Slots of the documents that bear a number typed. */
  named: ReadonlySet<number>;
  /** Texts of the forms, other than those typed, that found something. */
  also: string[];
  /** The weight of all units together; 0 when everything is listed. */
  weight: number;
  plan: MatchPlan;
};

/** The unit without what finds its characters alone. */
const whole = (unit: Unit): Unit => (unit.isScattered ? { ...unit, loose: null } : unit);

/**
 * Finds the documents that hold the units of a question anywhere in them. Each unit has a bit: `rowMask` says
 * which of them a row holds, `docMask` which of them a document does, `titleMask` its title. Their weights are
 * summed up in `rowScore` and `titleScore`. These hold until the next match.
 */
export class Matcher {
  rowMask = new Int32Array(0);
  rowScore = new Float32Array(0);
  docMask = new Int32Array(0);
  titleMask = new Int32Array(0);
  titleScore = new Float32Array(0);
  typedScore = new Float32Array(0);
  readonly #reader: UnitReader;
  readonly #columns: Columns;
  readonly #lists: Lists;
  #weights = new Float64Array(0);
  #sums: Float64Array[] = [];

  constructor(db: Database.Database, columns: Columns, lists: Lists, mostRead?: number) {
    this.#reader = new UnitReader(db, lists, mostRead);
    this.#columns = columns;
    this.#lists = lists;
  }

  /** The weight of the units of a mask. */
  weightOf(mask: number): number {
    let sum = 0;
    for (let byte = 0; byte < this.#sums.length; byte += 1) {
      sum += (this.#sums[byte] as Float64Array)[(mask >>> (8 * byte)) & 255] as number;
    }
    return sum;
  }

  /**
   * All units; else all units or their parts; else each stretch just as its characters stand, be it across words; else
   * the most of them that any text holds. A question typed without blanks that stands nowhere as it is typed also finds
   * what has most of it in one passage: 公司泄露个人信息 the law on personal information, which doesn't speak of companies.
   */
  match(plan: MatchPlan, isAsked: boolean): Matched {
    const named = new Set(this.#named(plan.numberWords));
    const excluded = this.#excluded(plan.excluded);
    const base = { named, also: [], isRelaxed: false, isAsTyped: true, plan };
    if (!plan.units.length && !plan.numberWords.length) {
      this.#reset();
      this.#weigh([]);
      // Signs alone (“？”) are a question that nothing answers, not a wish to see everything.
      const isEverything = !isAsked || plan.excluded !== null;
      const slots = isEverything ? this.#pick(excluded, () => true) : new Int32Array(0);
      return { ...base, slots, weight: 0 };
    }
    const read = this.#reader.exact(plan.units);
    const exact = read.map((found) => found ?? []);
    const required = plan.units.reduce(
      (mask, { isWeak }, n) => (isWeak || !read[n] ? mask : mask | (1 << n)),
      0,
    );
    const isFull = (slot: number): boolean =>
      (required !== 0 && (at(this.docMask, slot) & required) === required) || named.has(slot);
    this.#apply(plan.units, exact);
    let slots = this.#pick(excluded, isFull);
    const isExact = slots.length > 0;
    if (!isExact) {
      this.#apply(plan.units, this.#reader.loose(plan.units, read));
      slots = this.#pick(excluded, isFull);
    }
    const isAsTyped = isExact && this.#favour(plan.asTyped);
    const asPhrases = slots.length ? null : this.#asPhrases(plan, excluded);
    if (asPhrases) return { ...base, ...asPhrases };
    const isRelaxed = !slots.length;
    // 传 and 态 in 宣传 and 生态 are no part of 隐形传态.
    if (isRelaxed) this.#apply(plan.units, this.#reader.loose(plan.units.map(whole), read));
    if (isRelaxed || (plan.isOneStretch && !isAsTyped && !named.size)) {
      const isPartial = this.#partial(required, excluded);
      slots = this.#pick(excluded, (slot) => isFull(slot) || isPartial(slot));
    }
    return {
      ...base,
      slots,
      isRelaxed: isRelaxed && slots.length > 0,
      isAsTyped,
      also: alsoFound(plan.units, exact),
      weight: this.weightOf(-1),
    };
  }

  /** What holds every stretch as a phrase, for a question whose words are cut otherwise in the texts; null for none. */
  #asPhrases(
    plan: MatchPlan,
    excluded: Uint8Array | null,
  ): Pick<Matched, 'slots' | 'weight' | 'plan'> | null {
    const units = plan.asPhrases;
    if (!units.length) return null;
    const exact = this.#reader.exact(units);
    // Too long to be read whole: then no document is known to hold all of it.
    if (exact.includes(null)) return null;
    this.#apply(units, this.#reader.loose(units, exact));
    const all = 2 ** units.length - 1;
    const slots = this.#pick(excluded, (slot) => at(this.docMask, slot) === all);
    return slots.length ? { slots, weight: this.weightOf(-1), plan: { ...plan, units } } : null;
  }

  /**
   * Speaks for the rows and documents that hold a stretch as it was typed.
   * @returns whether each stretch stands somewhere
   */
  #favour(stretches: readonly string[]): boolean {
    const share = (this.weightOf(-1) / stretches.length) * AS_TYPED;
    const { slotOf } = this.#columns;
    let isEach = true;
    for (const stretch of stretches.slice(0, MAX_AS_TYPED)) {
      const rows = this.#lists.get('words', stretch);
      if (!rows.length) isEach = false;
      let last = -1;
      for (const row of rows) {
        const slot = at(slotOf, row);
        if (slot < 0) continue;
        this.rowScore[row] = at(this.rowScore, row) + share;
        if (slot !== last) this.typedScore[slot] = at(this.typedScore, slot) + share;
        last = slot;
      }
    }
    return isEach;
  }

  #named(numberWords: readonly string[]): number[] {
    if (!numberWords.length) return [];
    const expression = `{number} : (${numberWords.map((word) => `"${word}"`).join(' OR ')})`;
    return [...this.#lists.get('heads', expression)].map((row) => at(this.#columns.slotOf, row));
  }

  #excluded(expression: string | null): Uint8Array | null {
    if (expression === null) return null;
    const excluded = new Uint8Array(this.#columns.slots);
    for (const row of this.#lists.get('words', expression)) {
      excluded[at(this.#columns.slotOf, row)] = 1;
    }
    return excluded;
  }

  /** Sets the bits and sums of all units. */
  #apply(units: readonly Unit[], found: readonly Found[][]): void {
    this.#reset();
    this.#weigh(units.map(({ isWeak }, n) => this.#idf(found[n] ?? []) * (isWeak ? WEAK : 1)));
    const { rowMask, rowScore, docMask, titleMask, titleScore } = this;
    const { slotOf } = this.#columns;
    found.forEach((forms, n) => {
      const bit = 1 << n;
      const unitWeight = this.#weights[n] as number;
      for (const { rows, heads, weight } of forms) {
        const share = unitWeight * weight;
        for (let i = 0; i < rows.length; i += 1) {
          const row = rows[i] as number;
          const mask = rowMask[row] as number;
          if (mask & bit) continue;
          const slot = slotOf[row] as number;
          if (slot < 0) continue;
          rowMask[row] = mask | bit;
          rowScore[row] = (rowScore[row] as number) + share;
          docMask[slot] = (docMask[slot] as number) | bit;
        }
        for (let i = 0; i < heads.length; i += 1) {
          const slot = slotOf[heads[i] as number] as number;
          if (slot < 0 || (titleMask[slot] as number) & bit) continue;
          titleMask[slot] = (titleMask[slot] as number) | bit;
          titleScore[slot] = (titleScore[slot] as number) + share;
          docMask[slot] = (docMask[slot] as number) | bit;
        }
      }
    });
  }

  /** How telling a unit is: much for a rare one, little for one that stands in every other row. */
  #idf(forms: readonly Found[]): number {
    const all = this.#columns.rows;
    const found = Math.min(
      all,
      forms.reduce((sum, { rows }) => sum + rows.length, 0),
    );
    const isTopic = forms.some(({ heads }) => heads.length > 0);
    return Math.max(0.1, Math.log(1 + (all - found) / (found + RARE))) * (isTopic ? 1 : NO_TOPIC);
  }

  /** The documents of which a passage, with the title, holds nearly as much of the question as the best one does. */
  #partial(required: number, excluded: Uint8Array | null): (slot: number) => boolean {
    const { slotOf, slots, rowEnd } = this.#columns;
    const held = new Float32Array(slots);
    let most = 0;
    for (let row = 0; row < rowEnd; row += 1) {
      const mask = at(this.rowMask, row);
      const slot = mask ? at(slotOf, row) : -1;
      if (slot < 0 || excluded?.[slot]) continue;
      const weight = this.weightOf((mask | at(this.titleMask, slot)) & required);
      if (weight > at(held, slot)) held[slot] = weight;
      if (weight > most) most = weight;
    }
    const least = most * PARTIAL_SHARE;
    return (slot) => most > 0 && at(held, slot) >= least;
  }

  #pick(excluded: Uint8Array | null, isWanted: (slot: number) => boolean): Int32Array {
    const { slots, ids } = this.#columns;
    const picked = new Int32Array(slots);
    let count = 0;
    for (let slot = 0; slot < slots; slot += 1) {
      if (ids[slot] === 0 || excluded?.[slot] || !isWanted(slot)) continue;
      picked[count] = slot;
      count += 1;
    }
    return picked.subarray(0, count);
  }

  #reset(): void {
    const { slots, rowEnd } = this.#columns;
    if (this.rowMask.length < rowEnd) {
      const room = Math.ceil(rowEnd * 1.1);
      this.rowMask = new Int32Array(room);
      this.rowScore = new Float32Array(room);
    } else {
      this.rowMask.fill(0);
      this.rowScore.fill(0);
    }
    if (this.docMask.length < slots) {
      const room = Math.ceil(slots * 1.1);
      this.docMask = new Int32Array(room);
      this.titleMask = new Int32Array(room);
      this.titleScore = new Float32Array(room);
      this.typedScore = new Float32Array(room);
    } else {
      this.docMask.fill(0);
      this.titleMask.fill(0);
      this.titleScore.fill(0);
      this.typedScore.fill(0);
    }
  }

  /** Sums for every byte of a mask, so that a mask is weighed by four look-ups. */
  #weigh(weights: readonly number[]): void {
    this.#weights = Float64Array.from(weights);
    this.#sums = [];
    for (let from = 0; from < weights.length; from += 8) {
      const sums = new Float64Array(256);
      for (let byte = 1; byte < 256; byte += 1) {
        const low = 31 - Math.clz32(byte & -byte);
        sums[byte] = (sums[byte & (byte - 1)] as number) + (weights[from + low] ?? 0);
      }
      this.#sums.push(sums);
    }
  }
}
