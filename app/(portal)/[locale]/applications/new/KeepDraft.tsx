'use client';

import { useEffect, useRef, useState } from 'react';
import { forgetTab, isTouched, kept, putAside, restore } from './in-this-tab';
import { Suggestions, type Suggested } from './Suggestions';
import styles from './form.module.css';

type Words = { saved: string; offline: string; wait: string };
type Props = {
  step: string;
  /** When the server last got answers from this browser, in the browser's ms. */
  stamp: number;
  words: Words;
  suggestionWords: { title: string; lead: string; found: string };
};

/** How long somebody pauses before what they typed is sent, and before a lost connection is tried again. */
const PAUSE = 900;
const RETRY = 5000;

/**
 * Keeps what is typed, while it is typed: on the server, and in this tab while there is no connection.
 * Nothing of the form depends on it.
 */
export function KeepDraft({ step, stamp, words, suggestionWords }: Props) {
  const here = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<keyof Words | null>(null);
  const [documents, setDocuments] = useState<Suggested[]>([]);

  useEffect(() => {
    const form = here.current?.closest('form');
    if (!form) return;
    let timer = 0;
    let running: AbortController | null = null;
    let pressed = '';

    const send = async () => {
      window.clearTimeout(timer);
      const mine = new AbortController();
      running?.abort();
      running = mine;
      const now = Date.now();
      const body = new URLSearchParams(kept(form));
      body.set('do', 'keep');
      body.set('stamp', String(now));
      try {
        const answer = await fetch(form.action, { method: 'POST', body, signal: mine.signal });
        // 410: sent or cleared meanwhile; 429: too many forms. The button will tell.
        if (answer.ok) {
          forgetTab(now);
          setState('saved');
          const { documents: found = [] } = (await answer.json()) as { documents?: Suggested[] };
          setDocuments(found);
        } else setState(null);
      } catch {
        // An abort is followed by another attempt; anything else means that nobody could be reached.
        if (mine.signal.aborted) return;
        putAside(step, form, now);
        setState('offline');
        timer = window.setTimeout(again, RETRY);
      }
    };
    const again = () => void send();
    const typed = (event: Event) => {
      if ((event.target as HTMLInputElement).type === 'file') return;
      window.clearTimeout(timer);
      timer = window.setTimeout(again, PAUSE);
    };
    const press = ({ target }: Event) => {
      const button = (target as Element).closest('button');
      if (button) pressed = button.value;
    };
    const submit = (event: Event) => {
      window.clearTimeout(timer);
      if (navigator.onLine === false) {
        event.preventDefault();
        putAside(step, form, Date.now());
        setState('wait');
        timer = window.setTimeout(again, RETRY);
        return;
      }
      running?.abort();
      const now = Date.now();
      (form.elements.namedItem('stamp') as HTMLInputElement).value = String(now);
      // Until the next page says that it came: a connection that looks well may be lost.
      if (pressed === 'discard' || pressed === 'found') forgetTab();
      else putAside(step, form, now);
    };

    const aside = restore(step, form, stamp);
    forgetTab(stamp);
    // Somebody may have typed before this script was there.
    if (aside || isTouched(form)) timer = window.setTimeout(again, 0);
    form.addEventListener('input', typed);
    form.addEventListener('change', typed);
    form.addEventListener('click', press);
    form.addEventListener('submit', submit);
    window.addEventListener('online', again);
    return () => {
      window.clearTimeout(timer);
      form.removeEventListener('input', typed);
      form.removeEventListener('change', typed);
      form.removeEventListener('click', press);
      form.removeEventListener('submit', submit);
      window.removeEventListener('online', again);
    };
  }, [step, stamp]);

  return (
    <div ref={here}>
      <input type="hidden" name="stamp" defaultValue="" />
      <Suggestions documents={documents} words={suggestionWords} />
      <p className={styles.keeping}>
        {/* Only what needs somebody's attention is read aloud. */}
        <span>{state === 'saved' && words.saved}</span>
        <span role="status">{state && state !== 'saved' && words[state]}</span>
      </p>
    </div>
  );
}
