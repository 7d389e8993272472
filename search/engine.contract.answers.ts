import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchEngine, SearchQuery } from './engine';
import { describeNamed } from './engine.contract.named';
import { record } from './engine.samples';

/** What every engine shows of what it has found: passages, versions, direct answers, pinned records, corrections. */
export function describeAnswers(open: () => Promise<SearchEngine>): void {
  describe('answers', () => {
    let engine: SearchEngine;

    beforeEach(async () => {
      engine = await open();
    });
    afterEach(async () => {
      await engine.close();
    });

    const find = async (text: string, query: Partial<SearchQuery> = {}): Promise<string[]> =>
      (await engine.search({ text, ...query })).hits.map(({ key }) => key);

    describe('passages', () => {
      beforeEach(async () => {
        await engine.put([
          record('law', {
            title: '中华人民共和国劳动法',
            kind: 'law',
            passages: [
              {
                text: '第一条 为了保护劳动者的合法权益，制定本法。',
                anchor: 'article-1',
                label: '第一条',
              },
              {
                text: '第四十四条 延长工作时间的，支付加班费。',
                anchor: 'article-44',
                label: '第四十四条',
              },
              { text: '加班费申报表', file: '附件.docx', anchor: 'attachments' },
            ],
          }),
          record('other', { title: '别的规定', body: '此处说的是别的事情。' }),
        ]);
      });

      it('shows the passage that answers, and where it stands', async () => {
        const { hits } = await engine.search({ text: '延长工作时间' });
        expect(hits[0]?.place).toEqual({ anchor: 'article-44', label: '第四十四条' });
        expect(hits[0]?.snippet.text).toContain('延长工作时间');
      });

      it('names the attachment that holds the passage', async () => {
        const { hits } = await engine.search({ text: '申报表' });
        expect(hits[0]?.place).toEqual({ file: '附件.docx', anchor: 'attachments' });
      });

      it('finds a record by words of its title and of different passages, once', async () => {
        const { hits, total } = await engine.search({ text: '劳动法 加班费 合法权益' });
        expect([total, hits.map(({ key }) => key)]).toEqual([1, ['law']]);
      });

      it('stands for the record as a whole when only the title is asked for', async () => {
        const { hits } = await engine.search({ text: '别的规定' });
        expect(hits[0]?.place).toBeNull();
      });

      it('goes straight to an article that is named', async () => {
        const { direct, hits } = await engine.search({ text: '劳动法 第四十四条' });
        expect(direct).toMatchObject({
          why: 'article',
          hit: { key: 'law' },
          passage: { anchor: 'article-44', label: '第四十四条' },
        });
        expect(hits[0]?.place?.label).toBe('第四十四条');
      });
    });

    describe('a number', () => {
      it('goes straight to its document, to the one in force when there are two', async () => {
        const number = '国发〔2019〕5号';
        await engine.put([
          record('old', { title: '甲通知', number, validity: 'repealed' }),
          record('new', { title: '甲通知', number }),
        ]);
        const { direct } = await engine.search({ text: '国发[2019]5号' });
        expect(direct).toMatchObject({ why: 'number', hit: { key: 'new' }, passage: null });
      });

      it('that two documents in force bear goes to neither', async () => {
        await engine.put([
          record('a', { title: '甲市规定', number: '令第3号' }),
          record('b', { title: '乙市规定', number: '令第3号' }),
        ]);
        const { direct, total } = await engine.search({ text: '令第3号' });
        expect([direct, total]).toEqual([null, 2]);
      });
    });

    describe('versions of one text', () => {
      beforeEach(async () => {
        const same = { title: '停车管理条例', body: '停车', work: '县人大:停车管理条例' };
        await engine.put([
          record('2010', { ...same, validity: 'repealed', year: 2010, publishedOn: '2010-01-01' }),
          record('2020', { ...same, validity: 'in-force', year: 2020, publishedOn: '2020-01-01' }),
          record('other', { title: '停车收费办法', year: 2020, publishedOn: '2015-01-01' }),
        ]);
      });

      it('are one result, the one in force, with the others beside it', async () => {
        const { hits, total } = await engine.search({ text: '停车管理' });
        expect(hits.map(({ key }) => key)).toContain('2020');
        expect(hits.map(({ key }) => key)).not.toContain('2010');
        expect(hits.find(({ key }) => key === '2020')?.versions.map(({ key }) => key)).toEqual([
          '2010',
        ]);
        expect(total).toBe(hits.length);
      });

      it('are counted once, and under every value that one of them has', async () => {
        const { facets, total } = await engine.search({ text: '停车' });
        expect(total).toBe(2);
        expect(facets.validity).toEqual([
          { value: 'in-force', count: 2 },
          { value: 'repealed', count: 1 },
        ]);
        const repealed = await engine.search({ text: '停车', filters: { validity: ['repealed'] } });
        expect(repealed.hits.map(({ key }) => key)).toEqual(['2010']);
        expect(repealed.total).toBe(1);
      });

      it('are one result in order of days too', async () => {
        expect(await find('停车', { sort: 'newest' })).toEqual(['2020', 'other']);
        expect(await find('停车', { sort: 'oldest' })).toEqual(['2010', 'other']);
      });
    });

    it('leave out, and do not count, what is to be left out', async () => {
      await engine.put([
        record('a', { title: '停车管理办法', kind: 'rule', number: '宜府发〔2026〕1号' }),
        record('b', { title: '停车收费标准', kind: 'notice' }),
      ]);
      const query = { without: ['documents:a', 'documents:none'], pinned: ['documents:a'] };
      const { hits, total, facets } = await engine.search({ text: '停车', ...query });
      expect([total, ...hits.map(({ key }) => key)]).toEqual([1, 'b']);
      expect(facets.kind).toEqual([{ value: 'notice', count: 1 }]);
      expect((await engine.search({ text: '宜府发〔2026〕1号', ...query })).direct).toBeNull();
    });

    describe('pinned records', () => {
      beforeEach(async () => {
        await engine.put([
          record('a', { title: '停车管理办法', kind: 'rule' }),
          record('b', { title: '停车收费标准', kind: 'notice' }),
          record('c', { title: '城市道路指南', kind: 'guide' }),
        ]);
      });

      it('stand first in their order, whether they match or not, and are counted', async () => {
        const pinned = ['documents:c', 'documents:b', 'documents:no-such-record'];
        const { hits, total, facets } = await engine.search({ text: '停车', pinned });
        expect(hits.map(({ key, isPinned }) => [key, isPinned])).toEqual([
          ['c', true],
          ['b', true],
          ['a', false],
        ]);
        expect(total).toBe(3);
        expect(facets.kind.find(({ value }) => value === 'guide')?.count).toBe(1);
      });

      it('pass the filters like all others', async () => {
        const query = { filters: { kind: ['rule'] }, pinned: ['documents:c'] };
        expect(await find('停车', query)).toEqual(['a']);
      });
    });

    describe('words that mean the same', () => {
      beforeEach(async () => {
        await engine.put([
          record('a', { title: '电动自行车管理办法' }),
          record('b', { title: '别的办法' }),
        ]);
      });

      it('find each other, and the answer names them', async () => {
        const synonyms = [{ words: ['小电驴', '电动自行车'] }];
        const result = await engine.search({ text: '小电驴', synonyms });
        expect(result.hits.map(({ key }) => key)).toEqual(['a']);
        expect(result.searchedToo).toEqual(['电动自行车']);
        expect(result.isRelaxed).toBe(false);
      });

      it('one way are found by the first alone', async () => {
        await engine.put([record('c', { title: '小电驴的故事' })]);
        const synonyms = [{ words: ['小电驴', '电动自行车'], isOneWay: true }];
        expect((await find('小电驴', { synonyms })).sort()).toEqual(['a', 'c']);
        expect(await find('电动自行车', { synonyms })).toEqual(['a']);
      });
    });

    describe('what was meant', () => {
      beforeEach(async () => {
        await engine.put([
          record('law', {
            title: '中华人民共和国劳动合同法',
            body: '劳动者与用人单位订立劳动合同。',
          }),
          record('other', { title: '停车管理办法', body: '停车' }),
        ]);
      });

      it.each(['laodonghetongfa', 'ldhtf', '劳动和同法'])('%s is the law', async (typed) => {
        const { hits, answeredFor } = await engine.search({ text: typed });
        expect(hits[0]?.key).toBe('law');
        expect(answeredFor).toContain('劳动合同法');
      });

      it('is not asked of a text in quotation marks', async () => {
        const { total, answeredFor } = await engine.search({ text: '"劳动和同法"' });
        expect([total, answeredFor]).toEqual([0, null]);
        const inTitle = await engine.search({ text: 'title:"劳动和同法"' });
        expect([inTitle.answeredFor, inTitle.corrections]).toEqual([null, []]);
      });

      it.each([
        ['title:劳动和同法', 'title:劳动合同法'],
        ['title:ldhtf', 'title:劳动合同法'],
      ])('of %s is meant in the same place', async (typed, meant) => {
        // In a text it stands too, where nobody asked for it.
        await engine.put([record('cites', { title: '通知', body: '根据劳动合同法。' })]);
        const { hits, answeredFor } = await engine.search({ text: typed });
        expect([answeredFor, ...hits.map(({ key }) => key)]).toEqual([meant, 'law']);
      });

      it('is not asked where something was to be left out, which a correction would bring back', async () => {
        const { answeredFor, corrections } = await engine.search({
          text: '劳动和同法 -"劳动者与用人单位"',
        });
        expect([answeredFor, corrections]).toEqual([null, []]);
      });

      it('is the article of a law whose name was mistyped', async () => {
        const passages = [{ text: '第三十九条 解除。', anchor: 'article-39', label: '第三十九条' }];
        await engine.put([record('law', { title: '中华人民共和国劳动合同法', passages })]);
        const { corrections } = await engine.search({ text: '劳动和同法第39条' });
        expect(corrections).toEqual(['劳动合同法第39条']);
        const answered = await engine.search({ text: '劳动合同法第39条' });
        expect(answered.direct?.passage?.label).toBe('第三十九条');
        expect(answered.corrections).toEqual([]);
      });

      it('names only what finds something', async () => {
        const { corrections, total } = await engine.search({ text: '劳动合同' });
        expect(total).toBe(1);
        for (const text of corrections)
          expect((await engine.search({ text })).total).toBeGreaterThan(0);
      });
    });

    it('find words of a title or of an agency alone when asked to', async () => {
      await engine.put([
        record('a', { title: '停车办法', agency: '县交通局', body: '教育' }),
        record('b', { title: '教育办法', agency: '县教育局', body: '停车' }),
      ]);
      expect(await find('title:停车')).toEqual(['a']);
      expect(await find('agency:教育局')).toEqual(['b']);
    });

    it('put the very title that was typed first, though that text no longer holds', async () => {
      const body = '停车收费管理办法。停车收费管理办法的施行。';
      await engine.put([
        record('new', { title: '县停车收费管理办法实施细则', kind: 'law', body }),
        record('old', { title: '停车收费管理办法', validity: 'repealed' }),
      ]);
      expect((await find('停车收费管理办法'))[0]).toBe('old');
    });

    it('put a text that has a stretch just as it was typed above one that has its words apart', async () => {
      await engine.put([
        record('apart', {
          title: '城市道路停车收费标准',
          kind: 'law',
          body: '停车应当收费，标准由城市公布。道路两旁的停车另有标准。',
        }),
        record('as-typed', { title: '别的办法', body: '其他区域执行城市道路停车标准。' }),
      ]);
      expect(await find('城市道路停车标准')).toEqual(['as-typed', 'apart']);
    });

    it('put, of titles that hold every word, the one with least besides first', async () => {
      const on = (subject: string) => `最高人民法院关于${subject}民事诉讼证据的若干规定`;
      await engine.put([
        record('patents', { title: on('知识产权'), publishedOn: '2020-11-16' }),
        record('all', { title: on(''), publishedOn: '2001-12-21' }),
        record('nature', { title: on('生态环境侵权'), publishedOn: '2023-08-14' }),
      ]);
      expect(await find('民事证据规定')).toEqual(['all', 'patents', 'nature']);
    });

    it('find what a court calls a rule by the number of an interpretation', async () => {
      const on = (count: string) => `最高人民法院关于适用《公司法》若干问题的规定（${count}）`;
      await engine.put([
        record('law', { title: '中华人民共和国公司法', kind: 'law' }),
        record('three', { title: on('三'), publishedOn: '2011-01-27' }),
        record('four', { title: on('四'), publishedOn: '2017-08-25' }),
      ]);
      expect((await find('公司法解释三'))[0]).toBe('three');
    });

    it('put an interpretation below the document that it explains, however well it fits', async () => {
      await engine.put([
        record('document', { title: '若干措施', body: '惠企。惠企政策直达快享。' }),
        record('interpretation', {
          collection: 'interpretations',
          title: '惠企政策直达快享',
          body: '惠企政策直达快享',
          explains: ['documents:document'],
        }),
      ]);
      expect(await find('惠企政策直达快享')).toEqual(['document', 'interpretation']);
    });

    describe('questions that have an answer', () => {
      beforeEach(async () => {
        await engine.put([
          record('law', {
            title: '中华人民共和国义务教育法',
            kind: 'law',
            body: '凡年满六周岁的儿童，应当入学接受义务教育。入学材料由学校公布。',
          }),
          record('school', {
            collection: 'questions',
            validity: null,
            title: '孩子上小学要准备哪些材料？',
            alsoAsked: ['小学一年级报名要带什么', '一年级新生入学材料'],
            body: '带户口簿、预防接种证和住房证明，到学区学校报名。',
          }),
          record('pension', {
            collection: 'questions',
            validity: null,
            title: '高龄津贴怎么领？',
            alsoAsked: [],
            body: '年满八十周岁的老人由村（社区）统一申报。',
          }),
        ]);
      });

      it('are answered at once in the words of their title or in any other wording of theirs', async () => {
        for (const text of [
          '孩子上小学要准备哪些材料',
          '请问孩子上小学要准备哪些材料？',
          '小学一年级报名要带什么',
          '一年级新生入学材料',
        ]) {
          const { direct, hits, answeredFor, corrections } = await engine.search({ text });
          expect(direct).toMatchObject({
            why: 'question',
            hit: { id: 'questions:school' },
            passage: { text: '带户口簿、预防接种证和住房证明，到学区学校报名。' },
          });
          expect(hits[0]?.key).toBe('school');
          expect([answeredFor, corrections]).toEqual([null, []]);
        }
      });

      it('are found by other words, without being said to be the very question', async () => {
        const { direct, hits } = await engine.search({ text: '一年级报名材料' });
        expect(direct).toBeNull();
        expect(hits[0]?.key).toBe('school');
      });

      it('are no answer once they are removed, or under a filter that they do not pass', async () => {
        const text = '高龄津贴怎么领';
        const filters = { collection: ['documents'] };
        expect((await engine.search({ text })).direct?.hit.key).toBe('pension');
        expect((await engine.search({ text, filters })).direct).toBeNull();
        await engine.remove(['questions:pension']);
        expect((await engine.search({ text })).direct).toBeNull();
      });
    });
  });
  describeNamed(open);
}
