import { Link } from '@/components/Link/Link';
import type { Locale } from '@/i18n/routing';
import { titleIn } from '@/queries/document-items';
import type { Related } from '@/queries/relations';

/** Another document by its title and number: 《宜丰县城区停车管理办法》（宜府发〔2026〕6号）. */
export function RelatedLink({ document, locale }: { document: Related; locale: Locale }) {
  const { title, lang } = titleIn(locale, document);
  const isChinese = lang !== undefined || locale === 'zh-CN';
  const { number } = document;
  return (
    <Link href={`/documents/${document.slug}`} lang={lang}>
      {isChinese ? `《${title}》` : `“${title}”`}
      {number && (isChinese ? `（${number}）` : ` (${number})`)}
    </Link>
  );
}
