import type { WaitingFilter } from '@/collections/Letters/waiting-rows';

export const ANSWERS_PATH = '/admin/answers-desk';

/** The address of the desk under a filter. */
export function answersAddress({ kind, agency, span, page }: WaitingFilter): string {
  const query = new URLSearchParams();
  if (kind) query.set('kind', kind);
  if (agency) query.set('agency', agency);
  if (span !== 'all') query.set('due', span);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text ? `${ANSWERS_PATH}?${text}` : ANSWERS_PATH;
}
