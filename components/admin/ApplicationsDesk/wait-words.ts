import type { Wait } from '@/domain/applications/desk';
import type deskEn from '@/messages/en/desk.json';

/** Whom a case waits for and until when, or that nobody is to be waited for any more. */
export function waitWords(
  wait: Wait,
  words: Pick<typeof deskEn, 'waits' | 'waitsOver'>,
  write: (day: string) => string,
): string {
  const pattern = (wait.isOver ? words.waitsOver : words.waits)[wait.for];
  return pattern.replace('{day}', write(wait.day)).replace('{days}', String(wait.days));
}
