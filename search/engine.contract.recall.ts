import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchEngine } from './engine';
import { record } from './engine.samples';

/** What every engine finds of a word that a text holds inside a longer one, across two words or as a number. */
export function describeRecall(open: () => Promise<SearchEngine>): void {
  describe('recall', () => {
    let engine: SearchEngine;

    beforeEach(async () => {
      engine = await open();
    });
    afterEach(async () => {
      await engine.close();
    });

    const find = async (text: string): Promise<string[]> =>
      (await engine.search({ text })).hits.map(({ key }) => key).sort();

    it('holds for letters of a name that would mean others in simplified characters', async () => {
      await engine.put([
        record('1', { title: '毕昇活字馆章程', body: '馆长张龑。' }),
        record('2', { title: '毕业生升学指南', body: '张某某。' }),
        record('3', { title: '劳动合同示范文本' }),
      ]);
      expect(await find('毕昇')).toEqual(['1']);
      expect(await find('张龑')).toEqual(['1']);
      expect(await find('"张龑"')).toEqual(['1']);
      expect(await find('勞動合同')).toEqual(['3']);
      expect((await engine.suggest('毕昇')).map(({ text }) => text)).toEqual(['毕昇活字馆章程']);
    });

    it.each([
      ['中医', '县中医院在旧址扩建。'],
      ['宅基', '农村宅基地由乡镇审核。'],
      ['收割', '联合收割机每台补贴一万元。'],
      ['农用', '农用车不得载人。'],
      ['乳腺', '妇女两癌筛查包括乳腺癌。'],
      ['高层', '培养高层次人才。'],
      ['学年', '按学年度收取。'],
    ])(
      'finds %s at the beginning of a longer word, and the word at its end',
      async (typed, body) => {
        await engine.put([
          record('inside', { title: '通知', body }),
          record('apart', { title: '别的通知', body: `关于${typed}的说明。` }),
        ]);
        expect(await find(typed)).toEqual(['apart', 'inside']);
      },
    );

    it('finds a word that the text has across two others when nothing else is found', async () => {
      await engine.put([
        record('1', { title: '通知', body: '设立鹈鹕观测站点位三处。' }),
        record('2', {
          title: '别的通知',
          body: '学校师资得到加强，新学年度招聘教师，发给二人家用补贴。',
        }),
      ]);
      for (const [typed, key] of [
        ['测站', '1'],
        ['鹈鹕观测', '1'],
        ['鹕观', '1'],
        ['鹕观 点位', '1'],
        ['资得', '2'],
        ['学年', '2'],
        // 教师 leads to the names of laws, which need not be found.
        ['学年 教师', '2'],
        ['人家', '2'],
      ] as const) {
        const { hits, isRelaxed, answeredFor } = await engine.search({ text: typed });
        expect([typed, hits.map((hit) => hit.key)]).toEqual([typed, [key]]);
        expect([isRelaxed, answeredFor]).toEqual([false, null]);
        const [snippet] = hits.map((hit) => hit.snippet);
        expect(snippet?.marks.length).toBeGreaterThan(0);
      }
    });

    it('finds words that were quoted in a row nowhere else than in that row', async () => {
      await engine.put([record('1', { title: '通知', body: '设立观测站，鹈鹕入冬迁来。' })]);
      expect(await find('"鹈鹕 观测站"')).toEqual([]);
      expect(await find('鹈鹕 观测站')).toEqual(['1']);
    });

    describe('a word that stands alone, in longer words and not at all', () => {
      beforeEach(async () => {
        await engine.put([
          record('alone', { title: '老旧小区改造', body: '规范停车秩序。' }),
          record('place', { title: '道路改造', body: '新增停车位三十个。' }),
          record('lot', { title: '管网改造', body: '原停车场停用。' }),
          record('none', {
            title: '危房改造',
            body: '每户补助两万元。人民政府负责，报市政府备案。',
          }),
        ]);
      });

      it('finds them all, as the same characters in quotation marks do', async () => {
        expect(await find('停车')).toEqual(['alone', 'lot', 'place']);
        expect(await find('"停车"')).toEqual(['alone', 'lot', 'place']);
        expect(await find('改造 停车')).toEqual(['alone', 'lot', 'place']);
      });

      it('leaves them all out after a minus', async () => {
        expect(await find('改造 -停车')).toEqual(['none']);
        expect(await find('改造 -"停车"')).toEqual(['none']);
      });

      it('is not left out for characters that belong to two words', async () => {
        expect(await find('危房 -民政')).toEqual(['none']);
        expect(await find('危房 -市政')).toEqual(['none']);
      });
    });

    it('finds no 市政 in 市政府 beside a text that speaks of it', async () => {
      await engine.put([
        record('government', { title: '通知', body: '报市政府批准。' }),
        record('works', { title: '通知', body: '市政道路养护。' }),
      ]);
      expect(await find('市政')).toEqual(['works']);
    });

    describe('a telephone number', () => {
      const filler = '办理地点在行政服务中心一楼大厅，工作日全天受理，节假日值班。'.repeat(8);

      beforeEach(async () => {
        await engine.put([
          record('bureau', {
            title: '人力资源和社会保障局',
            body: `社会保险服务中心 0795-0000163\n${filler}\n就业服务中心 0795-0000165\n${filler}`,
          }),
          record('service', { title: '申请指南', body: '咨询电话 0795-0000164，邮编 0000165。' }),
          record('joined', { title: '热线', body: '值班电话 07950000166、400-000-0012。' }),
        ]);
      });

      it.each(['0795-0000165', '0795 0000165', '(0795)0000165', '（0795）0000165', '07950000165'])(
        'is found by %s only where it stands, and that line is shown',
        async (typed) => {
          const { hits, total } = await engine.search({ text: typed });
          expect([total, hits[0]?.key]).toEqual([1, 'bureau']);
          const snippet = hits[0]?.snippet;
          expect(snippet?.marks.map(([from, to]) => snippet.text.slice(from, to))).toEqual([
            '0795-0000165',
          ]);
        },
      );

      it('is found beside other words, written together, and is no other one', async () => {
        expect(await find('就业服务中心电话0795-0000165')).toEqual(['bureau']);
        expect(await find('0795-0000166')).toEqual(['joined']);
        expect(await find('400-000-0012')).toEqual(['joined']);
        expect(await find('0795-0000167')).toEqual([]);
        expect(await find('400-000-0163')).toEqual([]);
      });
    });
  });
}
