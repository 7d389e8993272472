import type { PlaceMark } from '@/components/OfficialText/PlaceMarks';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { structureOf, type Structure } from '@/domain/documents/structure';
import { placeIn, type Place } from '@/domain/interpretations/places';
import type { Document, Interpretation } from '@/payload-types';
import { titleIn } from './document-items';

export type ExplainedProvision = {
  document: Pick<Document, 'title' | 'slug'>;
  provision: string;
  note?: string;
  /** Where it stands in the text now; absent after a change that took it out. */
  place?: Place;
};

/** The provisions that an interpretation explains, in documents that the public may read. */
export function explainedProvisions({ provisions }: Interpretation): ExplainedProvision[] {
  const structures = new Map<Document['id'], Structure>();
  return (provisions ?? []).flatMap(({ document, provision, note }) => {
    if (typeof document !== 'object' || document === null) return [];
    const structure = structures.get(document.id) ?? structureOf(blocksFromLexical(document.body));
    structures.set(document.id, structure);
    return [{ document, provision, note: note ?? undefined, place: placeIn(structure, provision) }];
  });
}

/** For each place of a document's text, the interpretations that explain it: the reverse side of the same record. */
export function explainedPlaces(
  document: Document['id'],
  structure: Structure,
  interpretations: readonly Interpretation[],
  locale: string,
): Map<string, PlaceMark[]> {
  const places = new Map<string, PlaceMark[]>();
  for (const interpretation of interpretations) {
    for (const { document: of, provision } of interpretation.provisions ?? []) {
      const id = typeof of === 'object' ? of?.id : of;
      const place = id === document ? placeIn(structure, provision) : undefined;
      if (!place) continue;
      const { title, lang } = titleIn(locale, interpretation);
      const mark = { href: `/interpretations/${interpretation.slug}#provisions`, title, lang };
      places.set(place.id, [...(places.get(place.id) ?? []), mark]);
    }
  }
  return places;
}
