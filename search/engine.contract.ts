import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchEngine, SearchQuery, SearchRecord } from './engine';
import { describeAnswers } from './engine.contract.answers';
import { describeCounts } from './engine.contract.counts';
import { describeRecall } from './engine.contract.recall';
import { record } from './engine.samples';

/**
 * What every search engine has to do, whatever it is made of.
 * @param open gives a fresh, empty engine
 */
export function describeSearchEngine(name: string, open: () => Promise<SearchEngine>): void {
  describe(`${name} as a search engine`, () => {
    let engine: SearchEngine;

    beforeEach(async () => {
      engine = await open();
    });
    afterEach(async () => {
      await engine.close();
    });

    const find = async (text: string, query: Partial<SearchQuery> = {}): Promise<string[]> => {
      const { hits } = await engine.search({ text, ...query });
      return hits.map(({ key }) => key);
    };

    describe('finding', () => {
      beforeEach(async () => {
        await engine.put([
          record('1', { title: '优化营商环境实施办法', body: '为企业开办提供一网通办服务。' }),
          record('2', { title: '政府信息公开条例', body: '公民可以依申请公开政府信息。' }),
          record('3', { title: '增值税发票管理通知', body: '电子发票与纸质发票具有同等效力。' }),
          record('4', { title: 'Notice on Parking', body: '停车 ＰＭ２．５ 监测点位 A12 号。' }),
        ]);
      });

      it('finds a word of a title and a word of a body', async () => {
        expect(await find('营商环境')).toEqual(['1']);
        expect(await find('一网通办')).toEqual(['1']);
        expect(await find('依申请公开')).toEqual(['2']);
      });

      it('finds a word inside a longer word', async () => {
        expect(await find('信息公开')).toEqual(['2']);
        expect(await find('条例')).toEqual(['2']);
      });

      it('finds two characters and one character', async () => {
        expect(await find('停车')).toEqual(['4']);
        expect(await find('税')).toEqual(['3']);
        expect(await find('票')).toEqual(['3']);
      });

      it('finds letters of any case and digits of any width', async () => {
        expect(await find('parking')).toEqual(['4']);
        expect(await find('PM2.5')).toEqual(['4']);
        expect(await find('ａ１２')).toEqual(['4']);
      });

      it('asks for every word when several are typed', async () => {
        expect(await find('企业 一网通办')).toEqual(['1']);
      });

      it('says so when no record holds every word and gives those that hold some', async () => {
        const result = await engine.search({ text: '发票 停车场馆收费 同等效力' });
        expect(result.isRelaxed).toBe(true);
        expect(result.hits[0]?.key).toBe('3');
      });

      it('finds nothing where the characters of a question stand in other words alone', async () => {
        await engine.put([
          record('5', { title: '生态文明宣传', body: '传达会议精神，保护生态。' }),
        ]);
        expect((await engine.search({ text: '量子隐形传态' })).total).toBe(0);
        expect(await find('宣传 生态')).toEqual(['5']);
      });

      it('leaves out what stands after a minus', async () => {
        expect((await find('公开 OR 政府')).includes('2')).toBe(true);
        expect(await find('发票 -电子')).toEqual([]);
        expect(await find('办法 -停车')).toEqual(['1']);
        expect((await find('-营商环境')).sort()).toEqual(['2', '3', '4']);
      });

      it('finds a phrase in quotation marks only as it stands', async () => {
        expect(await find('“纸质发票具有同等效力”')).toEqual(['3']);
        expect(await find('"质发票具有同等效"')).toEqual(['3']);
        expect(await find('"质发票"')).toEqual(['3']);
        expect(await find('"发票纸质"')).toEqual([]);
        expect(await find('"质发票没有同等效"')).toEqual([]);
      });

      it('lists everything when nothing is typed and nothing when only signs are', async () => {
        expect((await engine.search({ text: '' })).total).toBe(4);
        expect((await engine.search({ text: '？！' })).total).toBe(0);
      });

      it('replaces a record that is put again and forgets one that is removed', async () => {
        await engine.put([record('1', { title: '停车场管理办法' })]);
        expect(await find('营商环境')).toEqual([]);
        await engine.remove(['documents:1', 'documents:no-such-record']);
        expect(await find('停车场')).toEqual([]);
        expect((await engine.status()).records).toBe(3);
        expect(await engine.ids()).toEqual(['documents:2', 'documents:3', 'documents:4']);
      });
    });

    describe('document numbers', () => {
      beforeEach(async () => {
        await engine.put([
          record('1', { title: '甲通知', number: '国办发〔2018〕108号', body: '正文' }),
          record('2', {
            title: '乙通知',
            number: '国发〔2019〕5号',
            body: '贯彻国办发〔2018〕108号',
          }),
          record('3', { title: '丙规定', number: '国务院令第711号', body: '正文' }),
        ]);
      });

      it.each([
        ['国办发〔2018〕108号', '1'],
        ['国办发[2018]108号', '1'],
        ['国办发 （２０１８） １０８ 号', '1'],
        ['国办发2018 108', '1'],
        ['国发 2019 5', '2'],
        ['国务院令711', '3'],
        ['国令第711号', '3'],
        ['令第711号', '3'],
        ['第711号令', '3'],
      ])('%s names its document', async (typed, key) => {
        const { hits } = await engine.search({ text: typed });
        expect(hits[0]?.key).toBe(key);
        expect(hits[0]?.isNumberMatch).toBe(true);
      });

      it('shows a document that cites the number after the one that bears it', async () => {
        expect(await find('国办发[2018]108号')).toEqual(['1', '2']);
      });
    });

    describe('order', () => {
      it('puts a title before a body and the very title first', async () => {
        await engine.put([
          record('body', { title: '劳动争议处理意见', body: '劳动合同法 '.repeat(30) }),
          record('long', { title: '劳动合同法实施条例', body: '为实施法律' }),
          record('exact', { title: '中华人民共和国劳动合同法', body: '第一条' }),
        ]);
        expect(await find('劳动合同法')).toEqual(['exact', 'long', 'body']);
      });

      it('puts what is in force before what is repealed, and newer before older', async () => {
        const same = { title: '道路停车管理办法', body: '停车管理' };
        await engine.put([
          record('old', { ...same, publishedOn: '2010-01-01' }),
          record('repealed', { ...same, publishedOn: '2022-01-01', validity: 'repealed' }),
          record('new', { ...same, publishedOn: '2020-01-01' }),
        ]);
        expect(await find('停车管理')).toEqual(['new', 'old', 'repealed']);
      });

      it('puts an interpretation beside its document, not above it', async () => {
        const same = { title: '惠企政策若干措施', body: '惠企' };
        await engine.put([
          record('interpretation', { ...same, collection: 'interpretations' }),
          record('document', same),
        ]);
        expect(await find('惠企')).toEqual(['document', 'interpretation']);
      });

      it('sorts by day when asked', async () => {
        await engine.put([
          record('a', { title: '停车', publishedOn: '2019-05-01' }),
          record('b', { title: '停车', publishedOn: null }),
          record('c', { title: '停车场停车停车', publishedOn: '2021-05-01' }),
        ]);
        expect(await find('停车', { sort: 'newest' })).toEqual(['c', 'a', 'b']);
      });
    });

    describeCounts(open);
    describeAnswers(open);
    describeRecall(open);

    describe('snippets', () => {
      it('marks the words in title and body, around the best passage', async () => {
        const filler = '这里说的是别的事情。'.repeat(60);
        await engine.put([
          record('1', {
            title: '营商环境办法',
            body: `营商环境。${filler}优化营商环境，便利企业开办。${filler}`,
          }),
        ]);
        const { hits } = await engine.search({ text: '营商环境 企业开办' });
        const [hit] = hits;
        expect(marked(hit?.title)).toEqual(['营商环境']);
        expect(marked(hit?.snippet)).toEqual(['营商环境', '企业开办']);
        expect([hit?.snippet.cutBefore, hit?.snippet.cutAfter]).toEqual([true, true]);
      });
    });

    describe('suggestions', () => {
      it('gives titles that begin with what is typed, then those that hold it', async () => {
        await engine.put([
          record('1', { title: '关于优化营商环境的通知' }),
          record('2', { title: '营商环境评价办法' }),
          record('3', { title: '停车管理办法' }),
        ]);
        const suggestions = await engine.suggest('营商环');
        expect(suggestions.map(({ text }) => text)).toEqual([
          '营商环境评价办法',
          '关于优化营商环境的通知',
        ]);
        expect(marked(suggestions[1])).toEqual(['营商环']);
        expect(await engine.suggest('  ')).toEqual([]);
        for (const typed of ['營商環', '“营商环”', '营商 环']) {
          const same = await engine.suggest(typed);
          expect(same.map((one) => [one.text, marked(one)])).toEqual(
            suggestions.map((one) => [one.text, marked(one)]),
          );
        }
      });

      const suggested = async (typed: string): Promise<string[]> =>
        (await engine.suggest(typed)).map(({ text }) => text);

      it.each(['laodong', 'laodon', 'láo dòng', 'ldf', 'LDF'])(
        'gives the titles that %s is the sound of, beginnings first',
        async (typed) => {
          await engine.put([
            record('1', { title: '某县劳动服务办法' }),
            record('2', { title: '中华人民共和国劳动法' }),
            record('3', { title: '停车管理办法' }),
          ]);
          expect(await suggested(typed)).toEqual(['中华人民共和国劳动法', '某县劳动服务办法']);
        },
      );

      it.each([
        '国发〔2019',
        '国发〔2019〕',
        '国发2019',
        '国发[2019]5',
        '国发〔2019〕5号',
        '國發〔2019〕5號',
      ])('gives the document whose number begins with %s', async (typed) => {
        await engine.put([
          record('1', { title: '甲通知', number: '国发〔2019〕5号' }),
          record('2', { title: '乙通知', number: '国发〔2018〕5号' }),
          record('3', { title: '丙通知', number: '国办发〔2019〕5号' }),
        ]);
        expect(await suggested(typed)).toEqual(['甲通知']);
      });

      it('gives the order whose number begins so', async () => {
        await engine.put([record('1', { title: '甲条例', number: '国务院令第711号' })]);
        expect(await suggested('国务院令71')).toEqual(['甲条例']);
      });
    });

    describe('rebuilding', () => {
      it('answers from the old index until the new one is whole', async () => {
        await engine.put([record('old', { title: '旧停车办法' })]);
        const during: string[][] = [];
        await engine.rebuild(
          (async function* () {
            yield record('new', { title: '新停车办法' });
            during.push(await find('停车'));
          })(),
        );
        expect(during).toEqual([['old']]);
        expect(await find('停车')).toEqual(['new']);
        expect(await engine.status()).toEqual({ records: 1, needsRebuild: null });
      });

      it('keeps what is put and removed while it runs', async () => {
        await engine.put([record('gone', { title: '停车甲' })]);
        await engine.rebuild(
          (async function* () {
            yield record('gone', { title: '停车甲' });
            yield record('kept', { title: '停车乙' });
            await engine.remove(['documents:gone']);
            await engine.put([record('kept', { title: '停车乙，已更正' })]);
            await engine.put([record('late', { title: '停车丙' })]);
          })(),
        );
        const { hits } = await engine.search({ text: '停车', sort: 'newest' });
        expect(hits.map(({ title }) => title.text).sort()).toEqual(['停车丙', '停车乙，已更正']);
      });

      it('leaves the old index as it is when the source fails or is broken off', async () => {
        await engine.put([record('old', { title: '停车' })]);
        const failing = (async function* () {
          yield record('new', { title: '停车' });
          throw new Error('the database went away');
        })();
        await expect(engine.rebuild(failing)).rejects.toThrow('the database went away');
        const abort = new AbortController();
        const endless = (async function* () {
          for (let n = 0; ; n += 1) {
            if (n === 20) abort.abort();
            yield record(`n${n}`, { title: '停车' });
          }
        })();
        await expect(engine.rebuild(endless, { signal: abort.signal })).rejects.toThrow();
        expect(await find('停车')).toEqual(['old']);
        await engine.rebuild(
          (async function* () {
            yield record('whole', { title: '停车' });
          })(),
        );
        expect(await find('停车')).toEqual(['whole']);
      });

      it('refuses a second rebuild while one runs', async () => {
        await engine.rebuild(
          (async function* () {
            yield record('1', { title: '停车' });
            await expect(engine.rebuild(nothing())).rejects.toThrow(/another process|building/);
          })(),
        );
        expect(await find('停车')).toEqual(['1']);
      });
    });

    it('lists what it holds with digests, page by page, to compare it with the database', async () => {
      await engine.put(['c', 'a', 'b'].map((key) => record(key, { title: `办法${key}` })));
      const first = await engine.entries(null, 2);
      expect(first.map(({ id, title }) => [id, title])).toEqual([
        ['documents:a', '办法a'],
        ['documents:b', '办法b'],
      ]);
      const rest = await engine.entries('documents:b', 2);
      expect(rest.map(({ id }) => id)).toEqual(['documents:c']);
      const digests = await engine.digests(['documents:a', 'documents:none']);
      expect([...digests]).toEqual([['documents:a', first[0]?.digest]]);
      await engine.put([record('a', { title: '办法，已更正' })]);
      const after = await engine.digests(['documents:a']);
      expect(after.get('documents:a')).not.toBe(first[0]?.digest);
    });

    it('can be closed twice', async () => {
      await engine.close();
      await engine.close();
    });
  });
}

async function* nothing(): AsyncGenerator<SearchRecord> {
  // A source without records.
}

const marked = (text?: { text: string; marks: readonly (readonly [number, number])[] }) =>
  text?.marks.map(([start, end]) => text.text.slice(start, end));
