import { dayOf, isDay } from '../workdays/days';

/**
 * 《政府网站发展指引》（国办发〔2017〕47号）附件: tags in the head of each page, by which other sites and search
 * engines read it. 网站标签 SiteName, SiteDomain, SiteIDCode stand on every page; 栏目标签 ColumnName,
 * ColumnDescription, ColumnKeywords, ColumnType on the pages of a column; 内容标签 ArticleTitle, PubDate
 * and ContentSource, and where there is something to say Keywords, Author, Description, Image and Url, on
 * the page of an article.
 */
export type ColumnTags = {
  name: string;
  description?: string | null;
  keywords?: readonly string[];
  /** 栏目类别: 概况信息、机构职能、文件资料、解读回应、办事服务、互动交流 … */
  type?: string | null;
};

export type ArticleTags = {
  title: string;
  /** A moment (ISO) or a day. */
  published?: string | null;
  source: string;
  keywords?: readonly string[] | null;
  author?: string | null;
  description?: string | null;
  /** Whole addresses. */
  image?: string | null;
  url: string;
};

type Tags = Record<string, string>;

/** @param address the whole address of the site, of which the tag names the host */
export const siteTags = (site: { name: string; address: string; code?: string | null }): Tags =>
  said({ SiteName: site.name, SiteDomain: new URL(site.address).host, SiteIDCode: site.code });

/** A column without a description of its own is described by its name: the tag is required. */
export const columnTags = ({ name, description, keywords, type }: ColumnTags): Tags =>
  said({
    ColumnName: name,
    ColumnDescription: description || name,
    ColumnKeywords: (keywords?.length ? keywords : [name]).join(','),
    ColumnType: type || name,
  });

export const articleTags = (article: ArticleTags): Tags =>
  said({
    ArticleTitle: article.title,
    PubDate: minuteOf(article.published),
    ContentSource: article.source,
    Keywords: article.keywords?.join(','),
    Author: article.author,
    Description: article.description,
    Image: article.image,
    Url: article.url,
  });

/**
 * A moment as the tags want it, in Beijing's time; a day is its first minute. A day that is stored
 * stands as its noon in UTC (fields/day.ts), which nobody published at.
 */
export function minuteOf(moment: string | null | undefined): string | undefined {
  if (!moment) return undefined;
  if (moment.endsWith('T12:00:00.000Z') || isDay(moment)) return `${dayOf(moment)} 00:00`;
  const time = new Date(moment);
  if (Number.isNaN(time.getTime())) return undefined;
  const clock = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  });
  return `${dayOf(time)} ${clock.format(time)}`;
}

/** Words on one line; what says nothing is left out. */
const said = (tags: Record<string, string | null | undefined>): Tags =>
  Object.fromEntries(
    Object.entries(tags).flatMap(([name, value]) => {
      const words = value?.replace(/\s+/g, ' ').trim();
      return words ? [[name, words]] : [];
    }),
  );
