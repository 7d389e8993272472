import type { CollectionConfig, Where } from 'payload';
import { administrators, administratorsField, hasRole, ROLES } from '@/access/roles';

const ROLE_NAMES: Record<(typeof ROLES)[number], { zh: string; en: string }> = {
  administrator: { zh: '系统管理员', en: 'Administrator' },
  editor: { zh: '编辑', en: 'Editor' },
  clerk: { zh: '保密审查员', en: 'Disclosure clerk' },
  leader: { zh: '审批负责人', en: 'Leader' },
  officer: { zh: '依申请公开经办人', en: 'Application officer' },
  counsel: { zh: '法制审核员', en: 'Legal counsel' },
  auditor: { zh: '审计员', en: 'Auditor' },
};

export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: { zh: '账号', en: 'Account' }, plural: { zh: '账号', en: 'Accounts' } },
  auth: {
    maxLoginAttempts: 8,
    lockTime: 10 * 60 * 1000,
    tokenExpiration: 8 * 3600,
    cookies: { sameSite: 'Lax', secure: (process.env.SITE_URL ?? '').startsWith('https:') },
  },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles', 'agency'],
    group: { zh: '系统', en: 'System' },
  },
  access: {
    create: administrators,
    delete: administrators,
    // Colleagues see each other's names: whoever opens a text that another has open is told whose it is.
    read: ({ req: { user } }) => Boolean(user),
    update: ({ req: { user } }) => hasRole(user, 'administrator') || (user ? self(user.id) : false),
    unlock: administrators,
    admin: ({ req: { user } }) => Boolean(user),
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      label: { zh: '姓名', en: 'Name' },
      // The name stands in review records and in cases: nobody signs with one they chose just now.
      access: { update: administratorsField },
    },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      saveToJWT: true,
      label: { zh: '角色', en: 'Roles' },
      access: { create: administratorsField, update: administratorsField },
      options: ROLES.map((value) => ({ value, label: ROLE_NAMES[value] })),
    },
    {
      name: 'agency',
      type: 'relationship',
      relationTo: 'agencies',
      label: { zh: '所在机构', en: 'Agency' },
      access: { create: administratorsField, update: administratorsField },
    },
  ],
};

const self = (id: number | string): Where => ({ id: { equals: id } });
