import type { ReactNode } from 'react';
import { TextAreaField, TextField, type TextFieldProps } from '@/components/Field/Field';
import type { FormState } from './form-state';

type Props = Omit<Partial<TextFieldProps>, 'name'> & {
  name: string;
  label: ReactNode;
  state: FormState;
  /** Several lines: how many are shown. */
  rows?: number;
};

/** A question answered in writing, with what was entered and what is wrong with it. */
export function Line({ name, label, state, rows, hint, optional, ...rest }: Props) {
  const common = {
    name,
    label,
    hint,
    optional,
    defaultValue: rest.defaultValue ?? state.answers[name],
    error: errorOf(state, name),
  };
  return rows ? <TextAreaField {...common} rows={rows} /> : <TextField {...rest} {...common} />;
}

export const errorOf = ({ errors }: FormState, name: string): string | undefined =>
  errors.find(({ field }) => field === name)?.message;
