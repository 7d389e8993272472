/**
 * The same content always gives the same string, whatever the order of keys, empty fields or
 * row ids: what was reviewed can be told from what is about to be published. The caller hashes it.
 */
export function canonicalContent(
  record: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): string {
  const content: Record<string, unknown> = {};
  for (const field of fields) content[field] = record[field];
  return JSON.stringify(canonical(content)) ?? '{}';
}

function canonical(value: unknown): unknown {
  if (value === null || value === undefined || value === '' || value === false) return undefined;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    const items = value.map(canonical).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value !== 'object') return value;
  const entries = Object.entries(withPlainReference(value))
    // Row ids are made by the database on each save; they are no content.
    .filter(([key]) => key !== 'id')
    .map(([key, inner]) => [key, canonical(inner)] as const)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length > 0) return Object.fromEntries(entries);
  // A populated relation that holds nothing but its id.
  return 'id' in value ? value.id : undefined;
}

/**
 * A link or a picture in a rich text names its record by an id, alone or with anything beside it:
 * the id says which record it is, and must count.
 */
function withPlainReference(node: object): object {
  if (!('relationTo' in node) || !('value' in node)) return node;
  return { ...node, value: referenceOf(node.value) };
}

const referenceOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? referenceOf(value.id) : value;
