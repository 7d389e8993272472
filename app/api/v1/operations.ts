import { getDocument, listDocuments } from './documents';
import type { Operation } from './operation';
import { OTHERS } from './others';
import { search } from './search';
import { suggest } from './suggest';

/** All that the interface answers, in the order of its description. */
export const OPERATIONS: readonly Operation[] = [
  listDocuments,
  getDocument,
  ...OTHERS,
  search,
  suggest,
];

export const BASE = '/api/v1';

/** The operation of a path and the parameters in it. @param parts of the path after the base, decoded */
export function operationAt(
  parts: readonly string[],
): { operation: Operation; inPath: Record<string, string> } | null {
  for (const operation of OPERATIONS) {
    const inPath = match(operation.path.split('/').slice(1), parts);
    if (inPath) return { operation, inPath };
  }
  return null;
}

function match(template: string[], parts: readonly string[]): Record<string, string> | null {
  if (template.length !== parts.length) return null;
  const found: Record<string, string> = {};
  for (const [i, wanted] of template.entries()) {
    const part = parts[i] ?? '';
    if (wanted.startsWith('{')) found[wanted.slice(1, -1)] = part;
    else if (wanted !== part) return null;
  }
  return found;
}
