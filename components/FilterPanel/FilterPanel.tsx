import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '../Button/Button';
import { Link } from '../Link/Link';
import { PhoneFold } from '../PhoneFold/PhoneFold';
import styles from './FilterPanel.module.css';

type Option = { value: string; label: string; count?: number };

export type FilterGroup =
  | {
      kind: 'checkboxes';
      name: string;
      label: string;
      options: Option[];
      chosen?: string[];
      /** Closed until something in it is chosen. */
      isFolded?: boolean;
    }
  | { kind: 'radios'; name: string; label: string; options: Option[]; chosen?: string }
  | { kind: 'select'; name: string; label: string; options: Option[]; chosen?: string }
  | { kind: 'text'; name: string; label: string; value?: string; hint?: string }
  | {
      kind: 'dates';
      label: string;
      from: { name: string; value?: string };
      to: { name: string; value?: string };
    };

export type FilterPanelProps = {
  /** Path without the language, e.g. /documents. */
  action: string;
  groups: FilterGroup[];
  /** What else the address holds and must keep, e.g. { q: '营商环境' }. */
  hidden?: Record<string, string | readonly string[]>;
  label?: string;
};

/** More options than this fold away behind the first ones and those that are chosen. */
const MOST_SHOWN = 6;

/** Filters as one GET form: counts beside the words, works without script, a fold on phones. */
export function FilterPanel({ action, groups, hidden = {}, label }: FilterPanelProps) {
  const t = useTranslations('shell');
  const prefix = useLocale() === 'en' ? '/en' : '';
  const title = label ?? t('filter.title');
  return (
    <form action={`${prefix}${action}`} method="get" aria-label={title} className={styles.panel}>
      {Object.entries(hidden).flatMap(([name, values]) =>
        [values]
          .flat()
          .map((value) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          )),
      )}
      <PhoneFold label={title}>
        {groups.map((group) => (
          <Group key={group.label} group={group} />
        ))}
        <div className={styles.apply}>
          <Button>{t('filter.apply')}</Button>
        </div>
      </PhoneFold>
    </form>
  );
}

export type ChosenFiltersProps = {
  items: { label: string; removeHref: string }[];
  clearHref: string;
};

/** What is chosen, above the results; each can be taken away by itself. */
export function ChosenFilters({ items, clearHref }: ChosenFiltersProps) {
  const t = useTranslations('shell');
  if (items.length === 0) return null;
  return (
    <ul className={styles.chosen} aria-label={t('filter.chosen')}>
      {items.map((item) => (
        <li key={item.removeHref}>
          <Link
            href={item.removeHref}
            className={styles.remove}
            aria-label={t('filter.remove', { name: item.label })}
          >
            {item.label}
            <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false" className={styles.cross}>
              <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="1.5" />
            </svg>
          </Link>
        </li>
      ))}
      <li>
        <Link href={clearHref} className={styles.clear}>
          {t('filter.clear')}
        </Link>
      </li>
    </ul>
  );
}

function Group({ group }: { group: FilterGroup }) {
  const t = useTranslations('shell');
  const id = useId();
  switch (group.kind) {
    case 'checkboxes':
      return <Checkboxes {...group} />;
    case 'radios':
      return (
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{group.label}</legend>
          {group.options.map((option) => (
            <Choice
              key={option.value}
              type="radio"
              name={group.name}
              option={option}
              isChosen={option.value === group.chosen}
            />
          ))}
        </fieldset>
      );
    case 'select':
      return (
        <div className={styles.group}>
          <label htmlFor={id} className={styles.legend}>
            {group.label}
          </label>
          <select id={id} name={group.name} defaultValue={group.chosen} className={styles.control}>
            {group.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.count === undefined
                  ? option.label
                  : t('filter.option', { name: option.label, count: option.count })}
              </option>
            ))}
          </select>
        </div>
      );
    case 'text':
      return (
        <div className={styles.group}>
          <label htmlFor={id} className={styles.legend}>
            {group.label}
          </label>
          <input
            id={id}
            name={group.name}
            defaultValue={group.value}
            className={styles.control}
            aria-describedby={group.hint ? `${id}-hint` : undefined}
          />
          {group.hint && (
            <p id={`${id}-hint`} className={styles.hint}>
              {group.hint}
            </p>
          )}
        </div>
      );
    case 'dates':
      return (
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{group.label}</legend>
          {[
            { ...group.from, word: t('filter.from') },
            { ...group.to, word: t('filter.to') },
          ].map((date) => (
            <label key={date.name} className={styles.date}>
              <span>{date.word}</span>
              <input
                type="date"
                name={date.name}
                defaultValue={date.value}
                className={styles.control}
              />
            </label>
          ))}
        </fieldset>
      );
  }
}

function Checkboxes(group: Extract<FilterGroup, { kind: 'checkboxes' }>) {
  const t = useTranslations('shell');
  const { name, label, options, chosen = [], isFolded } = group;
  const choice = (option: Option) => (
    <Choice
      key={option.value}
      type="checkbox"
      name={name}
      option={option}
      isChosen={chosen.includes(option.value)}
    />
  );
  // One more than fits is shown rather than folded: the fold would take its place.
  const isLong = options.length > MOST_SHOWN + 1;
  const isFirst = ({ value }: Option, i: number) =>
    !isLong || i < MOST_SHOWN || chosen.includes(value);
  const rest = options.filter((option, i) => !isFirst(option, i));
  const choices = (
    <>
      {options.filter(isFirst).map(choice)}
      {rest.length > 0 && (
        <details>
          <summary className={styles.rest}>{t('filter.rest', { count: rest.length })}</summary>
          <div className={styles.long}>{rest.map(choice)}</div>
        </details>
      )}
    </>
  );
  if (!isFolded) {
    return (
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{label}</legend>
        {choices}
      </fieldset>
    );
  }
  return (
    <details className={styles.folded} open={chosen.length > 0}>
      <summary className={styles.legend}>{label}</summary>
      <fieldset>
        <legend className={styles.spoken}>{label}</legend>
        {choices}
      </fieldset>
    </details>
  );
}

type ChoiceProps = { type: 'checkbox' | 'radio'; name: string; option: Option; isChosen: boolean };

function Choice({ type, name, option, isChosen }: ChoiceProps) {
  return (
    <label className={styles.option}>
      <input
        type={type}
        name={name}
        value={option.value}
        defaultChecked={isChosen}
        className={styles.box}
      />
      <span className={styles.word}>{option.label}</span>
      <Count of={option.count} />
    </label>
  );
}

function Count({ of }: { of?: number }) {
  const format = useFormatter();
  if (of === undefined) return null;
  // No message of its own: reading one for each of sixty options costs ten times as much.
  return <span className={styles.count}>{format.number(of)}</span>;
}
