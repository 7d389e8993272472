import type { ReleaseFinding } from './findings';

/**
 * What the web process asks of the process that opens a PDF, and what that answers: a copy to be
 * released, or the findings that were asked for or stand against it.
 */
export type PdfJob = { what: 'inspect' | 'release'; bytes: Uint8Array };

export type PdfAnswer = { findings: ReleaseFinding[] } | { bytes: Uint8Array } | { failed: string };
