import type { RelationshipField } from 'payload';

/**
 * The agency that a text belongs to; at first the writer's own, since an editor may change only
 * the texts of their own agency.
 */
export const agency = (
  label: RelationshipField['label'],
  rest: Partial<RelationshipField> = {},
): RelationshipField =>
  ({
    name: 'agency',
    type: 'relationship',
    relationTo: 'agencies',
    index: true,
    label,
    defaultValue: ({ user }: { user?: { agency?: unknown } | null }) => {
      const own = user?.agency;
      return typeof own === 'object' && own !== null && 'id' in own ? own.id : own;
    },
    ...rest,
  }) as RelationshipField;
