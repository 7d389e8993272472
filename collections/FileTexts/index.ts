import type { CollectionConfig } from 'payload';
import { nobody, looksAtSearches } from '@/access/roles';

/**
 * 附件文字: what was read out of a file for the search, or why nothing could be. Written by a job, away from the
 * upload, so that a broken file holds nobody up. Derived: it can be read out anew at any time.
 */
export const FileTexts: CollectionConfig = {
  slug: 'file-texts',
  labels: {
    singular: { zh: '附件文字', en: 'Text of a file' },
    plural: { zh: '附件文字', en: 'Texts of files' },
  },
  defaultSort: '-updatedAt',
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'state', 'reason', 'characters', 'updatedAt'],
    group: { zh: '系统', en: 'System' },
  },
  access: { read: looksAtSearches, create: nobody, update: nobody, delete: nobody },
  fields: [
    {
      name: 'file',
      type: 'relationship',
      relationTo: 'files',
      required: true,
      unique: true,
      index: true,
      label: { zh: '附件', en: 'File' },
    },
    { name: 'name', type: 'text', label: { zh: '名称', en: 'Name' } },
    {
      name: 'fileType',
      type: 'text',
      label: { zh: '类型', en: 'Type' },
    },
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      label: { zh: '结果', en: 'State' },
      options: [
        { value: 'read', label: { zh: '已读出文字', en: 'Read' } },
        { value: 'no-text', label: { zh: '没有文字', en: 'Holds no text' } },
        { value: 'unreadable', label: { zh: '读不出', en: 'Unreadable' } },
      ],
    },
    {
      name: 'reason',
      type: 'select',
      label: { zh: '原因', en: 'Reason' },
      options: [
        { value: 'encrypted', label: { zh: '加了密码', en: 'Encrypted' } },
        { value: 'damaged', label: { zh: '文件已损坏', en: 'Damaged' } },
        { value: 'too-large', label: { zh: '内容太大', en: 'Too large' } },
        {
          value: 'too-many-parts',
          label: { zh: '包含的文件太多或层次太深', en: 'Too many parts' },
        },
        { value: 'unsafe', label: { zh: '含有不安全的路径或内容', en: 'Unsafe' } },
        { value: 'timed-out', label: { zh: '读取超时', en: 'Took too long' } },
        { value: 'not-text', label: { zh: '不是文字类文件', en: 'No kind of text' } },
      ],
    },
    { name: 'detail', type: 'text', label: { zh: '说明', en: 'Detail' } },
    { name: 'characters', type: 'number', label: { zh: '字数', en: 'Characters' } },
    // Of which content it was read, so that the same file is not read twice.
    { name: 'checksum', type: 'text', admin: { hidden: true } },
    { name: 'text', type: 'textarea', admin: { hidden: true }, label: { zh: '文字', en: 'Text' } },
  ],
};
