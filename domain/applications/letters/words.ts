/** Puts values into a sentence's `{name}` places once: braces in a value stay as they are. */
export const fillWords = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
