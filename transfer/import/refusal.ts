import { skip, type Skip } from './findings';

/** What the collection's rules said against a document, as a finding with their own words. */
export function refusalOf(error: Error): Skip {
  if (error.name === 'KeptByHandError') return skip('kept-by-hand', error.message);
  if (!isToldToPeople(error)) return skip('write-failed', error.message);
  const told = (error.data?.errors ?? []).map(({ label, path, message }) =>
    [wordsOf(label) ?? (message ? '' : path), message].filter(Boolean).join('：'),
  );
  return skip('refused', told.length > 0 ? told.join('；') : error.message);
}

type Told = Error & {
  status: number;
  data?: { errors?: { label?: unknown; path?: string; message?: string }[] } | null;
};

/** Payload's errors below 500 are refusals, worded for whoever asked; others are faults. */
const isToldToPeople = (error: Error): error is Told =>
  'status' in error && typeof error.status === 'number' && error.status < 500;

const wordsOf = (label: unknown): string | undefined =>
  typeof label === 'string' && label !== '' ? label : undefined;
