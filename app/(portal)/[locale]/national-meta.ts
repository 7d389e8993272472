import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type zh from '@/messages/zh-CN/frame.json';
import type { Locale } from '@/i18n/routing';
import { pageAddress } from '@/queries/lists/words';
import { findSite } from '@/queries/site';
import { articleTags, columnTags, siteTags, type ColumnTags } from '@/domain/frame/national-tags';

/**
 * 《政府网站发展指引》（国办发〔2017〕47号）附件《网页设计规范》: 每个页面设置网站标签，栏目页加栏目标签，
 * 内容页再加内容标签。The layout gives every page the tags of the site; each page adds its own as `other`:
 *
 *     other: await columnMeta(locale, 'consultations'),
 *     other: await articleMeta(locale, 'consultations', { title, published, signedBy, source, path }),
 */

/** The portal's parts; their names and descriptions are `frame.columns.<key>`. */
export type ColumnKey = keyof typeof zh.columns;

type Tags = NonNullable<Metadata['other']>;

export type Article = {
  title: string;
  /** A moment (ISO) or a day; without one the page has no PubDate. */
  published?: string | null;
  /** 来源: the agency that says it; the organiser of the site where nobody else does. */
  source?: string | null;
  keywords?: readonly string[] | null;
  /** Its signatures, absent where the office does not name its people: then the agency is its author. */
  signedBy: { editor?: string | null } | null | undefined;
  description?: string | null;
  /** Path of a picture that belongs to it. */
  image?: string | null;
  /** Path without the language. */
  path: string;
};

/** What every page says of the site: SiteName, SiteDomain, SiteIDCode. */
export async function siteMeta(locale: Locale): Promise<Tags> {
  const [site, t] = await Promise.all([
    findSite(locale),
    getTranslations({ locale, namespace: 'shell' }),
  ]);
  return siteTags({
    name: t('site.title', { name: site.name }),
    address: pageAddress('/', 'zh-CN'),
    code: site.siteCode,
  });
}

/** What a page says of the column that it is or belongs to. */
export async function columnMeta(locale: Locale, column: ColumnKey | ColumnTags): Promise<Tags> {
  return columnTags(await wordsOf(locale, column));
}

/** What an article says of itself, beside its column. */
export async function articleMeta(
  locale: Locale,
  column: ColumnKey | ColumnTags,
  { source, path, image, signedBy, ...article }: Article,
): Promise<Tags> {
  const site = await findSite(locale);
  const agency = source || site.organiser || site.name;
  return {
    ...(await columnMeta(locale, column)),
    ...articleTags({
      ...article,
      source: agency,
      // 责任人: whoever wrote it, by name, else the body that answers for it.
      author: signedBy?.editor || agency,
      image: image ? pageAddress(image, 'zh-CN') : undefined,
      url: pageAddress(path, locale),
    }),
  };
}

async function wordsOf(locale: Locale, column: ColumnKey | ColumnTags): Promise<ColumnTags> {
  if (typeof column !== 'string') return column;
  const t = await getTranslations({ locale, namespace: 'frame' });
  return {
    name: t(`columns.${column}.name`),
    description: t(`columns.${column}.description`),
    keywords: t(`columns.${column}.keywords`).split(/[,，]\s*/),
    type: t(`columns.${column}.type`),
  };
}
