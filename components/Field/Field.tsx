import type {
  InputHTMLAttributes,
  ReactNode,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'react';
import { useTranslations } from 'next-intl';
import styles from './Field.module.css';

type Base = {
  /** Also the id of the field, unless `id` is given: an error summary links to it. */
  name: string;
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  /** Says 选填 behind the label; every other field is needed. */
  optional?: boolean;
};

export type TextFieldProps = Base &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id'> & { width?: Width };
export type TextAreaFieldProps = Base &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'id'>;
export type SelectFieldProps = Base &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name' | 'id'> & {
    options: { value: string; label: string }[];
  };
export type ChoiceFieldProps = Base & {
  options: { value: string; label: ReactNode; hint?: ReactNode }[];
  defaultValue?: string | string[];
  /** Several may be chosen: check boxes in place of radio buttons. */
  multiple?: boolean;
  required?: boolean;
};
type Width = 'full' | 'half' | 'short';

/** One line: a name, a number, a date, an address. */
export function TextField({
  label,
  hint,
  error,
  optional,
  width = 'full',
  ...input
}: TextFieldProps) {
  const id = input.id ?? input.name;
  return (
    <Frame id={id} label={label} hint={hint} error={error} optional={optional}>
      <input
        type="text"
        {...input}
        {...described(id, hint, error)}
        id={id}
        className={`${styles.control} ${styles[width]}`}
      />
    </Frame>
  );
}

export function TextAreaField({
  label,
  hint,
  error,
  optional,
  rows = 5,
  ...area
}: TextAreaFieldProps) {
  const id = area.id ?? area.name;
  return (
    <Frame id={id} label={label} hint={hint} error={error} optional={optional}>
      <textarea
        {...area}
        {...described(id, hint, error)}
        rows={rows}
        id={id}
        className={`${styles.control} ${styles.full}`}
      />
    </Frame>
  );
}

export function SelectField({
  label,
  hint,
  error,
  optional,
  options,
  ...select
}: SelectFieldProps) {
  const id = select.id ?? select.name;
  return (
    <Frame id={id} label={label} hint={hint} error={error} optional={optional}>
      <select {...select} {...described(id, hint, error)} id={id} className={styles.control}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** One of a few, or several of a few. The first choice carries the field's id: the error leads there. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { name, id = name, label, hint, error, optional, options, multiple, required } = props;
  const chosen = new Set([props.defaultValue ?? []].flat());
  return (
    // The bar of an error is the div's: a fieldset would begin it in the middle of its legend.
    <div className={fieldClass(error)}>
      <fieldset aria-describedby={described(id, hint, error)['aria-describedby']}>
        <legend className={styles.label}>
          {label}
          <Optional shown={optional} />
        </legend>
        <Words id={id} hint={hint} error={error} />
        {options.map((option, i) => {
          const optionId = i === 0 ? id : `${id}-${option.value}`;
          return (
            <div key={option.value} className={styles.choice}>
              <input
                type={multiple ? 'checkbox' : 'radio'}
                id={optionId}
                name={name}
                value={option.value}
                defaultChecked={chosen.has(option.value)}
                required={required && !multiple}
                aria-describedby={option.hint ? `${optionId}-about` : undefined}
                className={styles.box}
              />
              <label htmlFor={optionId} className={styles.choiceLabel}>
                {option.label}
              </label>
              {option.hint && (
                <p id={`${optionId}-about`} className={styles.choiceHint}>
                  {option.hint}
                </p>
              )}
            </div>
          );
        })}
      </fieldset>
    </div>
  );
}

type Words = Pick<Base, 'hint' | 'error'> & { id: string };

function Frame({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: Words & Pick<Base, 'label' | 'optional'> & { children: ReactNode }) {
  return (
    <div className={fieldClass(error)}>
      <label htmlFor={id} className={styles.label}>
        {label}
        <Optional shown={optional} />
      </label>
      <Words id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

function Words({ id, hint, error }: Words) {
  const t = useTranslations('shell');
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <span className={styles.spoken}>{t('errors.prefix')}</span>
          {error}
        </p>
      )}
    </>
  );
}

function Optional({ shown }: { shown?: boolean }) {
  const t = useTranslations('shell');
  return shown ? <span className={styles.optional}>{t('optional')}</span> : null;
}

const fieldClass = (error?: string) => (error ? `${styles.field} ${styles.wrong}` : styles.field);

const described = (id: string, hint: ReactNode, error?: string) => ({
  'aria-describedby':
    [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? (true as const) : undefined,
});
