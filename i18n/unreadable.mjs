const HEX = '[0-9A-Fa-f]';
const NEXT = `%[89ABab]${HEX}`;
const SIGNS = [
  '[^%]',
  `%[0-7]${HEX}`,
  `%[Cc][2-9A-Fa-f]${NEXT}`,
  `%[Dd]${HEX}${NEXT}`,
  `%[Ee]0%[ABab]${HEX}${NEXT}`,
  `%[Ee][1-9A-Ca-cEFef]${NEXT}${NEXT}`,
  `%[Ee][Dd]%[89]${HEX}${NEXT}`,
  `%[Ff]0%[9ABab]${HEX}${NEXT}${NEXT}`,
  `%[Ff][1-3]${NEXT}${NEXT}${NEXT}`,
  `%[Ff]4%8${HEX}${NEXT}${NEXT}`,
];

/**
 * Every path whose percent signs are no text in UTF-8 (`/letters/%ff`), as a source of a rewrite. Next can't take such an
 * address apart and would answer it with a bare "Internal Server Error".
 */
export const UNREADABLE = `/:path((?!_next/)(?!(?:${SIGNS.join('|')})*$).*)`;
