import type { Kind } from '../../domain/catalogue/codes';
import { type Act, type Head, withoutQuotes } from './law-head';

export type Maker = { name: string; isAssumed: boolean };

/**
 * Who made a law: read from the acts in its head, else from its title, else, for a local
 * regulation, the people's congress of the place (`isAssumed`). `opening` is the first paragraph.
 */
export function makerOf(
  head: Head,
  kind: Kind | undefined,
  path: string,
  opening: string,
): Maker | undefined {
  const told =
    kind === 'judicial'
      ? (courts(head.title) ?? courtsInHead(head.acts))
      : kind === 'local-regulation'
        ? localCongress(head, path)
        : (congress(head.acts) ?? issuer(head.acts) ?? courtsInHead(head.acts));
  if (told) return { name: told, isAssumed: false };
  if (kind === 'local-regulation') {
    const place = placeOf(head.title) ?? placeOfPath(path);
    return place ? { name: `${place}人民代表大会`, isAssumed: true } : undefined;
  }
  if (kind === 'judicial') {
    const named = courtsIn(opening);
    return named ? { name: named, isAssumed: true } : undefined;
  }
  const signed = signature(head.preface) ?? departmentOfPath(path) ?? titleIssuer(head.title);
  if (signed) return { name: signed, isAssumed: false };
  // 立法法第七十二条：国务院根据宪法和法律，制定行政法规。
  return kind === 'regulation' ? { name: '国务院', isAssumed: true } : undefined;
}

const COURT = '最高人民法院|最高人民检察院|公安部|国家安全部|司法部|民政部|财政部|农业部|海关总署';

/** 最高人民法院、最高人民检察院关于…: the title begins with who speaks. */
function courts(title: string): string | undefined {
  const lead = new RegExp(`^(?:(?:${COURT})[、，\\s　]*)+(?=关于|印发|办理|对|《|$)`, 'u').exec(
    title,
  );
  const names = lead?.[0].match(new RegExp(COURT, 'gu'));
  return names ? names.join('、') : undefined;
}

const courtsInHead = (acts: readonly Act[]): string | undefined =>
  courtsIn(acts.map((act) => act.text).join(''));

function courtsIn(text: string): string | undefined {
  const names = ['最高人民法院', '最高人民检察院'].filter((name) => text.includes(name));
  return names.length > 0 ? names.join('、') : undefined;
}

const CONGRESS =
  /^(?:根据|由|经)?(.{0,24}?)(?:第?[一二三四五六七八九十\d]{1,4}届)?(?:全国)?人民代表大会(常务委员会|常委会)?/u;

/** The National People's Congress or its committee, from the last act that made or changed the text. */
function congress(acts: readonly Act[]): string | undefined {
  const act = acts.findLast(
    // A line that breaks off before its verb (…第十三届全国人民代表大会第二次) still names the body.
    ({ text, isEffective, isPromulgated }) =>
      (!isEffective || isPromulgated) && /全国人民代表大会/u.test(withoutQuotes(text)),
  );
  if (!act) return undefined;
  const isCommittee = /全国人民代表大会(?:常务委员会|常委会)/u.test(withoutQuotes(act.text));
  return `全国人民代表大会${isCommittee ? '常务委员会' : ''}`;
}

/**
 * 立法法第八十一条: regulations of a city divided into districts are reported to the standing
 * committee of the province for approval. The approving body is not the one that made the text.
 */
function localCongress(head: Head, path: string): string | undefined {
  const made = head.acts.findLast(
    ({ text, isAdopted, isAmended }) =>
      (isAdopted || isAmended) &&
      CONGRESS.test(withoutQuotes(text)) &&
      !/批准/u.test(withoutQuotes(text)),
  );
  const source = made ?? head.acts.findLast(({ text }) => CONGRESS.test(withoutQuotes(text)));
  const match = source && CONGRESS.exec(withoutQuotes(source.text));
  if (!match) return undefined;
  const [, written = '', committee] = match;
  const isBareRank = /^(?:自治)?[省市州县区]?$/u.test(written);
  const place = isBareRank ? (placeOf(head.title) ?? placeOfPath(path)) : written;
  return place ? `${place}人民代表大会${committee ? '常务委员会' : ''}` : undefined;
}

const ISSUER =
  /^(?:经|由|以)?(\S{2,60}?)(?=(?:令|公告)?第\s*\S{1,8}号|令(?:公布|发布)|批准|公布|发布|公告|第\S{1,6}次|\S{0,4}会议|办公会|部务会|通过|审议|修改|修订|印发)/u;

/** The ministry or council that issued a regulation or a rule. */
function issuer(acts: readonly Act[]): string | undefined {
  const made = acts.filter((act) => !act.isAmended && (!act.isEffective || act.isPromulgated));
  const act =
    made.findLast((candidate) => candidate.isPromulgated) ??
    made.at(-1) ??
    acts.findLast(namesCouncil);
  if (!act) return undefined;
  if (act.isAmended) return '国务院';
  const name = ISSUER.exec(withoutQuotes(act.text).normalize('NFKC'))?.[1];
  return name ? joined(name) : namesCouncil(act) ? '国务院' : undefined;
}

const namesCouncil = (act: Act): boolean => /国务院/u.test(act.text);

/** 中华人民共和国国务院、中华人民共和国中央军事委员会 → 国务院、中央军事委员会. */
const joined = (names: string): string =>
  names
    .split(/[、\s　]+|令第\S+?号、?/u)
    .map((name) => name.replace(/^中华人民共和国(?=.)/u, '').replace(/(?:令|主任|部长)$/u, ''))
    .filter((name) => name !== '')
    .join('、');

/** 国务院关于…, 全国人民代表大会常务委员会关于…: the title itself says who speaks. */
function titleIssuer(title: string): string | undefined {
  const name = /^(\S{0,20}(?:国务院|委员会|大会|部|局|总署|办公厅|政府))关于/u.exec(title)?.[1];
  return name?.replace(/^中华人民共和国(?=.)/u, '');
}

/** The agency above the date at the end of a covering notice. */
function signature(preface: readonly string[]): string | undefined {
  const name = preface.find((line) => /^\S{2,20}(?:部|委员会|总局|局|署|院)$/u.test(line));
  return name?.replace(/^中华人民共和国(?=.)/u, '');
}

function departmentOfPath(path: string): string | undefined {
  const folders = path.split('/').slice(0, -1);
  const at = folders.indexOf('部门规章');
  return at >= 0 ? folders[at + 1] : undefined;
}

/** A zone (试验区, 示范区) lies in a province and has no congress of its own. */
const PLACE =
  /^([^\s（）]{2,12}?(?:自治[县州区旗]|经济特区|[省市州县旗]|(?<!试验|示范|开发|保税|风景|名胜|度假|合作|保护|新)区))/u;

const placeOf = (title: string): string | undefined => PLACE.exec(title)?.[1];

const MUNICIPALITIES = ['北京', '上海', '天津', '重庆'];
const REGIONS: Record<string, string> = {
  内蒙古: '内蒙古自治区',
  广西: '广西壮族自治区',
  西藏: '西藏自治区',
  宁夏: '宁夏回族自治区',
  新疆: '新疆维吾尔自治区',
};

/** 地方性法规/浙江 or 浙江地方法规 → 浙江省. */
function placeOfPath(path: string): string | undefined {
  const folders = path.split('/').slice(0, -1);
  const short =
    folders[folders.indexOf('地方性法规') + 1 || folders.length] ??
    folders.find((name) => name.endsWith('地方法规'))?.replace(/地方法规$/u, '');
  if (!short) return undefined;
  return REGIONS[short] ?? `${short}${MUNICIPALITIES.includes(short) ? '市' : '省'}`;
}
