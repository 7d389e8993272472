import type { DeskFilter } from '@/collections/Applications/desk-rows';

export const DESK_PATH = '/admin/applications-desk';

/** The address of the desk under a filter. */
export function deskAddress({ isProvisional, ...filter }: DeskFilter): string {
  const query = new URLSearchParams(
    Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  if (isProvisional) query.set('provisional', '1');
  const text = query.toString();
  return text ? `${DESK_PATH}?${text}` : DESK_PATH;
}
