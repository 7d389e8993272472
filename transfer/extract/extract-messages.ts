import type { Reason } from './reading';

/** What the job asks of the process that opens a file, and what that answers. */
export type ExtractJob = {
  /** Where it lies on this machine. */
  path: string;
  /** What it was called, for its ending. */
  name: string;
  /** Milliseconds after which no further page or part is begun. */
  time: number;
};

export type Extracted = {
  state: 'read' | 'no-text' | 'unreadable';
  reason: Reason | null;
  /** For the clerk: what could not be read, or how large it is. */
  detail: string;
  text: string;
  /** Nothing was learnt of the file: whoever reads it another time may read it. */
  isBrokenOff?: true;
};
