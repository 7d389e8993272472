import type { Field, TextFieldSingleValidation } from 'payload';
import { text } from 'payload/shared';
import { noField } from '@/access/roles';
import {
  applicantKinds,
  applicantSecrets,
  deliveryWays,
  idTypes,
  informationForms,
} from '@/domain/applications/applicants';
import { isUnseen } from '@/domain/applications/letters/clean';
import {
  maskAddress,
  maskEmail,
  maskIdNumber,
  maskName,
  maskPhone,
} from '@/domain/applications/masking';
import { sealed } from '@/fields/sealed/sealed';
import { revealField } from './reveal-field';
import { worded } from './worded';

const titleSeen: TextFieldSingleValidation = (value, options) =>
  isUnseen(value ?? '') ? options.req.t('validation:required') : text(value, options);

/** 所需政府信息 (条例第二十九条第二款第二、三项). There is no field for a purpose. */
export const requestFields: Field[] = [
  {
    name: 'informationTitle',
    type: 'text',
    required: true,
    // Of what nobody can see no letter can speak.
    validate: titleSeen,
    label: { zh: '所需信息名称', en: 'Information wanted' },
  },
  { name: 'informationNumber', type: 'text', label: { zh: '文号', en: 'Document number' } },
  { name: 'description', type: 'textarea', label: { zh: '内容描述', en: 'Description' } },
  {
    name: 'form',
    type: 'select',
    required: true,
    options: worded('forms', informationForms),
    label: { zh: '获取方式', en: 'Form' },
  },
  {
    name: 'delivery',
    type: 'select',
    required: true,
    options: worded('delivery', deliveryWays),
    label: { zh: '获取途径', en: 'Delivery' },
  },
];

const maskCode = (plain: string): string => maskIdNumber(plain);

/** A keyed hash of the value as it is compared: finds a case by it without the value being stored. */
const hash = (name: string): Field => ({
  name,
  type: 'text',
  index: true,
  hidden: true,
  access: { read: noField, create: noField, update: noField },
});

/**
 * 申请人 (条例第二十九条第二款第一项). Encrypted one by one, shown masked to everybody; whoever needs one in
 * full gives a reason, and the log keeps it (reveal.ts).
 */
export const applicantFields: Field[] = [
  {
    name: 'applicantKind',
    type: 'select',
    required: true,
    index: true,
    options: worded('applicants.kinds', applicantKinds),
    label: { zh: '申请人类别', en: 'Applicant' },
  },
  sealed(
    { name: 'name', type: 'text', required: true, label: { zh: '姓名或单位名称', en: 'Name' } },
    { mask: maskName },
  ),
  sealed(
    { name: 'representative', type: 'text', label: { zh: '联系人', en: 'Contact person' } },
    { mask: maskName },
  ),
  {
    name: 'idType',
    type: 'select',
    options: worded('applicants.idTypes', idTypes),
    label: { zh: '证件种类', en: 'Identity paper' },
  },
  sealed(
    { name: 'idNumber', type: 'text', label: { zh: '证件号码', en: 'Identity number' } },
    { mask: maskIdNumber },
  ),
  sealed(
    { name: 'creditCode', type: 'text', label: { zh: '统一社会信用代码', en: 'Credit code' } },
    { mask: maskCode },
  ),
  sealed(
    { name: 'phone', type: 'text', label: { zh: '联系电话', en: 'Phone' } },
    { mask: maskPhone },
  ),
  sealed(
    { name: 'email', type: 'text', label: { zh: '电子邮箱', en: 'Email' } },
    { mask: maskEmail },
  ),
  sealed(
    { name: 'address', type: 'text', label: { zh: '通信地址', en: 'Address' } },
    { mask: maskAddress },
  ),
  { name: 'postcode', type: 'text', label: { zh: '邮政编码', en: 'Postcode' } },
  revealField('revealApplicant', applicantSecrets),
  {
    name: 'language',
    type: 'select',
    defaultValue: 'zh-CN',
    options: [
      { value: 'zh-CN', label: '中文' },
      { value: 'en', label: 'English' },
    ],
    label: { zh: '邮件语言', en: 'Language of mail' },
  },
  hash('identityHash'),
  hash('nameHash'),
  hash('phoneHash'),
  hash('emailHash'),
];
