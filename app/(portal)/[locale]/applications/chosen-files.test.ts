import { expect, test } from 'vitest';
import { chosenFiles } from './chosen-files';

const formOf = (...files: File[]) => {
  const form = new FormData();
  for (const file of files) form.append('files', file);
  return form;
};

test('a field in which nothing was chosen gives no file, however its empty file is named', () => {
  expect(chosenFiles(formOf())).toEqual([]);
  expect(chosenFiles(formOf(new File([], '')))).toEqual([]);
  expect(chosenFiles(formOf(new File([], 'undefined')))).toEqual([]);
});

test('what was chosen is there, an empty file too, so that it is refused by its name', () => {
  const names = (...files: File[]) => chosenFiles(formOf(...files)).map(({ name }) => name);
  expect(names(new File(['x'], '说明.txt'), new File([], '空.txt'))).toEqual([
    '说明.txt',
    '空.txt',
  ]);
  expect(names(new File(['x'], 'undefined'))).toEqual(['undefined']);
});
