import type { CollectionConfig } from 'payload';
import { canHandleApplications, canReadCaseFiles, nobody, noField } from '@/access/roles';
import { caseWord } from '@/collections/Applications/worded';
import { inspectUpload } from '@/fields/upload/inspect-upload';
import { checkRelease, keepFindings } from './check-release';
import { caseAskedFor } from './case-asked-for';
import { giveCaseFile } from './give-file';
import { caseFilesFolder, dropDeleted, dropRefused, keepSealed } from './kept-files';

/**
 * 案卷材料: what belongs to one application and to nobody else. Apart from 附件, which are made to be
 * public; a citizen reaches the released copy through the case alone.
 */
export const CaseFiles: CollectionConfig = {
  slug: 'case-files',
  labels: {
    singular: { zh: '案卷材料', en: 'Case file' },
    plural: { zh: '案卷材料', en: 'Case files' },
  },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'purpose', 'application', 'updatedAt'],
    group: { zh: '依申请公开', en: 'Applications' },
  },
  // A copy would not be looked through again.
  disableDuplicate: true,
  access: {
    read: canReadCaseFiles,
    create: canHandleApplications,
    update: nobody,
    delete: nobody,
  },
  upload: {
    staticDir: caseFilesFolder(),
    // What Payload would write is in clear: kept-files.ts writes and give-file.ts reads.
    disableLocalStorage: true,
    handlers: [giveCaseFile],
    // A handler also serves uploads that name a stored file in place of bringing one: never here.
    requiresClientUploadReceipt: true,
    // No pictures are made of what may be somebody's identity card.
    crop: false,
    focalPoint: false,
    // A list would open every picture in it, and the log would say so.
    adminThumbnail: () => null,
    mimeTypes: [
      'application/pdf',
      'application/msword',
      'application/x-cfb',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.ms-excel',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      'application/ofd',
      // What the content of an OFD is found to be; fields/upload looks inside.
      'application/zip',
      'text/plain',
      'image/png',
      'image/jpeg',
    ],
  },
  fields: [
    { name: 'title', type: 'text', required: true, label: { zh: '名称', en: 'Title' } },
    {
      name: 'application',
      type: 'relationship',
      relationTo: 'applications',
      index: true,
      label: { zh: '申请', en: 'Application' },
      defaultValue: caseAskedFor('application'),
    },
    {
      name: 'letter',
      type: 'relationship',
      relationTo: 'letters',
      index: true,
      label: { zh: '来信', en: 'Letter' },
      defaultValue: caseAskedFor('letter'),
    },
    {
      name: 'comment',
      type: 'relationship',
      relationTo: 'comments',
      index: true,
      label: { zh: '公众意见', en: 'Comment' },
    },
    {
      name: 'purpose',
      type: 'select',
      required: true,
      defaultValue: 'other',
      index: true,
      options: ['request', 'supplement', 'opinion', 'original', 'released', 'other'].map(
        (value) => ({ value, label: caseWord('purposes', value) }),
      ),
      label: { zh: '用途', en: 'Purpose' },
    },
    {
      name: 'asked',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/components/admin/CasePanel/AskedPurpose#AskedPurpose' },
      },
    },
    // The released copy says which original it was made from.
    {
      name: 'original',
      type: 'relationship',
      relationTo: 'case-files',
      label: { zh: '由哪个原件制作', en: 'Made from' },
      admin: { condition: (data) => data.purpose === 'released' },
    },
    {
      name: 'findings',
      type: 'json',
      label: { zh: '检查结果', en: 'Findings' },
      access: { create: noField, update: noField },
      admin: {
        readOnly: true,
        condition: (data) => data.purpose === 'released',
        components: {
          Field: '/components/admin/ReleaseFindings/ReleaseFindings#ReleaseFindings',
        },
      },
    },
    {
      name: 'isReleasable',
      type: 'checkbox',
      defaultValue: false,
      label: { zh: '可以随答复书提供', en: 'May go out with the reply' },
      access: { create: noField, update: noField },
      admin: { readOnly: true, position: 'sidebar' },
    },
    // While somebody still fills in the form: the draft that it belongs to.
    {
      name: 'draftHash',
      type: 'text',
      index: true,
      hidden: true,
      access: { read: noField, create: noField },
    },
    { name: 'checksum', type: 'text', hidden: true },
  ],
  hooks: {
    beforeOperation: [inspectUpload, checkRelease],
    beforeChange: [keepFindings, keepSealed],
    afterDelete: [dropDeleted],
    afterError: [dropRefused],
  },
};
