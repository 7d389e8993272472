import type { GlobalConfig } from 'payload';
import { administrators, anyone } from '@/access/roles';
import { revalidateAll } from '@/jobs/revalidate';
import { forgetSite } from './kept-site';

/** 网站信息: whose platform this is; stands in the masthead, the footer and the page titles. */
export const Site: GlobalConfig = {
  slug: 'site',
  label: { zh: '网站信息', en: 'Site' },
  admin: { group: { zh: '系统', en: 'System' } },
  access: { read: anyone, update: administrators },
  fields: [
    {
      name: 'name',
      type: 'text',
      localized: true,
      label: { zh: '主办机关名称', en: 'Name of the government' },
    },
    {
      name: 'organiser',
      type: 'text',
      localized: true,
      label: { zh: '主办单位', en: 'Organiser' },
    },
    {
      name: 'undertaker',
      type: 'text',
      localized: true,
      label: { zh: '承办单位', en: 'Operated by' },
    },
    { name: 'contact', type: 'text', localized: true, label: { zh: '联系方式', en: 'Contact' } },
    { name: 'siteCode', type: 'text', label: { zh: '网站标识码', en: 'Site code' } },
    { name: 'icp', type: 'text', label: { zh: 'ICP 备案号', en: 'ICP filing' } },
    { name: 'police', type: 'text', label: { zh: '公安备案号', en: 'Police filing' } },
    {
      name: 'agencyMark',
      type: 'text',
      label: { zh: '党政机关网站标识', en: 'Mark of a government site' },
      admin: {
        description: {
          zh: '标识的编号或查验地址，由机构编制部门发给。',
          en: 'Its number, or the address where it is verified.',
        },
      },
    },
    {
      name: 'showsSignatures',
      type: 'checkbox',
      defaultValue: true,
      label: { zh: '在公开页面写明编辑、审查和签发人', en: 'Name those who signed on each page' },
    },
    {
      name: 'onlineReview',
      type: 'text',
      label: { zh: '网上行政复议地址', en: 'Online review address' },
      admin: {
        description: {
          zh: '行政复议法第二十二条：网上送达的决定须同时提供网上申请复议的渠道。',
          en: 'A decision served online must give the online channel for review.',
        },
      },
    },
  ],
  hooks: {
    afterChange: [
      ({ context, doc }) => {
        forgetSite();
        if (!context.disableRevalidate) revalidateAll();
        return doc;
      },
    ],
  },
};
