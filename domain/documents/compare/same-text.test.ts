import { describe, expect, it } from 'vitest';
import type { Block } from '../blocks';
import { isSameText, type Stated } from './same-text';

const p = (text: string, bold = false): Block => ({
  kind: 'paragraph',
  runs: [{ text, ...(bold && { bold }) }],
});

describe('isSameText', () => {
  const stated: Stated = {
    title: '停车管理办法',
    documentNumber: '宜府发〔2020〕5号',
    body: [p('第一条　目的。')],
  };

  it('takes marks, blanks and empty paragraphs for nothing', () => {
    const marked = { ...stated, title: '停车管理办法 ', body: [p('第一条 目的。', true), p('　')] };
    expect(isSameText(stated, { ...marked, attachments: [] })).toBe(true);
  });

  it('sees a change of title, number, words, list numbers or files', () => {
    expect(isSameText(stated, { ...stated, title: '停车管理规定' })).toBe(false);
    expect(isSameText(stated, { ...stated, documentNumber: null })).toBe(false);
    expect(isSameText(stated, { ...stated, body: [p('第一条　目标。')] })).toBe(false);
    expect(isSameText(stated, { ...stated, attachments: [1] })).toBe(false);
    expect(isSameText({ ...stated, attachments: [1] }, { ...stated, attachments: ['1'] })).toBe(
      true,
    );
  });
});
