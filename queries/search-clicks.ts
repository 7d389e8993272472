import { countedQuestion } from '@/search/counted-question';

/** Where an opened result is told; app/api/search-opened answers there. */
const PATH = '/api/search-opened';

/**
 * The address that the link of a result tells when it is opened, for its `ping` attribute; undefined for a question
 * that isn't counted. Chromium and Safari send it without any script; Firefox does not by itself, and for it and for
 * links that the portal's own script follows there is components/CountOpened. Only the question is told, not which
 * result it was, nor by whom.
 */
export function pingFor(typed: string): string | undefined {
  const question = countedQuestion(typed);
  return question === null ? undefined : `${PATH}?${new URLSearchParams({ q: question })}`;
}
