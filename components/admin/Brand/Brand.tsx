/** The mark of the platform in the admin: a page with a red rule. */
export const Icon = () => (
  // As large as its place: 18 px in the breadcrumbs, the line of the word beside the logo.
  <svg width="100%" height="100%" viewBox="0 0 32 32" aria-hidden="true">
    <rect
      x="5"
      y="3"
      width="22"
      height="26"
      rx="2"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    />
    <rect x="9" y="9" width="14" height="2.5" fill="#b3261e" />
    <path d="M9 16h14M9 20h14M9 24h8" stroke="currentColor" strokeWidth="1.6" />
  </svg>
);

export const Logo = () => (
  <span style={{ display: 'inline-flex', alignItems: 'center', gap: 12, fontSize: 26 }}>
    <span style={{ width: 28, height: 28 }}>
      <Icon />
    </span>
    <strong style={{ letterSpacing: '0.2em' }}>公开</strong>
  </span>
);
