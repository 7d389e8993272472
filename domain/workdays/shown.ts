/** A wrong value as a sentence may quote it: short, on one line, and a dash where there is none. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  const text = value == null ? '' : String(value).slice(0, 100);
  const characters = Array.from(text.replace(/[\p{C}\s]+/gu, ' ').trim());
  if (characters.length === 0) return '—';
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : characters.join('');
}
