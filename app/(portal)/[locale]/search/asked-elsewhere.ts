import { headers } from 'next/headers';
import { receiptPrefix } from '@/collections/Applications/receipt-numbers';
import { hostOf, ownPath } from '@/queries/own-address';
import { readAddress, type AddressValues } from '@/queries/search-address';
import { isAskedReceipt, receiptIn, type AskedReceipt } from '@/search/asked-receipt';

/** What stands in the address in place of a receipt number, which is somebody's own. */
const RECEIPT = 'receipt';

/** Where a question leads that is none for the search: the page whose address it is; without its number, a receipt. */
export async function pathAskedFor(values: AddressValues, here: string): Promise<string | null> {
  const { text } = readAddress(values);
  if (text === '') return null;
  const asked = receiptIn(text, receiptPrefix());
  if (asked) return `${here}?${new URLSearchParams({ [RECEIPT]: asked })}`;
  return ownPath(text, [hostOf(process.env.SITE_URL), (await headers()).get('host')]);
}

export const receiptOf = (values: AddressValues): AskedReceipt | null => {
  const asked = values[RECEIPT];
  return isAskedReceipt(asked) ? asked : null;
};
