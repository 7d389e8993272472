import { splitMarks, type MarkRange } from './split-marks';

export type SnippetProps = { text: string; ranges?: readonly MarkRange[] };

/** A piece of text with the words that were asked for marked. */
export function Snippet({ text, ranges = [] }: SnippetProps) {
  return (
    <>
      {splitMarks(text, ranges).map((piece, i) =>
        piece.marked ? <mark key={i}>{piece.text}</mark> : <span key={i}>{piece.text}</span>,
      )}
    </>
  );
}
