import type { Payload } from 'payload';
import type { Demo } from '../content';
import { idOf, quiet, storedIds, type Id } from './seeding';

/** The column tree; a parent stands before its children in the file. */
export async function seedColumns(payload: Payload, demo: Demo): Promise<Map<string, Id>> {
  const ids = await storedIds(payload, 'columns');
  for (const { name, description, parent, ...plain } of demo.columns) {
    if (ids.has(plain.slug)) continue;
    const made = await payload.create({
      collection: 'columns',
      locale: 'zh-CN',
      depth: 0,
      context: quiet(),
      data: {
        ...plain,
        name: name.zh,
        description: description.zh,
        ...(parent && { parent: idOf(ids, parent) }),
      },
    });
    await payload.update({
      collection: 'columns',
      id: made.id,
      locale: 'en',
      depth: 0,
      context: quiet(),
      data: { name: name.en, description: description.en },
    });
    ids.set(plain.slug, made.id);
  }
  return ids;
}
