import { onTold, tellOthers } from '@/processes/tell.mjs';

/** A command that changes them tells nobody: the portal reads them after so long. */
const FRESH_MS = 5_000;

type Kept = { rules: Promise<unknown>; until: number };

// The built portal holds this module twice, for pages and for routes: a change forgets for both.
const holder = globalThis as { gongkaiSearchRules?: Kept };

/** What an office has laid down for its search, read once for all the questions of some seconds. */
export function keptRules<Rules>(read: () => Promise<Rules>): Promise<Rules> {
  const last = holder.gongkaiSearchRules;
  if (last && last.until > Date.now()) return last.rules as Promise<Rules>;
  const rules = read();
  holder.gongkaiSearchRules = { rules, until: Date.now() + FRESH_MS };
  // One failed reading is not kept for those who ask next.
  rules.catch(forget);
  return rules;
}

/** A rule was changed: the next question reads them anew. */
export function forgetRules(): void {
  forget();
  tellOthers('search-rules');
}

const forget = (): void => {
  holder.gongkaiSearchRules = undefined;
};

onTold('search-rules', forget);
