/**
 * Which page numbers to show: the first, the last, and two on each side of the current one.
 * A gap stands where more than one page is left out; a gap of one page shows that page.
 */
export function pageWindow(page: number, pageCount: number): (number | 'gap')[] {
  const wanted = new Set([1, pageCount]);
  for (let near = page - 2; near <= page + 2; near += 1) {
    if (near >= 1 && near <= pageCount) wanted.add(near);
  }
  const shown: (number | 'gap')[] = [];
  let last = 0;
  for (const next of [...wanted].filter((n) => n >= 1).sort((a, b) => a - b)) {
    if (next - last === 2) shown.push(last + 1);
    else if (next - last > 2) shown.push('gap');
    shown.push(next);
    last = next;
  }
  return shown;
}
