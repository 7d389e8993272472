/** The collections whose texts go through the review; each is made by `withReview`. */
export const REVIEWED = [
  'documents',
  'interpretations',
  'topics',
  'pages',
  'annual-reports',
  'website-reports',
  'published-answers',
  'consultations',
  'published-letters',
  'proposals',
  'policies',
  'services',
  'service-chains',
  'questions',
  'quarterly-notices',
] as const;
export type ReviewedCollection = (typeof REVIEWED)[number];
