/** Longer ones are cut by the form anyway. */
const MOST = { from: 500, title: 200 } as const;

/**
 * The address of the form for errors, with the page that is meant. What was looked at inside the form
 * itself is no page to report.
 */
export function addressWithPage(form: string, page: string, title: string): string {
  if (page.startsWith(form)) return form;
  const query = new URLSearchParams({ from: page.slice(0, MOST.from) });
  const words = title.replace(/\s+/gu, ' ').trim();
  if (words) query.set('title', [...words].slice(0, MOST.title).join(''));
  return `${form}?${query}`;
}
