import type { AgencyKind, Kind } from '../domain/catalogue/codes';
import type { RelationVerb } from '../domain/documents/relations';
import {
  PROCEEDING_KINDS,
  PROCEEDING_RESULTS,
  type ProceedingKind,
  type ProceedingResult,
} from '../domain/proceedings/proceedings';
import { addDays, daysBetween, type Day } from '../domain/workdays/days';
import { Dice } from './dice';
import { simulateCase, type SimulatedCase } from './simulated-case';

/** A year of a county as its annual reports count it. The same size gives the same county. */
export type County = {
  year: number;
  agencies: { name: string; kind: AgencyKind }[];
  documents: SimulatedDocument[];
  interpretations: { agency: number; publishedOn: Day }[];
  cases: SimulatedCase[];
  proceedings: SimulatedProceeding[];
};

export type SimulatedDocument = {
  agency: number | null;
  kind: Kind;
  isPublic: boolean;
  madeOn: Day;
  publishedOn: Day;
  effectiveOn: Day | null;
  lapsesOn: Day | null;
  change: { status: 'amended' | 'repealed'; on: Day } | null;
  /** What it does to documents before it in the list. */
  relations: { verb: RelationVerb; document: number; on: Day | null; provisions: string | null }[];
  /** As whoever invented it knows: the first day on which it no longer applies. */
  endsOn: Day | null;
};

export type SimulatedProceeding = {
  agency: number;
  kind: ProceedingKind;
  filedOn: Day;
  closedOn: Day | null;
  result: ProceedingResult | null;
};

export type CountySize = {
  year: number;
  /** Besides the government and its office. */
  departments: number;
  townships: number;
  /** Made for the year, drafts and those of higher authorities with them, and normative ones of former years. */
  documents: number;
  formerNormative: number;
  /** Filed in the year; some more before and after it. */
  applications: number;
};

/** 30 agencies and 16 townships, 16,000 documents published in the year and 3,000 applications. */
export const WHOLE_COUNTY: CountySize = {
  year: 2024,
  departments: 28,
  townships: 16,
  documents: 17_200,
  formerNormative: 3000,
  applications: 3050,
};

export function simulateCounty(size: CountySize): County {
  const dice = new Dice(size.year * 7 + size.documents);
  const { year } = size;
  const kinds: AgencyKind[] = [
    'government',
    'office',
    ...Array.from({ length: size.departments }, () => 'department' as const),
    ...Array.from({ length: size.townships }, () => 'township' as const),
  ];
  // The last one is a higher authority: its documents are held here and are nobody's here.
  const agencies = [...kinds, 'external' as const].map((kind, i) => ({
    name: `模拟县第${i + 1}机关`,
    kind,
  }));
  return {
    year,
    agencies,
    documents: documentsOf(dice, size, kinds.length),
    interpretations: Array.from({ length: Math.ceil(size.documents / 40) }, () => ({
      agency: dice.upTo(kinds.length - 1),
      publishedOn: addDays(`${year - 1}-12-01`, dice.upTo(420)),
    })),
    cases: casesOf(dice, size, kinds.length),
    proceedings: Array.from({ length: Math.ceil(size.applications / 40) }, () =>
      proceeding(dice, year, dice.upTo(kinds.length - 1)),
    ),
  };
}

const OTHER_KINDS: readonly Kind[] = ['notice', 'plan', 'budget', 'reply', 'guide', 'other'];

function documentsOf(dice: Dice, size: CountySize, agencies: number): SimulatedDocument[] {
  const { year } = size;
  const documents: SimulatedDocument[] = [];
  const count = size.formerNormative + size.documents + Math.ceil(size.documents / 50);
  for (let at = 0; at < count; at += 1) {
    const former = at < size.formerNormative;
    const later = at >= size.formerNormative + size.documents;
    const madeOn = former
      ? addDays(`${year - 8}-01-01`, dice.upTo(365 * 8))
      : later
        ? addDays(`${year + 1}-01-02`, dice.upTo(60))
        : addDays(`${year - 1}-12-27`, dice.upTo(369));
    const kind = former || dice.upTo(9) === 0 ? 'normative' : dice.of(OTHER_KINDS);
    const isCounted = kind === 'normative';
    const owner = dice.upTo(200);
    const effectiveOn = isCounted && dice.upTo(2) === 0 ? addDays(madeOn, dice.upTo(60)) : null;
    const document: SimulatedDocument = {
      // Texts of higher authorities, some of them with nothing but a signature.
      agency: owner === 0 ? null : owner < 8 ? agencies : dice.upTo(agencies - 1),
      kind: isCounted && dice.upTo(150) === 0 ? 'rule' : kind,
      isPublic: dice.upTo(80) > 0,
      madeOn,
      publishedOn: addDays(madeOn, dice.upTo(12)),
      effectiveOn,
      lapsesOn:
        isCounted && dice.upTo(4) === 0
          ? addDays(effectiveOn ?? madeOn, 200 + dice.upTo(2200))
          : null,
      change: null,
      relations: [],
      endsOn: null,
    };
    if (isCounted && dice.upTo(60) === 0) {
      const status = dice.upTo(1) === 0 ? 'repealed' : 'amended';
      document.change = { status, on: addDays(madeOn, 100 + dice.upTo(1500)) };
      if (status === 'repealed') end(document, document.change.on);
    }
    if (document.lapsesOn) end(document, document.lapsesOn);
    if (!former && isCounted) act(dice, document, documents, size.formerNormative);
    documents.push(document);
  }
  return documents;
}

/** A new normative document does something to old ones; only a public one decides anything. */
function act(
  dice: Dice,
  acting: SimulatedDocument,
  before: SimulatedDocument[],
  former: number,
): void {
  for (let times = dice.upTo(2); times > 0; times -= 1) {
    const target = dice.upTo(former - 1);
    if (acting.relations.some(({ document }) => document === target)) continue;
    const verb = dice.of(['amends', 'repeals', 'repeals', 'replaces', 'based-on'] as const);
    const provisions = verb === 'repeals' && dice.upTo(2) === 0 ? '第三条' : null;
    const on = dice.upTo(1) === 0 ? addDays(acting.madeOn, dice.upTo(40)) : null;
    acting.relations.push({ verb, document: target, on, provisions });
    const isEnd = (verb === 'repeals' || verb === 'replaces') && !provisions;
    if (isEnd && acting.isPublic) {
      end(before[target]!, on ?? acting.effectiveOn ?? acting.madeOn);
    }
  }
}

function end(document: SimulatedDocument, on: Day): void {
  if (document.endsOn === null || on < document.endsOn) document.endsOn = on;
}

function casesOf(dice: Dice, size: CountySize, agencies: number): SimulatedCase[] {
  const { year } = size;
  const [first, lastDay] = [`${year - 1}-06-01`, `${year + 1}-03-20`];
  const span = daysBetween(first, lastDay);
  const count = Math.round((size.applications * span) / 366);
  return Array.from({ length: count }, (_, i) =>
    simulateCase(dice, {
      agency: dice.upTo(agencies - 1),
      filedOn: addDays(first, Math.floor((i * span) / count)),
      lastDay,
    }),
  );
}

function proceeding(dice: Dice, year: number, agency: number): SimulatedProceeding {
  const filedOn = addDays(`${year - 2}-06-01`, dice.upTo(900));
  const isClosed = dice.upTo(4) > 0;
  return {
    agency,
    kind: dice.of(PROCEEDING_KINDS).code,
    filedOn,
    closedOn: isClosed ? addDays(filedOn, 20 + dice.upTo(400)) : null,
    result: isClosed ? dice.of(PROCEEDING_RESULTS).code : null,
  };
}
