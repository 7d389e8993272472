'use client';

import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useHydrated } from '@/components/use-hydrated';
import { useRouter } from '@/i18n/navigation';
import { receiptBegun, STATUS_PAGES, type AskedReceipt } from '@/search/asked-receipt';
import { Snippet } from '../Snippet/Snippet';
import styles from './SuggestField.module.css';
import { useSuggestions } from './use-suggestions';

export type SuggestWords = {
  /** Name of the list. */
  label: string;
  /** What a screen reader is told; `#` stands for the number. */
  found: string;
  /** By collection: 政策解读. */
  kinds: Record<string, string>;
  /** Where a receipt number is asked about, and what is needed for it. */
  receipts: Record<AskedReceipt | 'hint', string>;
};

export type SuggestFieldProps = {
  id: string;
  className?: string;
  defaultValue?: string;
  placeholder?: string;
  describedBy?: string;
  words: SuggestWords;
  /** Language of the titles, where it differs from the page's. */
  titleLang?: string;
  /** The letters before the receipt numbers of applications. */
  receiptPrefix: string;
};

/**
 * The field of the search box. Without script it is a plain field; with it, a combobox (ARIA 1.2): the titles that
 * continue what is typed stand below, arrows go through them, Enter opens one or, with none chosen, sends the form,
 * Escape closes them. The focus stays in the field; a screen reader hears how many there are, then each by itself.
 */
export function SuggestField(props: SuggestFieldProps) {
  const { id, className, defaultValue, placeholder, describedBy, words, titleLang } = props;
  const { receiptPrefix } = props;
  const router = useRouter();
  const listId = `${id}-suggestions`;
  const isReady = useHydrated();
  const input = useRef<HTMLInputElement>(null);
  const [active, setActive] = useState(-1);
  const { items, isOpen, ask, close } = useSuggestions(
    () => setActive(-1),
    (typed) => {
      const asked = receiptBegun(typed, receiptPrefix);
      if (!asked) return null;
      const { [asked]: title, hint: note } = words.receipts;
      return { path: STATUS_PAGES[asked], title, note, number: null, collection: '', marks: [] };
    },
  );
  const optionId = (i: number) => `${listId}-${i}`;
  useEffect(() => {
    if (active >= 0)
      document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, listId]);

  const openAt = (i: number) => {
    const item = items[i];
    if (!item) return;
    close();
    router.push(item.path);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // While characters are being composed, the keys belong to the input method.
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (!isOpen) {
        if (key === 'ArrowDown') ask(event.currentTarget.value);
        return;
      }
      event.preventDefault();
      // From the field itself to the first or the last, and past the end back to the field.
      const step = key === 'ArrowDown' ? 1 : -1;
      const places = items.length + 1;
      setActive(((active + 1 + step + places) % places) - 1);
    } else if (key === 'Enter' && isOpen && active >= 0) {
      event.preventDefault();
      openAt(active);
    } else if (key === 'Escape' && isOpen) {
      event.preventDefault();
      close();
    }
  };
  return (
    <>
      <input
        ref={input}
        id={id}
        className={className}
        type="text"
        name="q"
        role={isReady ? 'combobox' : 'searchbox'}
        {...(isReady && {
          'aria-expanded': isOpen,
          'aria-controls': listId,
          'aria-autocomplete': 'list',
          'aria-activedescendant': isOpen && active >= 0 ? optionId(active) : undefined,
        })}
        aria-describedby={describedBy}
        defaultValue={defaultValue}
        placeholder={placeholder}
        autoComplete="off"
        enterKeyHint="search"
        maxLength={200}
        onInput={(event) => {
          if (!(event.nativeEvent as InputEvent).isComposing) ask(event.currentTarget.value);
        }}
        onCompositionEnd={(event) => ask(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <ul
        id={listId}
        role="listbox"
        aria-label={words.label}
        hidden={!isOpen}
        className={styles.list}
        // The field keeps the focus, and with it a phone its keyboard.
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
      >
        {items.map(({ path, title, number, collection, marks, note }, i) => (
          <li
            key={path}
            id={optionId(i)}
            role="option"
            aria-selected={i === active}
            className={styles.option}
            onClick={() => openAt(i)}
          >
            <span className={styles.title} lang={note ? undefined : titleLang}>
              <Snippet text={title} ranges={marks.map(([start, end]) => ({ start, end }))} />
            </span>{' '}
            <span className={styles.kind} lang={number ? titleLang : undefined}>
              {note ?? number ?? words.kinds[collection]}
            </span>
          </li>
        ))}
      </ul>
      <span role="status" className={styles.spoken}>
        {isOpen ? words.found.replace('#', String(items.length)) : ''}
      </span>
    </>
  );
}
