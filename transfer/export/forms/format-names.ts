/** What a form can be downloaded as, in the order in which its page offers it. */
export const FORM_FORMATS = ['docx', 'pdf', 'xlsx', 'html', 'csv', 'json'] as const;

export type FormFormat = (typeof FORM_FORMATS)[number];

export const isFormFormat = (value: unknown): value is FormFormat =>
  FORM_FORMATS.includes(value as FormFormat);
