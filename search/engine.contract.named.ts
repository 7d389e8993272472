import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchEngine } from './engine';
import { record } from './engine.samples';

/** What every engine makes of a question that names a text: by the end of its title, an article of it, its number. */
export function describeNamed(open: () => Promise<SearchEngine>): void {
  describe('what a question names', () => {
    let engine: SearchEngine;

    beforeEach(async () => {
      engine = await open();
    });
    afterEach(async () => {
      await engine.close();
    });

    describe('an article of a text that is called by the end of its title', () => {
      const article = '第五条 停车场应当公示收费标准。';
      const law = record('law', {
        title: '宜丰县城区机动车停车管理办法',
        passages: [{ text: article, anchor: 'article-5', label: '第五条' }],
      });

      it.each(['停车管理办法 第5条', '停车管理办法第五条'])('%s is answered', async (text) => {
        // Its interpretation is called the same, and is not asked for by an article.
        const picture = { title: '一图读懂：城区机动车停车管理办法', body: '第五条说的是收费。' };
        await engine.put([law, record('picture', { collection: 'interpretations', ...picture })]);
        const { direct, hits } = await engine.search({ text });
        expect(direct).toMatchObject({ why: 'article', hit: { key: 'law' } });
        expect(direct?.passage).toMatchObject({ text: article, anchor: 'article-5' });
        expect(hits[0]?.key).toBe('law');
      });

      it('is not guessed where two texts are called so', async () => {
        await engine.put([
          law,
          { ...law, id: 'documents:town', key: 'town', title: '新昌镇停车管理办法' },
        ]);
        expect((await engine.search({ text: '停车管理办法第五条' })).direct).toBeNull();
      });
    });

    describe('an article of one version of a law', () => {
      const version = (year: number, validity: 'in-force' | 'amended') =>
        record(`${year}`, {
          kind: 'law',
          title: '中华人民共和国行政复议法',
          work: '法律 行政复议法',
          validity,
          publishedOn: `${year}-09-01`,
          passages: [{ text: `第十条 ${year}年的条文。`, anchor: 'article-10', label: '第十条' }],
        });

      beforeEach(() => engine.put([version(2017, 'amended'), version(2023, 'in-force')]));

      it.each([
        ['行政复议法第十条', '2023'],
        ['行政复议法(2017)第十条', '2017'],
        ['行政复议法（2017年修正）第10条', '2017'],
        ['2017年行政复议法第十条', '2017'],
        // A year in which something else happened.
        ['行政复议法第十条 2017年处罚不服', '2023'],
        // None of that year is held.
        ['行政复议法（2009年修正）第十条', '2023'],
      ])('%s is answered from that of %s', async (text, key) => {
        expect((await engine.search({ text })).direct).toMatchObject({
          why: 'article',
          hit: { key },
        });
      });
    });

    describe('a document number that no record bears', () => {
      beforeEach(async () => {
        await engine.put([
          record('other', { title: '2019年5号审计公告', number: '审计〔2019〕5号', body: '国发' }),
          record('order', { title: '条例', body: '中华人民共和国国务院令第711号修订' }),
          record('cites', { title: '实施意见', body: '根据国发〔2018〕9号文件，制定本意见。' }),
        ]);
      });

      it.each([
        '国发[2019]5号',
        '国发 2019 5',
        '国发2019年第5号文',
        '请问国发〔2019〕5号',
        '国发〔2019〕5号文件',
        '国发〔2019〕5号 全文',
      ])('%s is said not to be held, and what merely looks like it is not listed', async (text) => {
        const { missingNumber, total, facets } = await engine.search({ text });
        expect(missingNumber).toMatch(/^国发(?:〔2019〕|2019年第)5号$/);
        expect([total, facets.kind]).toEqual([0, []]);
      });

      it('lists what mentions it', async () => {
        const { missingNumber, hits } = await engine.search({ text: '国发 2018 9' });
        expect([missingNumber, ...hits.map(({ key }) => key)]).toEqual([
          '国发〔2018〕9号',
          'cites',
        ]);
        for (const text of ['國務院令711號', '国务院令 第711号', '第711号国务院令']) {
          const order = await engine.search({ text });
          expect(order.missingNumber).toBe('国务院令第711号');
          expect(order.hits.map(({ key }) => key)).toEqual(['order']);
        }
      });

      it.each(['宜府办发〔2020〕1号', '宜财发 2020 3', '宜府办发〔2020〕1号、宜财发〔2020〕3号'])(
        '%s is held, by a document of several agencies that each numbered it',
        async (text) => {
          const number = '宜府办发〔2020〕1号、宜财发〔2020〕3号';
          await engine.put([record('joint', { title: '关于联合检查的通知', number })]);
          const { missingNumber, direct } = await engine.search({ text });
          expect([missingNumber, direct?.hit.key]).toEqual([null, 'joint']);
        },
      );

      it('is held under a ministry that is called by its whole name', async () => {
        await engine.put([record('tax', { title: '公告', number: '税务总局公告2019年第1号' })]);
        const { missingNumber, direct } = await engine.search({
          text: '国家税务总局公告2019年第1号',
        });
        expect([missingNumber, direct?.hit.key]).toEqual([null, 'tax']);
      });

      it.each(['限行通告 第3号', '限行通告第3号', '限行通告 3'])(
        '%s finds the notice that is called so, which bears no number',
        async (text) => {
          await engine.put([
            record('third', { title: '关于限行的通告（第3号）', body: '限行通告' }),
          ]);
          const { missingNumber, hits } = await engine.search({ text });
          expect([missingNumber, hits[0]?.key]).toEqual([null, 'third']);
        },
      );

      it.each([
        '审计〔2019〕5号',
        '实施意见 国发〔2019〕5号',
        '经济运行 2019 5',
        '2019年5月',
        '审计报告2019.5',
      ])('%s is held, or asks for more than a number', async (text) => {
        expect((await engine.search({ text })).missingNumber).toBeNull();
      });
    });

    it('is the text whose title ends so above the one that only quotes it, though it was amended', async () => {
      const body = '政府投资项目应当按照本办法管理。';
      await engine.put([
        record('amended', {
          title: '宜丰县政府投资项目管理办法',
          validity: 'amended',
          publishedOn: '2019-03-01',
          body: '第一条 为了规范政府投资行为，制定本办法。',
        }),
        record('decision', {
          title: '宜丰县人民政府关于修改《宜丰县政府投资项目管理办法》的决定',
          publishedOn: '2021-03-01',
          body: `宜丰县人民政府决定对《政府投资项目管理办法》作如下修改：${body}`,
        }),
      ]);
      const typed = '政府投资项目管理办法';
      const { hits, searchedToo } = await engine.search({ text: typed });
      expect(hits.map(({ key }) => key)).toEqual(['amended', 'decision']);
      // 政府 is part of the name here, and asks for no 人民政府.
      expect(searchedToo).toEqual([]);
      expect((await engine.search({ text: '政府 投资' })).searchedToo).toContain('人民政府');
    });
  });
}
