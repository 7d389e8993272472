import type { DefaultServerCellComponentProps } from 'payload';
import { expect, test } from 'vitest';
import { StageCell } from './StageCell';

test('where Payload draws the column’s cell beside a form, with no row, nothing is drawn', async () => {
  const props = { i18n: { language: 'zh' }, collectionSlug: 'documents' };
  expect(await StageCell(props as DefaultServerCellComponentProps)).toBeNull();
});
