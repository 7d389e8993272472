import { ValidationError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { messages } from '@/messages';
import type { Column } from '@/payload-types';

type Id = Column['id'];

/**
 * A column stands neither below itself, from where nobody would find either, nor newly below one that is
 * retired. One whose parent is retired later stays as it is: its address still answers.
 */
export const checkParent: CollectionBeforeChangeHook<Column> = async ({
  data,
  originalDoc,
  req,
}) => {
  const parent = idOf(data.parent);
  if (parent === undefined || String(parent) === String(idOf(originalDoc?.parent))) return data;
  const own = originalDoc?.id;
  let at: Id | undefined = parent;
  for (const seen = new Set<string>(); at !== undefined && !seen.has(String(at));) {
    if (own !== undefined && String(at) === String(own)) refuse('ownParent', req);
    seen.add(String(at));
    const above: Column | null = await columnOf(at, req);
    if (seen.size === 1 && above?.retired) refuse('retiredParent', req);
    at = idOf(above?.parent);
  }
  return data;
};

async function columnOf(id: Id, req: PayloadRequest): Promise<Column | null> {
  return req.payload.db.findOne<Column>({
    collection: 'columns',
    where: { id: { equals: id } },
    req,
  });
}

const idOf = (ref: Column['parent'] | undefined): Id | undefined =>
  (typeof ref === 'object' ? ref?.id : ref) ?? undefined;

function refuse(key: 'ownParent' | 'retiredParent', req: PayloadRequest): never {
  const message = messages[localeOf(req)].frame.columnRefusals[key];
  throw new ValidationError(
    { collection: 'columns', errors: [{ path: 'parent', message }], req },
    req.t,
  );
}
