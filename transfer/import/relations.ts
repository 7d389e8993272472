import { blocksToText } from '../../domain/documents/blocks';
import {
  isSafeToTake,
  suggestRelations,
  type Suggestion,
} from '../../domain/documents/suggest-relations';
import { relationOf } from '../../domain/documents/relations';
import { warning, type Warning } from './findings';
import type { ImportedDocument } from './imported-document';

/** What rests on what stands at the beginning of a text, what ends with it at the end. */
const BEGINNING = 12;
const ENDING = 6;

/** Asked for by several steps of an import, each of the same document. */
const known = new WeakMap<ImportedDocument, Suggestion[]>();

/** What a document says that it does to others. */
export function suggestionsOf(document: ImportedDocument): Suggestion[] {
  let suggestions = known.get(document);
  if (!suggestions) known.set(document, (suggestions = readSuggestions(document)));
  return suggestions;
}

function readSuggestions({ title, blocks }: ImportedDocument): Suggestion[] {
  const middle = Math.max(blocks.length - ENDING, BEGINNING);
  const told = [...blocks.slice(0, BEGINNING), ...blocks.slice(middle)];
  return suggestRelations({ title, text: blocksToText(told) });
}

/** Taken over as they are: to be based on another text, to implement or to forward it changes nothing of it. */
export const takenFrom = (document: ImportedDocument): Suggestion[] =>
  suggestionsOf(document).filter(isSafeToTake);

/** Amendments and repeals decide about validity: a person enters them, the report says where. */
export const leftToPeople = (document: ImportedDocument): Warning[] =>
  suggestionsOf(document)
    .filter((suggestion) => !isSafeToTake(suggestion))
    .map(({ verb, title, number }) =>
      warning('relation-suggested', `${relationOf(verb).zh}《${title}》${number ?? ''}`),
    );
