import { actionCodes, actions, actors, isAllowed, type ActionCode, type Actor } from './actions';
import { statuses, type Status } from './statuses';

/** The names of what the page speaks of, in the official language. */
export type PageWords = {
  actions: Record<ActionCode, string>;
  actors: Record<Actor, string>;
  statuses: Record<Status, string>;
  letters: Record<string, string>;
  fields: Record<string, string>;
};

/** docs/application-actions.md: every action in every state by everybody, allowed or refused. */
export function actionsPage(words: PageWords): string {
  const head = ['状态 state', ...actors.map((actor) => `${words.actors[actor]} ${actor}`)];
  const sections = actionCodes.map((action) => {
    const rows = statuses.map((status) => [
      `${words.statuses[status]} \`${status}\``,
      ...actors.map((actor) => (isAllowed(action, status, actor) ? '✓' : '–')),
    ]);
    return [
      `## ${words.actions[action]} \`${action}\``,
      '',
      ...notesOf(action, words),
      '',
      ...markdownTable([head, ...rows]),
      '',
    ];
  });
  return [...intro, ...sections.flat()].join('\n');
}

const intro = [
  '# 依申请公开：谁在什么状态能办什么 · Who may do what to an application, and when',
  '',
  '由 `domain/applications/actions.ts` 生成（`npm run docs:actions`），每一格都有测试',
  '（`tests/int/action-matrix.int.test.ts`）。',
  '',
  'Written from `domain/applications/actions.ts`; each cell is a test in',
  '`tests/int/action-matrix.int.test.ts`. A person acts only on cases that they may read; the applicant acts',
  'on their own case alone, with the receipt number and the query code.',
  '',
];

function notesOf(action: ActionCode, words: PageWords): string[] {
  const { to, once, letter, needs, after, notBy } = actions[action];
  const list = (codes: readonly string[], names: Record<string, string>) =>
    codes.map((code) => `${names[code]} \`${code}\``).join('、');
  return [
    `- 办后 then: ${to ? `${words.statuses[to]} \`${to}\`` : '不变 unchanged'}`,
    ...(needs ? [`- 要填 needs: ${list(needs, words.fields)}`] : []),
    ...(letter
      ? [`- 文书 letter: ${words.letters[letter] ?? '按答复类型 by kind of reply'} \`${letter}\``]
      : []),
    ...(once ? ['- 一件只办一次 once a case'] : []),
    ...(after ? [`- 日期不早于 not dated before: ${list(after, words.actions)}`] : []),
    ...(notBy ? [`- 不能与办理人相同 not by whoever did: ${list(notBy, words.actions)}`] : []),
  ];
}

/** Padded as Prettier does: a Chinese character takes two columns. */
function markdownTable(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const line = (row: string[]) =>
    `| ${row.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell))).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)];
}

const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[ᄀ-ᅟ⺀-鿿＀-｠]/.test(character) ? 2 : 1), 0);
