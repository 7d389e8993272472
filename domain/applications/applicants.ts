/** Who applies, in the columns of the annual table (自然人 and the five kinds of organisation). */
export const applicantKinds = [
  'natural', // 自然人
  'business', // 商业企业
  'research', // 科研机构
  'welfare', // 社会公益组织
  'legal-service', // 法律服务机构
  'other-org', // 其他
] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

/** Papers by which a natural person shows who they are. Organisations give their credit code. */
export const idTypes = [
  'id-card', // 居民身份证, also 港澳台居民居住证 and 外国人永久居留身份证: the same 18 characters
  'passport', // 护照
  'hk-macao-permit', // 港澳居民来往内地通行证
  'taiwan-permit', // 台湾居民来往大陆通行证
] as const;
export type IdType = (typeof idTypes)[number];

/**
 * In what form the information is wanted (获取信息的方式).
 *
 * 条例第二十九条第二款第（三）项: “申请公开的政府信息的形式要求，包括获取信息的方式、途径。”
 */
export const informationForms = [
  'paper', // 纸质件
  'electronic', // 电子文件
  'inspect', // 查阅、抄录 (§40)
] as const;
export type InformationForm = (typeof informationForms)[number];

/** By which way the information is to reach the applicant (获取信息的途径). */
export const deliveryWays = [
  'online', // 在本网站凭查询码查看
  'email', // 电子邮件
  'post', // 邮寄
  'in-person', // 当面领取
] as const;
export type DeliveryWay = (typeof deliveryWays)[number];

/** Whether the applicant is an organisation and so shows a credit code in place of an identity paper. */
export const isOrganisation = (kind: ApplicantKind): boolean => kind !== 'natural';

/**
 * What identifies an applicant, by field. Encrypted one by one, masked for everybody, shown with a reason,
 * sealed anew with another key, and kept out of what is published: all of that goes by this list.
 */
export const applicantSecrets = [
  'name',
  'representative',
  'idNumber',
  'creditCode',
  'phone',
  'email',
  'address',
] as const;
