import type { CollectionConfig } from 'payload';
import { nobody } from '@/access/roles';

/**
 * What somebody has filled in of an application and not sent, for a few days; and what was sent, until
 * its case is made of it a moment later. Reached with the key in that person's own cookie alone, which
 * is kept here as a hash; the content is encrypted.
 */
export const ApplicationDrafts: CollectionConfig = {
  slug: 'application-drafts',
  admin: { hidden: true },
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  fields: [
    { name: 'keyHash', type: 'text', required: true, unique: true, index: true },
    { name: 'content', type: 'textarea', required: true },
    { name: 'expiresAt', type: 'date', required: true, index: true },
    // With its number it was sent, and is no draft any more (received.ts).
    { name: 'receiptNumber', type: 'text', unique: true, index: true },
    { name: 'sentAt', type: 'date' },
    { name: 'queryHash', type: 'text' },
    { name: 'identityHash', type: 'text', index: true },
  ],
};
