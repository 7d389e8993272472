import { receiptPrefix } from '@/collections/Applications/receipt-numbers';
import { formatReceiptNumber } from '@/domain/applications/receipt-number';

/** A receipt number as this portal gives them out, to show what one looks like. */
export const exampleNumber = (): string =>
  formatReceiptNumber({ prefix: receiptPrefix(), year: 2026, serial: 12 });
