import type { Entry } from '../catalogue/codes';

/** 政务新媒体: where an office has an account. */
export const MEDIA_PLATFORMS = [
  { code: 'wechat', zh: '微信公众号', en: 'WeChat account' },
  { code: 'weibo', zh: '微博', en: 'Weibo' },
  { code: 'douyin', zh: '抖音', en: 'Douyin' },
  { code: 'toutiao', zh: '今日头条', en: 'Toutiao' },
  { code: 'app', zh: '移动客户端', en: 'App' },
  { code: 'other', zh: '其他', en: 'Other' },
] as const satisfies readonly Entry[];
export type MediaPlatform = (typeof MEDIA_PLATFORMS)[number]['code'];
