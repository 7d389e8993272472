/** The full address of the letters of this portal (网民来信), for a letter or a mail. */
export const lettersPage = (locale: 'zh-CN' | 'en'): string =>
  new URL(
    `${locale === 'en' ? '/en' : ''}/letters`,
    process.env.SITE_URL || 'http://localhost:3000',
  ).toString();
