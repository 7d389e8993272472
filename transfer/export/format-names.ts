/** What a document can be downloaded as, in the order in which a page offers it. */
export const FORMATS = ['docx', 'pdf', 'txt', 'md', 'ofd'] as const;

export type Format = (typeof FORMATS)[number];

export const isFormat = (value: unknown): value is Format => FORMATS.includes(value as Format);
