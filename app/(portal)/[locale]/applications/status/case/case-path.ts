/** Where the page of a case lies; its files lie below it, where the browser sends the case's keys. */
export const casePath = (locale: string): string =>
  locale === 'en' ? '/en/applications/status/case' : '/applications/status/case';
