import type { FieldHook } from 'payload';
import { canonicalDocumentNumbers } from '@/domain/documents/number';

/** Stores one form of a number however it was typed; what is no number is kept as written. */
export const canonicalNumber: FieldHook = ({ value }) =>
  typeof value === 'string' ? (canonicalDocumentNumbers(value) ?? value.trim()) : value;
