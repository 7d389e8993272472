import type { CollectionConfig } from 'payload';
import { hasRole, nobody } from '@/access/roles';
import { AUDIT_ACTIONS } from '@/domain/audit/action';
import { messages } from '@/messages';
import { exportAudit } from './export-audit';

/**
 * 审计日志: who changed what, from where, and what it was before. Rows are only ever added, by the
 * hook in record-audit.ts; each holds the hash of the one before it, so that a row that was changed
 * or taken away shows (`npm run audit:verify`).
 */
export const AuditLog: CollectionConfig = {
  slug: 'audit-log',
  labels: {
    singular: { zh: '审计记录', en: 'Audit entry' },
    plural: { zh: '审计日志', en: 'Audit log' },
  },
  defaultSort: '-seq',
  timestamps: false,
  lockDocuments: false,
  disableDuplicate: true,
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['seq', 'at', 'whoName', 'action', 'subject', 'title', 'address'],
    listSearchableFields: ['title', 'whoName', 'address', 'record'],
    group: { zh: '系统', en: 'System' },
    hideAPIURL: true,
    components: { beforeListTable: ['/components/admin/AuditExport/AuditExport#AuditExport'] },
  },
  endpoints: [exportAudit],
  access: {
    read: ({ req: { user } }) => hasRole(user, 'auditor', 'administrator'),
    create: nobody,
    update: nobody,
    delete: nobody,
  },
  fields: [
    {
      name: 'seq',
      type: 'number',
      required: true,
      unique: true,
      index: true,
      label: { zh: '序号', en: 'No.' },
    },
    { name: 'at', type: 'date', required: true, index: true, label: { zh: '时间', en: 'At' } },
    { name: 'who', type: 'text', index: true, label: { zh: '账号编号', en: 'Account' } },
    { name: 'whoName', type: 'text', label: { zh: '操作人', en: 'Who' } },
    {
      name: 'action',
      type: 'select',
      required: true,
      index: true,
      label: { zh: '操作', en: 'Action' },
      options: AUDIT_ACTIONS.map((value) => ({
        value,
        label: { zh: messages['zh-CN'].audit.actions[value], en: messages.en.audit.actions[value] },
      })),
    },
    {
      name: 'subject',
      type: 'text',
      required: true,
      index: true,
      label: { zh: '对象类别', en: 'Subject' },
    },
    { name: 'record', type: 'text', index: true, label: { zh: '对象编号', en: 'Record' } },
    { name: 'title', type: 'text', label: { zh: '对象', en: 'Title' } },
    { name: 'before', type: 'json', label: { zh: '变更前', en: 'Before' } },
    { name: 'after', type: 'json', label: { zh: '变更后', en: 'After' } },
    { name: 'address', type: 'text', index: true, label: { zh: '来源', en: 'From' } },
    {
      name: 'previous',
      type: 'text',
      required: true,
      label: { zh: '前一条的校验值', en: 'Previous hash' },
    },
    { name: 'hash', type: 'text', required: true, label: { zh: '校验值', en: 'Hash' } },
  ],
};
