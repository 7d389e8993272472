import { notFound } from 'next/navigation';

/** An address that no page answers gets the portal's own page, in the reader's language. */
export default function UnknownAddress() {
  notFound();
}
