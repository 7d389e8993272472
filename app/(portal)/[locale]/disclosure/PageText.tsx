import { useTranslations } from 'next-intl';
import { Notice } from '@/components/Notice/Notice';
import { OfficialText } from '@/components/OfficialText/OfficialText';
import { SignatureLine } from '@/components/SignatureLine/SignatureLine';
import { blocksFromLexical } from '@/domain/documents/lexical';
import type { Page } from '@/payload-types';

/** The body of a standing page: in the reader's language where it was translated, else in Chinese. */
export function PageText({ page, locale }: { page: Page; locale: string }) {
  const t = useTranslations('platform');
  const translation = locale === 'en' ? page.english?.body : null;
  return (
    <>
      {locale === 'en' && <Notice>{translation ? t('translation') : t('chineseOnly')}</Notice>}
      <OfficialText
        blocks={blocksFromLexical(translation ?? page.body)}
        lang={translation ? 'en' : 'zh-CN'}
      />
      <SignatureLine signedBy={page.signedBy} />
    </>
  );
}
