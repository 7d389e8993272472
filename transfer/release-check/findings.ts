import type { FileKind } from '../import/inspect-file';

/**
 * What stands against releasing a file, by its key in messages/…/releaseCheck.json. A hard finding
 * shows something that the reader of the released copy must not have, or that can't be judged: a
 * person must mend the original. The others are taken away by `stripMetadata`, or are only told.
 */
export type ReleaseFinding = {
  key: ReleaseKey;
  hard: boolean;
  /** Where: the number of a page or slide, the name of a sheet, the word of a part (`body`). */
  place?: string;
  /** Numbers and names for the words; never the text that was found. */
  values?: Record<string, string | number>;
};

export type ReleaseInspection = { kind: FileKind; findings: ReleaseFinding[] };

export const HARD_KEYS = [
  // any file
  'empty',
  'too-large',
  'encrypted',
  'damaged',
  'bomb',
  'macros',
  'wrong-extension',
  'old-format',
  'other-format',
  'not-text',
  'too-long',
  // PDF
  'pdf-covered-text',
  'pdf-text-under-picture',
  'pdf-same-colour',
  'pdf-invisible-text',
  'pdf-tiny-text',
  'pdf-text-off-page',
  'pdf-text-under-scan-mark',
  'pdf-scan-unchecked',
  'pdf-hidden-layer',
  'pdf-covered-picture',
  'pdf-redaction-pending',
  'pdf-comments',
  'pdf-attachments',
  'pdf-scripts',
  'pdf-hidden-fields',
  'pdf-media',
  'pdf-page-unreadable',
  'pdf-too-many-pages',
  // Office
  'office-comments',
  'office-changes',
  'office-embedded',
  'office-cover-shape',
  'office-cropped-picture',
  'docx-hidden-text',
  'docx-blackened-text',
  'xlsx-hidden-sheet',
  'xlsx-hidden-rows',
  'xlsx-hidden-columns',
  'xlsx-unreadable-cells',
  'xlsx-external',
  'xlsx-pivot',
  'xlsx-hidden-names',
  'pptx-hidden-slide',
  'pptx-notes',
  'pptx-hidden-shape',
  'pptx-off-slide',
] as const;

export const SOFT_KEYS = [
  'metadata',
  'picture-metadata',
  'picture-rest',
  'pdf-revisions',
  'pdf-scan-text',
  'pdf-form',
  'pdf-signature',
  'pdf-stamp',
  'office-editing-marks',
  'office-template',
  'office-stray-parts',
  'invisible-characters',
] as const;

export type HardKey = (typeof HARD_KEYS)[number];
export type SoftKey = (typeof SOFT_KEYS)[number];
export type ReleaseKey = HardKey | SoftKey;

const HARD: ReadonlySet<string> = new Set(HARD_KEYS);

export const found = (
  key: ReleaseKey,
  place?: string,
  values?: ReleaseFinding['values'],
): ReleaseFinding => ({
  key,
  hard: HARD.has(key),
  ...(place === undefined ? {} : { place }),
  ...(values === undefined ? {} : { values }),
});

/** Counts by key and place, told once each. */
export class Tally {
  private readonly counts = new Map<string, { key: ReleaseKey; place?: string; count: number }>();

  add(key: ReleaseKey, place?: string, count = 1): void {
    if (count <= 0) return;
    const id = `${key}\n${place ?? ''}`;
    const known = this.counts.get(id);
    if (known) known.count += count;
    else this.counts.set(id, { key, count, ...(place === undefined ? {} : { place }) });
  }

  findings(): ReleaseFinding[] {
    return [...this.counts.values()].map(({ key, place, count }) => found(key, place, { count }));
  }
}
