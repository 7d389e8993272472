/** The five parts that the one column 政府信息公开 must show (国办公开办函〔2019〕61号), in its order. */
export const PARTS = [
  { key: 'guide', href: '/disclosure/guide' },
  { key: 'rules', href: '/disclosure/rules' },
  { key: 'statutory', href: '/disclosure/statutory' },
  { key: 'annualReports', href: '/disclosure/annual-reports' },
  { key: 'applications', href: '/applications' },
] as const;

/**
 * Columns of the county whose matter has a part of its own in the portal, by their addresses. A column
 * that an editor adds needs no entry: it stands for itself.
 */
export const PARTS_OF_COLUMNS: Readonly<Record<string, string | undefined>> = {
  grassroots: '/disclosure/grassroots',
  'business-policies': '/policies',
  consultation: '/consultations',
  proposals: '/proposals',
  interaction: '/participate',
  institutions: '/agencies',
  statistics: '/statistics',
  'special-topics': '/topics',
};
