import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  reckon,
  type CaseDates,
  type Clock,
  type ClockProblem,
} from '../domain/applications/reckon';
import { explainProblem, explainSteps, fillWords } from '../domain/applications/reckon/explain';
import { withNotice, type Calendar } from '../domain/workdays/calendar';
import { nationalCalendar } from '../domain/workdays/national-calendar';
import { checkNotice } from '../domain/workdays/notice';
import en from '../messages/en/clock.json';
import zh from '../messages/zh-CN/clock.json';

/**
 * The clock of applications, one a line of JSON, without database or settings.
 *
 *   npm run -s clock -- [FILE] [--lang en] [--notices FILE.json] < cases.jsonl
 */
const USAGE = `用法 Usage: npm run -s clock -- [FILE] [--lang zh-CN|en] [--notices FILE.json]

每行一件申请（JSON），从文件或者标准输入读取；每件输出一行。
One application a line of JSON, from the file or standard input; one line comes out for each.

  {"received":"2026-09-18","channel":"internet","events":[{"type":"supplement-requested","date":"2026-09-24"},{"type":"supplement-received","date":"2026-10-09"}]}
  → {"due":"2026-11-05","provisional":false,"steps":[…]}

  --lang zh-CN|en       说明用的语言 language of the sentences (zh-CN)
  --notices FILE.json   另外的放假安排，一份或者一个列表 further holiday notices, one or a list:
                        {"year":2027,"off":[{"holiday":"new-year","from":"2027-01-01","to":"2027-01-03"}],"worked":["2027-02-07"]}
  --help                本说明 this text

docs/how-to/clock.md`;

/** A line longer than this is no case; what is beyond it is not kept. */
const LONGEST_LINE = 1_000_000;

type Words = typeof zh;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads has had enough, as `head` does.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

async function main(): Promise<number> {
  const options = readOptions();
  if (!options) return 2;
  if (options.isHelp) {
    console.log(USAGE);
    return 0;
  }
  const calendar = await calendarWith(options.notices, options.words);
  if (!calendar) return 1;
  const input = options.file === null ? process.stdin : createReadStream(options.file);
  try {
    for await (const lines of linesOf(input)) {
      const answers = lines.map((line) => answer(line, calendar, options.words));
      const text = answers.map((one) => `${JSON.stringify(one)}\n`).join('');
      if (text !== '' && !process.stdout.write(text)) {
        await new Promise((resolve) => process.stdout.once('drain', resolve));
      }
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const place = options.file ?? '标准输入';
    console.error(`读不了：${place}（${error.message}）。 The input can't be read.`);
    return 1;
  }
  return 0;
}

type Options = { file: string | null; words: Words; notices: string | null; isHelp: boolean };

function readOptions(): Options | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        lang: { type: 'string', default: 'zh-CN' },
        notices: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const words = { 'zh-CN': zh, zh, en }[values.lang];
    if (!words) throw new Error(`--lang zh-CN|en: ${values.lang}`);
    const [file = '-', ...more] = positionals;
    if (more.length > 0) throw new Error(`只能读一个文件 One file only: ${positionals.join(' ')}`);
    return {
      file: file === '-' ? null : file,
      words,
      notices: values.notices ?? null,
      isHelp: values.help,
    };
  } catch (error) {
    console.error(reasonOf(error));
    console.error(USAGE);
    return null;
  }
}

/** The national calendar with the notices of a file; null, with the reason told, where one is wrong. */
async function calendarWith(file: string | null, words: Words): Promise<Calendar | null> {
  if (file === null) return nationalCalendar;
  let given: unknown;
  try {
    given = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    console.error(`读不了放假安排：${file}（${reasonOf(error)}）。 The notices can't be read.`);
    return null;
  }
  let calendar = nationalCalendar;
  for (const [i, notice] of (Array.isArray(given) ? given : [given]).entries()) {
    const checked = checkNotice(notice);
    const told = checked.ok ? checked.warnings : checked.findings;
    for (const { key, at, values } of told) {
      const place = [`${file} #${i + 1}`, at].filter(Boolean).join(' ');
      console.error(`${place}: ${fillWords(words.notice[key], values, words)}`);
    }
    if (!checked.ok) return null;
    calendar = withNotice(calendar, checked.notice);
  }
  return calendar;
}

/** A line that was too long to keep. */
const tooLong = Symbol('too long');
type Line = string | typeof tooLong;

/**
 * The lines of a stream as they come, without blank ones. Only a line feed ends a line: `readline`
 * also ends one at U+2028, which JSON allows within a text.
 */
async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let isTooLong = false;
  const take = (part: string): Line | null => {
    const line = isTooLong || rest.length + part.length > LONGEST_LINE ? tooLong : rest + part;
    rest = '';
    isTooLong = false;
    return typeof line === 'string' && line.trim() === '' ? null : line;
  };
  for await (const chunk of input) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n');
    const last = parts.pop() ?? '';
    const lines = parts.map(take).filter((line) => line !== null);
    if (rest.length + last.length > LONGEST_LINE) [rest, isTooLong] = ['', true];
    else if (!isTooLong) rest += last;
    yield lines;
  }
  const line = take(decoder.decode());
  if (line !== null) yield [line];
}

function answer(line: Line, calendar: Calendar, words: Words): object {
  if (line === tooLong) {
    return failure('lineTooLong', fillWords(words.cli.lineTooLong, { most: LONGEST_LINE }, words));
  }
  let dates: CaseDates;
  try {
    dates = JSON.parse(line) as CaseDates;
  } catch {
    return failure('notJson', words.cli.notJson);
  }
  const reckoned = reckon(dates, calendar);
  return reckoned.ok
    ? success(reckoned.clock, words)
    : failure(
        reckoned.problem.key,
        sentence(reckoned.problem, dates, words),
        reckoned.problem.event,
      );
}

function success({ due, provisional, stopped, latest, closed, steps }: Clock, words: Words) {
  const texts = explainSteps(steps, words);
  return {
    due,
    provisional,
    ...(stopped && { stopped, latest }),
    ...(closed && { closed }),
    steps: steps.map((step, i) => ({ ...step, text: texts[i] })),
  };
}

const failure = (code: string, error: string, event: number | null = null) => ({
  due: null,
  provisional: false,
  error,
  code,
  ...(event !== null && { event }),
  steps: [],
});

/** The problem in words, with the event that it is about. */
function sentence(problem: ClockProblem, dates: CaseDates, words: Words): string {
  const text = explainProblem(problem, words);
  if (problem.event === null) return text;
  const type: unknown = dates.events[problem.event]?.type;
  const name = typeof type === 'string' && Object.hasOwn(words.events, type);
  const event = name ? words.events[type as keyof Words['events']] : '—';
  return fillWords(words.cli.event, { nth: problem.event + 1, event, problem: text }, words);
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error;

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

process.exitCode = await main();
