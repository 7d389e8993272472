/**
 * Why a file or a record is not taken over. The words for each, with what to do about it, stand in
 * messages/…/files.json under `skips`; the reader is the clerk or operator who ran the command.
 */
export const SKIP_REASONS = [
  'no-metadata',
  'no-title',
  'title-too-long',
  'no-agency',
  'no-header',
  'empty-body',
  'body-file-missing',
  'bad-line',
  'line-too-long',
  'cut-file',
  'wrong-encoding',
  'too-large',
  'unknown-type',
  'wrong-extension',
  'encrypted',
  'damaged-file',
  'unpacks-too-large',
  'too-many-parts',
  'archive-too-deep',
  'archive-unreadable',
  'image-too-large',
  'table-too-long',
  'too-many-rows',
  'has-macros',
  'has-scripts',
  'marked-secret',
  'marked-not-public',
  'unsafe-path',
  'damaged-archive',
  'duplicate',
  'unreadable',
  'kept-by-hand',
  'refused',
  'write-failed',
] as const;

/** What was taken over but deserves a look; worded under `warnings`. */
export const WARNINGS = [
  'date-missing',
  'date-unreadable',
  'date-mismatch',
  'number-unusual',
  'number-missing',
  'theme-unknown',
  'kind-unknown',
  'hidden-left-out',
  'images-left-out',
  'image-without-alternative',
  'scripts-removed',
  'formatting-lost',
  'title-assumed',
  'ends-abruptly',
  'closing-missing',
  'relation-suggested',
  'articles-missing',
  'table-missing',
  'decoded-by-evidence',
  'agency-assumed',
] as const;

export type SkipReason = (typeof SKIP_REASONS)[number];
export type WarningCode = (typeof WARNINGS)[number];

export type Skip = { severity: 'skip'; code: SkipReason; detail?: string };
export type Warning = { severity: 'warning'; code: WarningCode; detail?: string };
export type Finding = Skip | Warning;

export const skip = (code: SkipReason, detail?: string): Skip => ({
  severity: 'skip',
  code,
  ...(detail === undefined ? {} : { detail }),
});

export const warning = (code: WarningCode, detail?: string): Warning => ({
  severity: 'warning',
  code,
  ...(detail === undefined ? {} : { detail }),
});

/** A parser's answer: a document with its warnings, or the one reason why there is none. */
export type Parsed<T> = { document: T; warnings: Warning[] } | { skip: Skip };
