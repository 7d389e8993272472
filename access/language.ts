import type { PayloadRequest } from 'payload';

/** In which language whoever asks is answered: that of their admin or of their request. */
export const localeOf = (req: Pick<PayloadRequest, 'i18n'>): 'en' | 'zh-CN' =>
  req.i18n?.language === 'en' ? 'en' : 'zh-CN';
