import type { CollectionConfig } from 'payload';
import { nobody } from '@/access/roles';

/** Gapless sequences, one row a sequence; see next-number.ts. Nobody reaches them from outside. */
export const Counters: CollectionConfig = {
  slug: 'counters',
  admin: { hidden: true },
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'value', type: 'number', required: true },
  ],
};
