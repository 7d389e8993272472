import type { FieldHook } from 'payload';
import { formatDocumentNumber, parseDocumentNumber } from '@/domain/documents/number';

/** Stores one form of a number however it was typed; what is no number is kept as written. */
export const canonicalNumber: FieldHook = ({ value }) => {
  if (typeof value !== 'string') return value;
  const parsed = parseDocumentNumber(value);
  return parsed ? formatDocumentNumber(parsed) : value.trim();
};
