import type { Entry } from '../catalogue/codes';

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
