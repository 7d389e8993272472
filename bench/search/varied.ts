import { THEMES } from '../../domain/catalogue/codes';
import type { Passage, SearchRecord } from '../../search/engine';
import { workOf } from '../../search/work';
import { Dice } from '../dice';

type Law = {
  title: string;
  /** Without its place or the name of the state. */
  subject: string;
  kind: string | null;
  category: string | null;
  /** Sentences of each article, the article's own number left out. */
  articles: string[][];
  labels: (string | undefined)[];
};

const STEMS = [
  ...'云石青白龙凤金银玉清平安长永大小东西南北新古高临江河湖山林泉桥塘溪源梅竹松柳花桃',
];
const SECOND = [...'峰桥岭川阳阴城门口原洲湾坪浦潭潮泉台关冈陵昌宁康丰乐和兴盛义德明光远定海'];
const RANKS = ['县', '县', '市', '市', '区', '镇', '省', '自治县'];
const MAKERS = ['人民代表大会常务委员会', '人民政府', '财政局', '教育局', '民政局', '司法局'];
const BODIES = ['水务', '园林', '档案', '民族', '气象', '盐业', '邮政', '粮食', '渔政', '路政'];
const ENDS = ['管理站', '服务中心', '执法大队', '工作委员会', '监测所', '联合会'];
const VALIDITIES = [
  [80, 'in-force'],
  [10, 'amended'],
  [6, 'repealed'],
  [4, 'lapsed'],
] as const;

const OF_PLACE = /^.{2,7}?(?:省|市|自治州|自治县|自治区|经济特区|新区|县)(?=.{4})/u;
const DIGITS = /\d+/gu;
const COUNTED = /[二三四五六七八九]十?(?=[日年月个名万元倍人次])/gu;

/**
 * Any number of laws made of those that are there: each takes the shape of a real law and puts sentences
 * and clauses of others into its articles, with another place, other numbers and bodies that stand in
 * few texts. So lengths, and how often words occur, stay as they are in real laws, while no text is
 * there twice. The same on every run.
 */
export class Varied {
  /** Articles of a law, about: how many laws a number of articles makes. */
  static readonly ARTICLES = 49;

  private constructor(private readonly laws: readonly Law[]) {}

  static async from(records: AsyncIterable<SearchRecord>): Promise<Varied> {
    const laws: Law[] = [];
    for await (const record of records) if (record.passages.length > 3) laws.push(read(record));
    return new Varied(laws);
  }

  /** Laws that hold this many articles together, the last law cut where they are full. */
  async *records(articles: number): AsyncGenerator<SearchRecord> {
    let left = articles;
    for (let at = 0; left > 0; at += 1) {
      const record = this.record(at);
      if (record.passages.length > left) record.passages = record.passages.slice(0, left);
      left -= record.passages.length;
      yield record;
    }
  }

  private record(at: number): SearchRecord {
    const dice = new Dice(Math.imul(at + 1, 0x9e3779b1));
    const index = Math.imul(at, 7919) % this.laws.length;
    const law = this.laws[index < 0 ? index + this.laws.length : index]!;
    const place = `${dice.of(STEMS)}${dice.of(SECOND)}${dice.of(RANKS)}`;
    const maker = dice.of(MAKERS);
    const year = 1985 + dice.upTo(40);
    const month = String(1 + dice.upTo(11)).padStart(2, '0');
    const day = String(1 + dice.upTo(27)).padStart(2, '0');
    const kind = law.kind === 'law' || law.kind === 'judicial' ? 'normative' : law.kind;
    const title = `${place}${law.subject}${dice.upTo(19) === 0 ? `（${year}年修订）` : ''}`;
    const agency = `${place}${maker}`;
    return {
      id: `documents:${at + 1}`,
      collection: 'documents',
      key: String(at + 1),
      title,
      number: `${place.slice(0, 1)}${maker.slice(0, 1)}发〔${year}〕${1 + dice.upTo(199)}号`,
      indexNumber: null,
      agency,
      // As many agencies as a province has, not as many as there are places.
      agencySlug: `agency-${dice.upTo(299)}`,
      kind,
      themes: [dice.of(THEMES).code],
      category: law.category,
      columns: [],
      year,
      publishedOn: `${year}-${month}-${day}`,
      validity: dice.weighted(VALIDITIES),
      work: workOf({ kind, title, agency }),
      topics: [],
      fileTypes: [],
      passages: law.articles.map((sentences, i) => this.passage(law, sentences, i, place, dice)),
      extra: '',
      url: `/documents/${at + 1}`,
      hasInterpretation: dice.upTo(29) === 0,
    };
  }

  private passage(law: Law, own: string[], i: number, place: string, dice: Dice): Passage {
    const sentences = own.map((sentence) => {
      const roll = dice.upTo(9);
      if (roll < 4) return sentence;
      const other = dice.of(dice.of(this.laws).articles);
      const borrowed = other.length > 0 ? dice.of(other) : sentence;
      return roll < 8 ? borrowed : crossed(sentence, borrowed, dice);
    });
    const label = law.labels[i];
    const text = sentences
      .join('')
      .replace(DIGITS, (digits) => String(1 + dice.upTo(Number(digits) * 2 || 9)).slice(0, 6))
      .replace(COUNTED, (count) => `${dice.of('二三四五六七八九')}${count.slice(1)}`)
      .replaceAll('本市', place)
      .replaceAll('本省', place);
    const body = `${dice.of(STEMS)}${dice.of(SECOND)}${dice.of(BODIES)}${dice.of(ENDS)}`;
    const told = dice.upTo(4) === 0 ? `${text}具体工作由${body}承担。` : text;
    return {
      text: label ? `${label}　${told}` : told,
      ...(label && { label, anchor: `article-${i + 1}` }),
    };
  }
}

/** The beginning of one sentence with the end of another, each cut at a comma. */
function crossed(first: string, second: string, dice: Dice): string {
  const head = first.split('，');
  const tail = second.split('，');
  const kept = head.slice(0, 1 + dice.upTo(Math.max(0, head.length - 1)));
  return [...kept, ...tail.slice(Math.min(kept.length, tail.length - 1))].join('，');
}

function read({ title, kind, category, passages }: SearchRecord): Law {
  const subject = title
    .replace(/^中华人民共和国(?=.)/u, '')
    .replace(/^最高人民(?:法院|检察院)(?:、最高人民检察院)?/u, '中级人民法院')
    .replace(OF_PLACE, '');
  const bare = passages.map(({ text, label }) =>
    label && text.startsWith(label) ? text.slice(label.length).trimStart() : text,
  );
  return {
    title,
    subject,
    kind,
    category,
    articles: bare.map((text) => text.split(/(?<=[。；])/u)),
    labels: passages.map(({ label }) => label),
  };
}
