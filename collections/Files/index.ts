import type { CollectionConfig } from 'payload';
import { canCreateTexts, nobody, noField, releasedOrStaff } from '@/access/roles';

/** 附件: files that stand beside a text. Kept outside `public/`, so that every read passes access control. */
export const Files: CollectionConfig = {
  slug: 'files',
  labels: { singular: { zh: '附件', en: 'File' }, plural: { zh: '附件', en: 'Files' } },
  admin: { useAsTitle: 'title', group: { zh: '素材', en: 'Assets' } },
  // Never changed: a review speaks of the file as it was examined, and a new one is a new upload.
  access: { read: releasedOrStaff, create: canCreateTexts, update: nobody, delete: nobody },
  upload: {
    staticDir: `${process.env.UPLOADS_PATH ?? './data/uploads'}/files`,
    mimeTypes: [
      'application/pdf',
      'application/msword',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.ms-excel',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/zip',
      'application/ofd',
      'text/plain',
      'text/csv',
      'image/png',
      'image/jpeg',
    ],
  },
  fields: [
    { name: 'title', type: 'text', required: true, label: { zh: '名称', en: 'Title' } },
    {
      name: 'released',
      type: 'checkbox',
      defaultValue: false,
      index: true,
      label: { zh: '已随文公开', en: 'Released' },
      access: { create: noField, update: noField },
      admin: { readOnly: true, position: 'sidebar' },
    },
  ],
};
