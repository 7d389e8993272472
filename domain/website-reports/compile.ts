import { AGENCY_KINDS, type AgencyKind, type Form, type Kind } from '../catalogue/codes';
import type { Answers } from './answers';

/** What the platform knows of a year. Counts are of what is public now and was published in the year. */
export type WebsiteFacts = {
  agencyKind: AgencyKind;
  site: {
    name: string | null;
    organiser: string | null;
    address: string;
    code: string | null;
    icp: string | null;
    police: string | null;
  };
  documents: Readonly<Partial<Record<Kind, number>>>;
  /** Pages about the place and its government, and those of the guide and the rules. */
  aboutPages: number;
  disclosurePages: number;
  interpretations: Readonly<Partial<Record<Form, number>>>;
  topics: { kept: number; opened: number };
};

/**
 * Which documents are news; every other kind belongs to the disclosure catalogue. 国办发〔2017〕47号 names 政务要闻、
 * 通知公告、工作动态 as 政务动态.
 */
const NEWS: readonly Kind[] = ['notice', 'other'];

/** 图表、图解、音频、视频 are products; what is read is material. */
const PRODUCTS: readonly Form[] = ['illustrated', 'video'];

/**
 * The fields that the platform can fill in by itself. What it does not hold (visits, services, messages,
 * interviews, security, comments in the media and so the sum of interpretations) stays away: no figure is made up.
 */
export function compileAnswers(facts: WebsiteFacts): Partial<Answers> {
  const { site, documents, interpretations, topics } = facts;
  const news = sumOver(documents, (kind) => NEWS.includes(kind));
  const catalogue = sumOver(documents, (kind) => !NEWS.includes(kind)) + facts.disclosurePages;
  const products = sumOver(interpretations, (form) => PRODUCTS.includes(form));
  const materials = sumOver(interpretations, (form) => !PRODUCTS.includes(form));
  const known: Partial<Answers> = {
    'site-name': site.name,
    'home-page': site.address,
    organiser: site.organiser,
    'site-type': isWholePortal(facts.agencyKind) ? 'portal' : 'department',
    'site-code': site.code,
    icp: site.icp,
    police: site.police,
    'published-total': facts.aboutPages + news + catalogue,
    'published-overview': facts.aboutPages,
    'published-news': news,
    'published-catalogue': catalogue,
    'topics-kept': topics.kept,
    'topics-opened': topics.opened,
    'interpretation-materials': materials,
    'interpretation-products': products,
    // What this platform offers every reader: English beside Chinese, and pages that need no mouse and no sight.
    innovations: ['languages', 'accessible'],
  };
  return Object.fromEntries(Object.entries(known).filter(([, answer]) => answer !== null));
}

/** The county and its office answer for the whole portal, a department for what is its own. */
export const isWholePortal = (kind: AgencyKind): boolean =>
  kind === AGENCY_KINDS[0].code || kind === AGENCY_KINDS[1].code;

const sumOver = <Code extends string>(
  counts: Readonly<Partial<Record<Code, number>>>,
  isMeant: (code: Code) => boolean,
): number =>
  (Object.entries(counts) as [Code, number][]).reduce(
    (sum, [code, count]) => sum + (isMeant(code) ? count : 0),
    0,
  );
