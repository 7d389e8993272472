import { useCallback, useEffect, useRef, useState } from 'react';

export type Suggested = {
  path: string;
  title: string;
  number: string | null;
  collection: string;
  marks: [number, number][];
  /** Of what the box itself suggests: what is said beside it, in the language of the page. */
  note?: string;
};

/** Somebody who types goes on within this time; whoever stops sees the list at once. */
const PAUSE_MS = 120;
const MOST = 8;

/**
 * What continues the typed text. One question at a time: a newer one ends the older, and what was suggested last
 * stays until the next answer is there, so that nothing flickers.
 * @param onChange when other items, or none, are shown
 * @param own what the box suggests by itself, so that the typed text is sent nowhere; null for what is asked
 */
export function useSuggestions(onChange: () => void, own: (typed: string) => Suggested | null) {
  const [items, setItems] = useState<Suggested[]>([]);
  const [isOpen, setOpen] = useState(false);
  const asking = useRef<{ timer?: ReturnType<typeof setTimeout>; request?: AbortController }>({});

  const show = (found: Suggested[]) => {
    setItems(found);
    setOpen(found.length > 0);
    onChange();
  };
  const stop = useCallback(() => {
    clearTimeout(asking.current.timer);
    asking.current.request?.abort();
  }, []);
  useEffect(() => stop, [stop]);

  const ask = (value: string) => {
    stop();
    const typed = value.trim();
    if (typed === '') return show([]);
    const known = own(typed);
    if (known) return show([known]);
    const request = new AbortController();
    asking.current.request = request;
    asking.current.timer = setTimeout(() => {
      suggest(typed, request.signal).then(
        (found) => {
          if (!request.signal.aborted) show(found);
        },
        // Without suggestions the box is the form that it is without script.
        () => {
          if (!request.signal.aborted) show([]);
        },
      );
    }, PAUSE_MS);
  };
  const close = () => {
    stop();
    setOpen(false);
    onChange();
  };
  return { items, isOpen, ask, close };
}

async function suggest(typed: string, signal: AbortSignal): Promise<Suggested[]> {
  const query = new URLSearchParams({ q: [...typed].slice(0, 100).join(''), limit: String(MOST) });
  const response = await fetch(`/api/v1/suggest?${query}`, { signal });
  if (!response.ok) return [];
  return ((await response.json()) as { items: Suggested[] }).items;
}
