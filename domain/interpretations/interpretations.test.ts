import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../documents/blocks';
import { structureOf } from '../documents/structure';
import { missingIn, type Held } from './forms';
import { hasSound } from './mp4';
import { passageText, placeIn } from './places';
import { readVtt } from './webvtt';

const paragraphs = (...lines: string[]): Block[] =>
  lines.map((text) => ({ kind: 'paragraph', runs: [{ text }] }));

const measures = structureOf(
  paragraphs(
    '第一章　总则',
    '第一条　为了规范停车，制定本办法。',
    '第二条　本办法适用于城区。',
    '第二章　管理',
    '第十二条　泊位分为三类：',
    '（一）公共泊位；',
    '（二）专用泊位。',
    '前款以外的不设泊位。',
    '第十二条之一　泊位应当编号。',
    '第十三条　本办法自公布之日起施行。',
  ),
);

const notice = structureOf(
  paragraphs(
    '一、主要任务',
    '（一）规范收费。收费标准应当公示。',
    '（二）增加泊位。今年增加500个。',
    '二、工作要求',
    '（一）加强领导。各单位要负责。',
  ),
);

const words = (structure: typeof measures, name: string) => {
  const place = placeIn(structure, name);
  return place && passageText(place);
};

describe('placeIn', () => {
  it('finds an article with all that stands under it, in figures or in words', () => {
    for (const name of ['第十二条', '第12条', ' 第 十二 条 ', '第１２条']) {
      expect(placeIn(measures, name)?.id).toBe('article-12');
    }
    expect(words(measures, '第十二条')).toMatch(/^第十二条.*公共泊位.*不设泊位。$/);
    expect(words(measures, '第十二条之一')).toBe('第十二条之一　泊位应当编号。');
  });

  it('finds the parts of an article', () => {
    expect(words(measures, '第十二条第二款')).toBe('前款以外的不设泊位。');
    expect(words(measures, '第十二条第（二）项')).toBe('（二）专用泊位。');
    expect(words(measures, '第十二条第一款第（一）项')).toBe('（一）公共泊位；');
    expect(words(measures, '第十二条第一项')).toBe('（一）公共泊位；');
  });

  it('finds chapters and levels, each under the one before it', () => {
    expect(words(measures, '第一章')).toMatch(/总则.*第二条/);
    expect(words(notice, '二、')).toMatch(/^二、工作要求（一）加强领导/);
    expect(words(notice, '二、（一）')).toMatch(/加强领导/);
    expect(words(notice, '一、（二）')).toMatch(/增加泊位/);
    expect(words(notice, '二、工作要求')).toMatch(/工作要求/);
  });

  it('does not find what the text does not have', () => {
    for (const name of [
      '第十四条',
      '第十二条第九款',
      '第十二条第（三）项',
      '三、',
      '二、（二）',
      '',
      '停车',
    ]) {
      expect(placeIn(measures, name) ?? placeIn(notice, name), name).toBeUndefined();
    }
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (name) => void placeIn(measures, name)));
  });
});

describe('readVtt', () => {
  it('reads cues with names, settings, notes and voices', () => {
    const text = [
      '\uFEFFWEBVTT 字幕',
      '',
      'NOTE 说明',
      '',
      '1',
      '00:00.000 --> 00:02.500 align:center',
      '<v 主持人>大家好',
      '今天介绍办法',
      '',
      '01:00:03.000 --> 01:00:04.000',
      '再见',
    ].join('\r\n');
    expect(readVtt(text)).toEqual({
      cues: [
        { start: 0, end: 2.5, text: '大家好\n今天介绍办法' },
        { start: 3603, end: 3604, text: '再见' },
      ],
    });
  });

  it('names the line on which a player would stumble', () => {
    const cue = (time: string) => readVtt(`WEBVTT\n\n${time}\n字`);
    expect(readVtt('1\n00:00:01,000 --> 00:00:02,000\n字')).toEqual({
      problem: { code: 'not-vtt', line: 1 },
    });
    expect(cue('00:00:01,000 --> 00:00:02,000')).toEqual({
      problem: { code: 'bad-time', line: 3 },
    });
    expect(cue('00:03.000 --> 00:02.000')).toEqual({ problem: { code: 'backwards', line: 3 } });
    expect(readVtt('WEBVTT\n\nNOTE 没有字幕')).toEqual({ problem: { code: 'no-cues', line: 1 } });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void readVtt(`WEBVTT\n\n${text}`)));
  });
});

describe('hasSound', () => {
  const box = (name: string, ...content: number[]) => [
    0,
    0,
    0,
    8 + content.length,
    ...new TextEncoder().encode(name),
    ...content,
  ];
  const handler = (kind: string) =>
    box('hdlr', 0, 0, 0, 0, 0, 0, 0, 0, ...new TextEncoder().encode(kind));
  const film = (...kinds: string[]) =>
    new Uint8Array([...box('ftyp', 1, 2), ...box('moov', ...kinds.flatMap(handler))]);

  it('is told by the tracks of the film', () => {
    expect(hasSound(film('vide'))).toBe(false);
    expect(hasSound(film('vide', 'soun'))).toBe(true);
  });

  it('is assumed where the file cannot be read, and never throws', () => {
    expect(hasSound(new Uint8Array([1, 2, 3]))).toBe(true);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => void hasSound(bytes)));
  });
});

describe('missingIn', () => {
  const held = (rest: Partial<Held>): Held => ({
    hasBody: false,
    images: 0,
    questions: 0,
    hasVideo: false,
    hasSound: false,
    hasCaptions: false,
    ...rest,
  });
  const fields = (rest: Partial<Held>) => missingIn(held(rest)).map(({ field }) => field);

  it('asks of each form what it is nothing without', () => {
    expect(fields({ form: 'text' })).toEqual(['body']);
    expect(fields({ form: 'illustrated' })).toEqual(['images', 'textAlternative']);
    expect(fields({ form: 'video' })).toEqual(['textAlternative']);
    expect(fields({ form: 'qa' })).toEqual(['questions']);
    expect(fields({ form: 'press' })).toEqual(['speaker', 'body']);
    expect(fields({ form: 'press', speaker: ' ', questions: 1 })).toEqual(['speaker']);
    expect(fields({ form: 'expert', speaker: '某某', hasBody: true })).toEqual([]);
  });

  it('asks for captions where a film has sound', () => {
    const film = { form: 'video', textAlternative: '文字', hasVideo: true };
    expect(fields({ ...film, hasSound: true })).toEqual(['captions']);
    expect(fields(film)).toEqual([]);
    expect(fields({ ...film, hasSound: true, hasCaptions: true })).toEqual([]);
  });
});
