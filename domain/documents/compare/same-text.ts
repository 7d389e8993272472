import { blocksToText, type Block } from '../blocks';

/** What a document says, and what hangs on it: a change of any of these is a change of the text. */
export type Stated = {
  title: string;
  documentNumber?: string | null;
  body: readonly Block[];
  /** Ids of its files, in order. */
  attachments?: readonly (number | string)[] | null;
};

/**
 * Whether two statements of a document say the same. Marks, links and blanks don't count, as they
 * don't in a comparison: what differs here has something to show there.
 */
export const isSameText = (a: Stated, b: Stated): boolean => wordsOf(a) === wordsOf(b);

const wordsOf = ({ title, documentNumber, body, attachments }: Stated): string =>
  JSON.stringify([
    plain(title),
    plain(documentNumber ?? ''),
    blocksToText(body).split('\n').map(plain).filter(Boolean),
    (attachments ?? []).map(String),
  ]);

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();
