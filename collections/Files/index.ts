import type { CollectionConfig } from 'payload';
import { canCreateTexts, nobody, noField, releasedOrStaff } from '@/access/roles';
import { inspectUpload } from '@/fields/upload/inspect-upload';
import { dropText, queueReading } from '@/jobs/extract-text';
import { messages } from '@/messages';
import { keepAddress } from './keep-address';

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
      // What the content of .doc and .xls is found to be; fields/upload looks inside.
      'application/x-cfb',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.ms-excel',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/zip',
      'application/ofd',
      'text/plain',
      'text/csv',
      'image/png',
      'image/jpeg',
      'video/mp4',
      'text/vtt',
    ],
  },
  fields: [
    { name: 'title', type: 'text', required: true, label: { zh: '名称', en: 'Title' } },
    {
      name: 'replaces',
      type: 'relationship',
      relationTo: 'files',
      label: { zh: '代替哪个附件', en: 'Replaces' },
      admin: {
        position: 'sidebar',
        description: {
          zh: '换新版时选原来的附件：公开地址不变，旧地址打开的就是新文件。',
          en: 'Choose the file that this one replaces: the public address stays.',
        },
      },
    },
    {
      name: 'address',
      type: 'text',
      index: true,
      label: { zh: '公开地址', en: 'Public address' },
      access: { create: noField, update: noField },
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'checksum',
      type: 'text',
      label: { zh: '校验值', en: 'Checksum' },
      access: { create: noField, update: noField },
      admin: { readOnly: true, position: 'sidebar' },
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
    {
      name: 'textState',
      type: 'ui',
      label: {
        zh: messages['zh-CN'].editor.files.text.label,
        en: messages.en.editor.files.text.label,
      },
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: '/components/admin/FileTextState/FileTextState#FileTextState' },
      },
    },
  ],
  hooks: {
    beforeOperation: [inspectUpload],
    beforeChange: [keepAddress],
    afterChange: [queueReading],
    beforeDelete: [dropText],
  },
};
