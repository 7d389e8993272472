import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../domain/documents/blocks';
import { structureOf } from '../../domain/documents/structure';
import { evenDepths, headingLevels } from './heading-levels';

const heading = (text: string): Block => ({ kind: 'heading', level: 2, runs: [{ text }] });
const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const levelsOf = (blocks: Block[]) => [...headingLevels(structureOf(blocks)).values()];

describe('headingLevels', () => {
  it('nests sections below chapters', () => {
    expect(
      levelsOf([
        heading('第一章　总则'),
        heading('第二章　申请'),
        heading('第一节　提出'),
        heading('第三章　附则'),
      ]),
    ).toEqual([1, 1, 2, 1]);
  });

  it('leaves no gap below a heading that runs into its paragraph', () => {
    expect(
      levelsOf([
        heading('工作任务'),
        paragraph('一、落实责任。各单位主要负责人是第一责任人。'),
        heading('（一）任务分工'),
      ]),
    ).toEqual([1, 2]);
  });

  it('never skips a level, whatever the order of headings', () => {
    const line = fc.constantFrom(
      '第一编　总则',
      '第二章　申请',
      '第一节　提出',
      '一、总体要求',
      '（一）目标',
      '一、目标。到明年完成改造。',
      '附件1',
      '第五条　本办法自公布之日起施行。',
    );
    const block = fc
      .tuple(line, fc.boolean())
      .map(([text, h]) => (h ? heading(text) : paragraph(text)));
    fc.assert(
      fc.property(fc.array(block, { maxLength: 20 }), (blocks) => {
        let last = 0;
        for (const level of levelsOf(blocks)) {
          expect(level).toBeLessThanOrEqual(last + 1);
          last = level;
        }
      }),
    );
  });
});

describe('evenDepths', () => {
  it('names the depths at which all points have a heading', () => {
    const even = evenDepths(
      structureOf([
        paragraph('一、落实责任。各单位主要负责人是第一责任人。'),
        paragraph('（一）完成老城区背街小巷照明改造；'),
        paragraph('（二）加强检查。每季度检查一次。'),
        paragraph('二、加强督查。县政府办公室按季度通报。'),
      ]),
    );
    expect(even.has(1)).toBe(true);
    expect(even.has(2)).toBe(false);
  });
});
