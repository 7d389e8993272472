/** What stands for the address of a yearly report where a text has its slug: its agency (id) and year. */
export const yearlySlug = (agency: unknown, year: unknown): string => `${agency}-${year}`;
