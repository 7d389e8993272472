import { expect, test } from 'vitest';
import { readableDocument } from './docx-parts';

test('a row that begins at a later column gets the cell that it leaves out, and no other row does', () => {
  const cell = '<w:tc><w:p><w:r><w:t>23</w:t></w:r></w:p></w:tc>';
  const row = (properties: string) => `<w:tr><w:trPr>${properties}</w:trPr>${cell}</w:tr>`;
  const later = '<w:gridBefore w:val="2"/><w:wBefore w:w="900"/>';
  const tall = '<w:trHeight w:val="400"/>';
  expect(readableDocument(`<w:tbl>${row(tall)}${row(later)}</w:tbl>`, undefined)).toBe(
    `<w:tbl>${row(tall)}<w:tr><w:trPr>${later}</w:trPr>` +
      `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p></w:p></w:tc>${cell}</w:tr></w:tbl>`,
  );
});
