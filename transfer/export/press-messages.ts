import type { Sheet } from './sheet';

/** What the web process and the press say to each other. */
export type PressJob = { id: number; format: 'pdf' | 'ofd'; sheet: Sheet };

export type PressAnswer =
  | { id: number; bytes: Uint8Array; pages: number; missing: string[]; rss: number }
  | { id: number; failed: string };
