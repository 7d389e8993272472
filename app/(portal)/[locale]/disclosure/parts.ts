/** The five parts that the one column 政府信息公开 must show (国办公开办函〔2019〕61号), in its order. */
export const PARTS = [
  { key: 'guide', href: '/disclosure/guide' },
  { key: 'rules', href: '/disclosure/rules' },
  { key: 'statutory', href: '/disclosure/statutory' },
  { key: 'annualReports', href: '/disclosure/annual-reports' },
  { key: 'applications', href: '/applications' },
] as const;
