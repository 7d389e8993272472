import { readSealed } from '@/fields/sealed/sealed-cookie';

/**
 * To where a page of a form leads that has nothing filled in: to the receipt, if this browser sent the form
 * a moment ago and went back, or to the beginning, where it says that what was written is gone.
 *
 * @param cookie of the receipt
 * @param isOf whether that receipt is one of this form
 */
export async function withoutDraft<Receipt>(
  form: string,
  receiptPage: string,
  cookie: string,
  isOf: (receipt: Receipt) => boolean = () => true,
): Promise<string> {
  const receipt = await readSealed<Receipt>(cookie);
  return receipt && isOf(receipt) ? `${receiptPage}?again=1` : `${form}?lost=1`;
}
