import { expect, it } from 'vitest';
import { questionList, type AskedQuestion } from './question-lists';

const one = (question: string, asked: number, empty: number, opened: number): AskedQuestion => ({
  question,
  asked,
  empty,
  opened,
});

const QUESTIONS = [
  one('落户', 40, 0, 30),
  one('公积金', 90, 2, 3),
  one('加班费', 12, 12, 0),
  one('停车', 12, 0, 0),
  one('医保', 4, 2, 0),
  one('学区', 8, 1, 9),
];
const names = (list: Parameters<typeof questionList>[0]) =>
  questionList(list, QUESTIONS).map(({ question }) => question);

it('puts what is asked most often first', () => {
  expect(names('top')).toEqual(['公积金', '落户', '停车', '加班费', '学区', '医保']);
});

it('shows as empty what found nothing at times, by how often', () => {
  expect(names('empty')).toEqual(['加班费', '公积金', '医保', '学区']);
});

it('shows as abandoned what found something and hardly ever led to a result', () => {
  expect(names('abandoned')).toEqual(['公积金', '停车']);
});
