import type * as z from 'zod';
import { blocksToText } from '@/domain/documents/blocks';
import { blocksFromLexical } from '@/domain/documents/lexical';
import type { agencyReference, attachment, reference } from '@/domain/open-data/fields';
import { dayOf } from '@/domain/workdays/days';
import type { File } from '@/payload-types';

/** The full address of a page or file of this portal. */
export const siteAddress = (path: string): string =>
  new URL(path, process.env.SITE_URL || 'http://localhost:3000').toString();

export const orNull = (value: string | null | undefined): string | null => value?.trim() || null;

export const dayOrNull = (value: string | null | undefined): string | null =>
  value ? dayOf(value) : null;

export const plainTextOf = (state: unknown): string => blocksToText(blocksFromLexical(state));

export const plainTextOrNull = (state: unknown): string | null => orNull(plainTextOf(state));

/** What a relation holds; null where the public may not read it, which leaves a bare id. */
export const readable = <Value extends object>(
  relation: Value | number | string | null | undefined,
): Value | null => (typeof relation === 'object' ? relation : null);

export const allReadable = <Value extends object>(
  relations: readonly (Value | number | string)[] | null | undefined,
): Value[] => (relations ?? []).flatMap((relation) => readable(relation) ?? []);

export function agencyOf(
  relation: { slug: string; name: string } | number | string | null | undefined,
): z.infer<typeof agencyReference> | null {
  const agency = readable(relation);
  return agency && { id: agency.slug, name: agency.name };
}

export const referenceOf = (record: {
  slug?: string | null;
  title: string;
}): z.infer<typeof reference> => ({ id: record.slug ?? '', title: record.title });

export const attachmentsOf = (
  files: readonly (File | number | string)[] | null | undefined,
): z.infer<typeof attachment>[] =>
  allReadable(files).map(({ title, url, mimeType, filesize }) => ({
    title,
    url: siteAddress(url ?? '/'),
    type: mimeType ?? null,
    bytes: filesize ?? null,
  }));
