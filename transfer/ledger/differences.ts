import { isSealed, unseal } from '@/fields/sealed/seal';
import type { Application } from '@/payload-types';
import type { LedgerColumn } from './columns';
import { ledgerValue, type AgencyNames } from './list';
import type { LedgerEntry, LedgerNote } from './read-ledger';

/** What a ledger tells of a case; the serial number, the line of the annual table and 是否按期 follow from it. */
const COMPARED: readonly LedgerColumn[] = [
  'channel',
  'applicantKind',
  'informationTitle',
  'informationNumber',
  'receivedOn',
  'agency',
  'supplement',
  'thirdParty',
  'extension',
  'fee',
  'dueOn',
  'decidedOn',
  'replyKind',
  'letterNumber',
  'servedOn',
  'archivedOn',
];

/** They may name somebody: told to differ, and no more. */
const HIDDEN: ReadonlySet<LedgerColumn> = new Set(['informationTitle', 'name']);

/**
 * Where a row says something else than the case that came in with it, with both values in words. What a
 * row leaves out is no difference.
 */
export function differences(
  stored: Application,
  told: Partial<Application>,
  { name, dueOn }: Pick<LedgerEntry, 'name' | 'dueOn'>,
  agencies: AgencyNames,
): LedgerNote[] {
  const notes = COMPARED.flatMap((column): LedgerNote[] => {
    // Worked out from the other days where the row does not tell it.
    if (column === 'dueOn' && !dueOn) return [];
    const [value, reading] = [stored, told].map((each) =>
      String(ledgerValue(column, each as Application, 'zh-CN', agencies) ?? ''),
    );
    return reading === '' || value === reading ? [] : [note(column, value, reading)];
  });
  return isOtherName(stored.name, name) ? [...notes, note('name')] : notes;
}

const note = (column: LedgerColumn, value?: string, reading?: string): LedgerNote =>
  HIDDEN.has(column)
    ? { kind: 'differs', key: 'differsHidden', column }
    : { kind: 'differs', key: 'differs', column, value: value ?? '', reading: reading ?? '' };

/** The portal's own ledger comes back with masked names, which say nothing. */
const isOtherName = (stored: string, told: string | null): boolean =>
  told !== null && !told.includes('*') && isSealed(stored) && unseal(stored, 'name') !== told;
