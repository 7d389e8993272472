import type { Entry } from '../catalogue/codes';
import type { Day } from '../workdays/days';

/**
 * What one document does to another, said once, on the document that acts; the other side reads
 * the reverse. Three of them decide whether the other text may be relied on (see validity.ts):
 * `amends` leaves it in force as changed, `repeals` and `replaces` end it.
 */
export const RELATIONS = [
  {
    code: 'amends',
    zh: '修改',
    en: 'amends',
    reverse: { zh: '被修改', en: 'amended by' },
    effect: 'amended',
  },
  {
    code: 'repeals',
    zh: '废止',
    en: 'repeals',
    reverse: { zh: '被废止', en: 'repealed by' },
    effect: 'repealed',
  },
  {
    code: 'replaces',
    zh: '代替',
    en: 'replaces',
    reverse: { zh: '被代替', en: 'replaced by' },
    effect: 'repealed',
  },
  {
    code: 'implements',
    zh: '实施',
    en: 'implements',
    reverse: { zh: '由其实施', en: 'implemented by' },
    effect: null,
  },
  {
    code: 'based-on',
    zh: '依据',
    en: 'is based on',
    reverse: { zh: '是其依据', en: 'is the basis of' },
    effect: null,
  },
  {
    code: 'forwards',
    zh: '转发',
    en: 'forwards',
    reverse: { zh: '被转发', en: 'forwarded by' },
    effect: null,
  },
  {
    code: 'interprets',
    zh: '解释',
    en: 'interprets',
    reverse: { zh: '被解释', en: 'interpreted by' },
    effect: null,
  },
  {
    code: 'corrects',
    zh: '更正',
    en: 'corrects',
    reverse: { zh: '被更正', en: 'corrected by' },
    effect: null,
  },
] as const satisfies readonly (Entry & {
  reverse: { zh: string; en: string };
  effect: 'amended' | 'repealed' | null;
})[];

export type RelationVerb = (typeof RELATIONS)[number]['code'];

export type RelationEffect = 'amended' | 'repealed';

/** One thing that a document says it does to another; `on` is the first day of it. */
export type Relation = {
  verb: RelationVerb;
  on?: Day | null;
  provisions?: string | null;
  reason?: string | null;
};

/** The days of a document that say from when it acts, where a relation doesn't say so itself. */
export type ActingDays = {
  effectiveOn?: Day | null;
  madeOn?: Day | null;
  publishedOn?: Day | null;
};

/**
 * From which day a document acts on another: the day that the relation names, else the day on which
 * the acting document takes effect, else that on which it was made, else published.
 */
export const dayOfEffect = (relation: Pick<Relation, 'on'>, acting: ActingDays): Day | null =>
  relation.on || acting.effectiveOn || acting.madeOn || acting.publishedOn || null;

/**
 * What a relation does to the validity of the other document. 《规章制定程序条例》 and the notices on
 * clearing documents part 废止 from 部分废止: where only some provisions are repealed the rest holds,
 * so the document counts as amended.
 */
export function effectOf({ verb, provisions }: Relation): RelationEffect | null {
  const { effect } = relationOf(verb);
  return effect === 'repealed' && provisions?.trim() ? 'amended' : effect;
}

/** The entry of a verb, with its words. */
export const relationOf = (verb: RelationVerb): (typeof RELATIONS)[number] =>
  RELATIONS.find(({ code }) => code === verb) as (typeof RELATIONS)[number];

/** The words for a relation as the acting document says it, or as the other side reads it. */
export function verbWords(verb: RelationVerb, side: 'acting' | 'other', locale: string): string {
  const relation = relationOf(verb);
  const words = side === 'acting' ? relation : relation.reverse;
  return locale === 'en' ? words.en : words.zh;
}
