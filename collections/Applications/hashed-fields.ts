import { normaliseIdNumber } from '@/domain/applications/identity';
import type { Application } from '@/payload-types';

type Hashed = {
  /** Where the keyed hash stands; its name is the purpose, too. */
  key: 'identityHash' | 'nameHash' | 'phoneHash' | 'emailHash';
  /** The sealed field that it is made of. */
  field: 'idNumber' | 'creditCode' | 'name' | 'phone' | 'email';
  normalise: (text: string) => string;
};

/** By which keyed hashes a case is found. A person has a paper's number, an organisation its code. */
export const hashedFields = (
  application: Pick<Partial<Application>, 'idNumber' | 'creditCode'>,
): Hashed[] => [
  {
    key: 'identityHash',
    field: application.idNumber ? 'idNumber' : 'creditCode',
    normalise: normaliseIdNumber,
  },
  {
    key: 'nameHash',
    field: 'name',
    normalise: (name) => name.normalize('NFKC').replace(/\s+/g, ''),
  },
  { key: 'phoneHash', field: 'phone', normalise: (phone) => phone },
  { key: 'emailHash', field: 'email', normalise: (email) => email.toLowerCase() },
];
