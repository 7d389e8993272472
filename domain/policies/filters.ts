import type { Fits } from './fit';
import type { StandingState } from './standing';

/** What a list of policies can be narrowed by: one value each. */
export const POLICY_FILTERS = ['trade', 'size', 'need', 'agency', 'standing'] as const;
export type PolicyFilter = (typeof POLICY_FILTERS)[number];
export type PolicyFilters = Partial<Record<PolicyFilter, string>>;

/** What the filters look at. */
export type Filtered = { fits: Fits; agency: string; standing: StandingState };

/** A policy that takes anybody stands under every trade, size and need: it is for those, too. */
export const passes = (policy: Filtered, filters: PolicyFilters): boolean =>
  POLICY_FILTERS.every((name) => {
    const chosen = filters[name];
    return chosen === undefined || holds(policy, name, chosen);
  });

/** How many there would be under each value, were it chosen beside the other filters. */
export function countsUnder(
  policies: readonly Filtered[],
  filters: PolicyFilters,
  name: PolicyFilter,
  values: readonly string[],
): Map<string, number> {
  const { [name]: _, ...others } = filters;
  const rest = policies.filter((policy) => passes(policy, others));
  return new Map(
    values.map((value) => [value, rest.filter((policy) => holds(policy, name, value)).length]),
  );
}

function holds({ fits, agency, standing }: Filtered, name: PolicyFilter, value: string): boolean {
  if (name === 'agency') return agency === value;
  if (name === 'standing') return standing === value;
  const allowed = { trade: fits.trades, size: fits.sizes, need: fits.needs }[name] ?? [];
  return allowed.length === 0 || allowed.includes(value);
}
