import type { CollectionConfig } from 'payload';
import { canCreateTexts, nobody, noField, releasedOrStaff } from '@/access/roles';
import { inspectUpload } from '@/fields/upload/inspect-upload';

/** 图片: every one says in words what it shows, for those who do not see it. */
export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: { zh: '图片', en: 'Image' }, plural: { zh: '图片', en: 'Images' } },
  admin: { useAsTitle: 'alt', group: { zh: '素材', en: 'Assets' } },
  // Never changed: a review speaks of the file as it was examined, and a new one is a new upload.
  access: { read: releasedOrStaff, create: canCreateTexts, update: nobody, delete: nobody },
  upload: {
    staticDir: `${process.env.UPLOADS_PATH ?? './data/uploads'}/media`,
    mimeTypes: ['image/png', 'image/jpeg', 'image/webp'],
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      required: true,
      label: { zh: '替代文字', en: 'Text alternative' },
      admin: {
        description: {
          zh: '用一两句话说清图里有什么，供看不见图的人听读。',
          en: 'Say in a sentence or two what the picture shows.',
        },
      },
    },
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
  hooks: { beforeOperation: [inspectUpload] },
};
