import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { statuses } from '../applications/statuses';
import { replyKindCodes } from '../applications/reply-kinds';
import { REVIEW_STATES } from '../review/review';
import { AGENCY_KINDS, CATEGORIES, FORMS, KINDS, THEMES, VALIDITIES } from './codes';

// The formatter pads the columns of its tables.
const glossary = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8').replace(
  / +/g,
  ' ',
);

describe('the glossary', () => {
  it('pairs every code of the catalogue with its Chinese name', () => {
    for (const list of [KINDS, THEMES, CATEGORIES, FORMS, AGENCY_KINDS, VALIDITIES]) {
      for (const { code, zh } of list) expect(glossary).toContain(`| \`${code}\` | ${zh} |`);
    }
  });

  it('explains every status, reply kind and review state', () => {
    for (const code of [...statuses, ...replyKindCodes, ...REVIEW_STATES]) {
      expect(glossary).toContain(`| \`${code}\` |`);
    }
  });

  it('says something in every cell', () => {
    const rows = glossary.split('\n').filter((line) => line.startsWith('|'));
    for (const row of rows) {
      const cells = row.split('|').slice(1, -1);
      expect([row, cells.length]).toEqual([row, 3]);
      expect([row, cells.every((cell) => cell.trim() !== '')]).toEqual([row, true]);
    }
  });
});
