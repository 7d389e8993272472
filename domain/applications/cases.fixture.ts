/** The cases of a plain file: one a line, columns parted by ` | `, `#` begins a comment line. */
export const casesOf = (file: string): string[][] =>
  file
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' | ').map((part) => part.trim()));
