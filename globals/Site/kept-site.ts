import { onTold, tellOthers } from '@/processes/tell.mjs';

/** A command that changes it tells nobody: the portal reads it after so long. */
const FRESH_MS = 5_000;

type Kept = Map<string, { facts: unknown; until: number }>;

/** Every page names the site in its frame, and it changes once in years: read once for many pages. */
const kept = (): Kept => {
  // The built portal holds this module twice, for pages and for routes: a change forgets for both.
  const holder = globalThis as { gongkaiSite?: Kept };
  return (holder.gongkaiSite ??= new Map());
};

/** What was kept for a language within the last seconds. */
export function keptSite<Facts>(locale: string): Facts | null {
  const last = kept().get(locale);
  return last && last.until > Date.now() ? (last.facts as Facts) : null;
}

export function keepSite<Facts>(locale: string, facts: Facts): Facts {
  kept().set(locale, { facts, until: Date.now() + FRESH_MS });
  return facts;
}

/** The site was changed: the next page reads it anew. */
export function forgetSite(): void {
  kept().clear();
  tellOthers('site');
}

onTold('site', () => kept().clear());
// Told once the change is stored; what was read between the two is forgotten with the pages made of it.
onTold('pages', () => kept().clear());
