/** Where the printed form is, with the language: blank, or with what this browser has entered. */
export const formPath = (locale: string, format: 'docx' | 'pdf', isFilled = false): string =>
  `${locale === 'en' ? '/en' : ''}/applications/form?format=${format}${isFilled ? '&filled=1' : ''}`;
