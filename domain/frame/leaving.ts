/**
 * 《政府网站发展指引》（国办发〔2017〕47号）: 打开非政府网站链接时，应有提示信息。
 * A government site is one under gov.cn, or under 政务, which is given to public bodies alone.
 */
const GOVERNMENT = ['gov.cn', 'xn--zfr164b'];

/** Longer addresses are nobody's to follow by hand. */
const LONGEST = 2_000;

/**
 * Where a link leads that must not be followed unasked: to a page on the web outside of government.
 *
 * @param href as a text has it; addresses inside the portal begin with a slash
 * @param own the host of this site, where it is known
 */
export function isLeaving(href: string, own?: string): boolean {
  const url = outsideAddress(href);
  return url !== null && url.host !== own && !isGovernment(url.hostname);
}

/** The page that asks before it lets go. @param href an address that is leaving */
export const leavePath = (href: string): string => `/leave?to=${encodeURIComponent(href)}`;

/**
 * The address that a reader is asked about, written out: the host as the network knows it, so that
 * letters that look like others can't lie, and without the name and password by which it could pretend
 * to be another. Null for what is no page on the web.
 */
export function outsideAddress(text: string): URL | null {
  if (text.length > LONGEST || !/^https?:\/\//i.test(text)) return null;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.username || url.password ? null : url;
}

export const isGovernment = (hostname: string): boolean =>
  GOVERNMENT.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
