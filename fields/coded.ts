import type { SelectField } from 'payload';

type Coded = readonly { code: string; zh: string; en: string }[];

/** A select field over one of the code lists of domain/catalogue, labelled in both languages. */
export const coded = (
  name: string,
  label: SelectField['label'],
  codes: Coded,
  rest: Partial<Omit<SelectField, 'name' | 'type' | 'options' | 'label'>> = {},
): SelectField =>
  ({
    name,
    type: 'select',
    label,
    options: codes.map(({ code, zh, en }) => ({ value: code, label: { zh, en } })),
    ...rest,
  }) as SelectField;
