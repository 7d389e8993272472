import type { FieldAccess, GroupField } from 'payload';
import { noField } from '@/access/roles';

/**
 * 署名: who prepared, examined and approved the text that is public, as its page says it. Written by
 * the review hook at publication; the review record itself, with its opinions, stays inside.
 */
export const signedByField: GroupField = {
  name: 'signedBy',
  type: 'group',
  label: { zh: '署名', en: 'Signed by' },
  access: { read: isShown, create: noField, update: noField },
  admin: { hidden: true },
  fields: [
    { name: 'editor', type: 'text', label: { zh: '编辑', en: 'Prepared by' } },
    { name: 'clerk', type: 'text', label: { zh: '保密审查', en: 'Examined by' } },
    { name: 'leader', type: 'text', label: { zh: '签发', en: 'Approved by' } },
    { name: 'on', type: 'date', label: { zh: '日期', en: 'On' } },
  ],
};

/** Where the office does not name its people on the pages, the interfaces don't either. */
async function isShown({ req }: Parameters<FieldAccess>[0]): Promise<boolean> {
  if (req.user) return true;
  // One look a request: a list asks this of each of its rows.
  const asked = (req.context.showsSignatures ??= req.payload
    .findGlobal({ slug: 'site', depth: 0, select: { showsSignatures: true }, req })
    .then(({ showsSignatures }) => showsSignatures !== false)) as Promise<boolean>;
  return asked;
}
