/**
 * What could not be saved yet, in the memory of one tab: it goes when the tab is closed, when the
 * server has it, or when the form is sent or cleared. A browser that has no such memory keeps nothing.
 */
const PREFIX = 'gongkai-draft:';

type Aside = { stamp: number; values: Record<string, string> };

const NOT_ANSWERS = ['do', 'stamp', 'step', 'from', 'files', 'altcha'];

/** The answers of a page, as they stand in its fields. */
export function kept(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {};
  new FormData(form).forEach((value, name) => {
    if (typeof value === 'string' && name !== 'do') values[name] = value;
  });
  return values;
}

/** Whether a field holds something else than the page came with. */
export const isTouched = (form: HTMLFormElement): boolean =>
  Array.from(form.elements).some((element) => {
    const field = element as HTMLInputElement;
    if (field.type === 'radio') return field.checked !== field.defaultChecked;
    return ['text', 'tel', 'email', 'textarea'].includes(field.type)
      ? field.value !== field.defaultValue
      : false;
  });

export function putAside(step: string, form: HTMLFormElement, stamp: number): void {
  const values = Object.entries(kept(form)).filter(([name]) => !NOT_ANSWERS.includes(name));
  const aside: Aside = { stamp, values: Object.fromEntries(values) };
  withMemory((memory) => memory.setItem(PREFIX + step, JSON.stringify(aside)));
}

/** Fills in what the server does not have; says whether there was anything. */
export function restore(step: string, form: HTMLFormElement, stamp: number): boolean {
  const aside = withMemory((memory) => read(memory.getItem(PREFIX + step)));
  if (!aside || aside.stamp <= stamp) return false;
  for (const element of Array.from(form.elements)) {
    const field = element as HTMLInputElement;
    const value = aside.values[field.name];
    if (value === undefined || field.type === 'hidden') continue;
    if (field.type === 'radio') field.checked = field.value === value;
    else field.value = value;
  }
  return true;
}

/** Forgets what the server has, or all of it. */
export function forgetTab(until = Infinity): void {
  withMemory((memory) => {
    for (const key of Object.keys(memory).filter((name) => name.startsWith(PREFIX))) {
      if ((read(memory.getItem(key))?.stamp ?? 0) <= until) memory.removeItem(key);
    }
  });
}

function read(text: string | null): Aside | null {
  try {
    const aside = JSON.parse(text ?? 'null') as Aside | null;
    return typeof aside?.stamp === 'number' && typeof aside.values === 'object' ? aside : null;
  } catch {
    // Somebody else's text under our name is not ours to read.
    return null;
  }
}

/** Storage may be switched off, or full: then the form works without it. */
function withMemory<T>(work: (memory: Storage) => T): T | undefined {
  try {
    return work(window.sessionStorage);
  } catch {
    return undefined;
  }
}
