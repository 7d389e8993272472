'use client';

import { useId, useState } from 'react';
import { isSameAnswer, isBlank, numberIn, type Answer } from '@/domain/website-reports/answers';
import { SUMS } from '@/domain/website-reports/check';
import type { FormField } from '@/domain/website-reports/form';
import { nameWords } from '@/domain/website-reports/printed';
import type { WebsiteFormState } from './use-website-form';
import styles from './WebsiteForm.module.css';

type Props = { field: FormField; form: WebsiteFormState };

/** One line of the form: its name, what stands there, and beside it what the platform counted. */
export function FieldInput({ field, form }: Props) {
  const { answers, compiled, locale, words } = form;
  const id = useId();
  const answer = answers[field.code] ?? null;
  const computed = compiled?.answers?.[field.code] ?? null;
  const isOther = !isBlank(computed) && !isSameAnswer(answer, computed);
  const parts = SUMS[field.code]?.map((code) => numberIn(answers, code));
  const sum = parts?.every((part) => part !== null)
    ? parts.reduce((all: number, part) => all + (part ?? 0), 0)
    : null;
  const isGroup = field.kind === 'yes-no' || field.kind === 'choice' || field.kind === 'choices';
  return (
    <div className={styles.field} data-field={field.code}>
      {isGroup ? (
        <span id={id} className={styles.name}>
          {nameWords(field, locale)}
        </span>
      ) : (
        <label htmlFor={id} className={styles.name}>
          {nameWords(field, locale)}
        </label>
      )}
      <div className={styles.value}>
        {isGroup ? <Choice field={field} form={form} labelledBy={id} /> : null}
        {!isGroup ? <Typed key={String(answer)} field={field} form={form} id={id} /> : null}
        {isOther && <Difference field={field} form={form} computed={computed} />}
        {sum !== null && sum !== answer && !form.isReadOnly && (
          <button
            type="button"
            className={styles.small}
            onClick={() => form.setAnswer(field.code, sum)}
          >
            {words.sum.replace('{sum}', String(sum))}
          </button>
        )}
      </div>
    </div>
  );
}

/** Words or a number; what is no number stays in the box and is said, and the answer is left as it was. */
function Typed({ field, form, id }: Props & { id: string }) {
  const answer = form.answers[field.code];
  const [text, setText] = useState(answer === null || answer === undefined ? '' : String(answer));
  const [isWrong, setIsWrong] = useState(false);
  const isText = field.kind === 'text';
  function leave() {
    const given = isText ? text.trim() || null : readNumber(text, field.kind === 'days');
    if (given === undefined) return setIsWrong(true);
    setIsWrong(false);
    if (given !== (answer ?? null)) form.setAnswer(field.code, given);
  }
  return (
    <>
      <input
        id={id}
        className={isText ? styles.text : styles.number}
        inputMode={isText ? undefined : 'decimal'}
        value={text}
        readOnly={form.isReadOnly}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onChange={(event) => setText(event.target.value)}
        onBlur={leave}
      />
      {isWrong && (
        <span id={`${id}-wrong`} className={styles.wrong}>
          {form.words.notNumber}
        </span>
      )}
    </>
  );
}

function Choice({ field, form, labelledBy }: Props & { labelledBy: string }) {
  const { answers, isReadOnly, locale, setAnswer, words } = form;
  const name = useId();
  const answer = answers[field.code] ?? null;
  const isMany = field.kind === 'choices';
  const options: { value: Answer; label: string }[] =
    field.kind === 'yes-no'
      ? [
          { value: true, label: words.yes },
          { value: false, label: words.no },
          { value: null, label: words.open },
        ]
      : (field.options ?? []).map(({ code, label }) => ({
          value: code,
          label: locale === 'en' ? label.en : label.zh,
        }));
  const chosen = Array.isArray(answer) ? answer : [];
  const toggle = (code: string) =>
    chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code];
  return (
    <span
      className={styles.choice}
      role={isMany ? 'group' : 'radiogroup'}
      aria-labelledby={labelledBy}
    >
      {options.map(({ value, label }) => (
        <label key={label}>
          <input
            type={isMany ? 'checkbox' : 'radio'}
            name={name}
            disabled={isReadOnly}
            checked={isMany ? chosen.includes(value as string) : answer === value}
            onChange={() => setAnswer(field.code, isMany ? toggle(value as string) : value)}
          />
          {label}
        </label>
      ))}
    </span>
  );
}

/** What was counted where something else stands: both are kept, with why. */
function Difference({ field, form, computed }: Props & { computed: Answer }) {
  const { answers, change, handChanges, isReadOnly, locale, words } = form;
  const id = useId();
  const kept = handChanges.find((one) => one.field === field.code);
  const [why, setWhy] = useState(kept?.why ?? '');
  const shown = (value: Answer): string => {
    if (!Array.isArray(value)) return String(value);
    const names = (field.options ?? []).filter(({ code }) => value.includes(code));
    return names.map(({ label }) => (locale === 'en' ? label.en : label.zh)).join(' ');
  };
  const single = field.options?.find(({ code }) => code === computed);
  const text = single ? (locale === 'en' ? single.label.en : single.label.zh) : shown(computed);
  return (
    <span className={styles.difference}>
      <span>{words.computed.replace('{value}', () => text)}</span>
      {!isReadOnly && (
        <button
          type="button"
          className={styles.small}
          onClick={() =>
            change({
              answers: { ...answers, [field.code]: computed },
              handChanges: handChanges.filter((one) => one.field !== field.code),
            })
          }
        >
          {words.take}
        </button>
      )}
      <label htmlFor={id}>{words.why}</label>
      <input
        id={id}
        className={styles.text}
        value={why}
        maxLength={500}
        readOnly={isReadOnly}
        onChange={(event) => setWhy(event.target.value)}
        onBlur={() =>
          why !== (kept?.why ?? '') &&
          change({
            handChanges: [
              ...handChanges.filter((one) => one.field !== field.code),
              { field: field.code, why },
            ],
          })
        }
      />
    </span>
  );
}

/** A number as people type it; null for nothing, undefined for what is none. */
function readNumber(text: string, mayBeBroken: boolean): number | null | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s,]/g, '');
  if (plain === '') return null;
  return (mayBeBroken ? /^\d{1,12}(\.\d{1,2})?$/ : /^\d{1,12}$/).test(plain)
    ? Number(plain)
    : undefined;
}
