import { PUBLIC_STAGES, STAGES, type Stage } from './stage';

/**
 * Who may do what to a text, and when: the whole of it in one table. The generated test asks every
 * cell of the running portal, and docs/review-permissions.md is written from it.
 */
export const ACTORS = [
  { code: 'administrator', zh: '系统管理员', en: 'administrator' },
  { code: 'editor', zh: '本机构编辑', en: 'editor of the agency' },
  { code: 'otherEditor', zh: '别的机构编辑', en: 'editor of another agency' },
  { code: 'clerk', zh: '保密审查员', en: 'clerk' },
  { code: 'leader', zh: '审批负责人', en: 'leader' },
  { code: 'officer', zh: '依申请公开经办人', en: 'officer' },
  { code: 'auditor', zh: '审计员', en: 'auditor' },
  { code: 'anonymous', zh: '公众', en: 'the public' },
] as const;
export type Actor = (typeof ACTORS)[number]['code'];

export const ACTIONS = [
  { code: 'read', zh: '查看', en: 'read' },
  { code: 'edit', zh: '修改（存为草稿）', en: 'edit (as a draft)' },
  { code: 'submit', zh: '提交审查', en: 'submit' },
  { code: 'examine', zh: '审查通过', en: 'examine' },
  { code: 'approve', zh: '批准公开', en: 'approve' },
  { code: 'return', zh: '退回修改', en: 'return' },
  { code: 'publish', zh: '发布', en: 'publish' },
  { code: 'schedule', zh: '定时发布', en: 'schedule' },
  { code: 'withdraw', zh: '撤下', en: 'withdraw' },
  { code: 'delete', zh: '删除', en: 'delete' },
] as const;
export type Action = (typeof ACTIONS)[number]['code'];

type Permission = { actors: readonly Actor[]; stages: readonly Stage[] };

const EVERYONE: readonly Actor[] = ACTORS.map(({ code }) => code);
const INSIDE: readonly Actor[] = ['administrator', 'editor', 'clerk', 'leader', 'auditor'];
const NEVER_PUBLIC: readonly Stage[] = [
  'draft',
  'submitted',
  'reviewed',
  'approved',
  'scheduled',
  'returned',
];

export const PERMISSIONS: Record<Action, readonly Permission[]> = {
  read: [
    { actors: EVERYONE, stages: PUBLIC_STAGES },
    { actors: INSIDE, stages: STAGES },
  ],
  // A change to a public text is a draft beside it, and any change begins the review afresh.
  edit: [{ actors: ['administrator', 'editor'], stages: STAGES }],
  submit: [{ actors: ['editor'], stages: ['draft', 'returned', 'withdrawn'] }],
  examine: [{ actors: ['clerk'], stages: ['submitted'] }],
  approve: [{ actors: ['leader'], stages: ['reviewed'] }],
  return: [
    { actors: ['clerk', 'leader'], stages: ['submitted', 'reviewed', 'approved', 'scheduled'] },
  ],
  // Publishing what is public already, unchanged, writes nothing new.
  publish: [{ actors: ['editor', 'leader'], stages: ['approved', 'scheduled', ...PUBLIC_STAGES] }],
  schedule: [{ actors: ['editor', 'leader'], stages: STAGES }],
  withdraw: [{ actors: ['leader'], stages: PUBLIC_STAGES }],
  delete: [{ actors: ['administrator', 'editor'], stages: NEVER_PUBLIC }],
};

export const may = (actor: Actor, action: Action, stage: Stage): boolean =>
  PERMISSIONS[action].some(
    ({ actors, stages }) => actors.includes(actor) && stages.includes(stage),
  );

/** The table as a Markdown page: one table an action, a row for each stage. */
export function permissionsPage(stageNames: Readonly<Record<Stage, string>>): string {
  const head = ['状态 state', ...ACTORS.map(({ zh }) => zh)];
  const tables = ACTIONS.map(({ code, zh, en }) => {
    const rows = STAGES.map((stage) => [
      `${stageNames[stage]} \`${stage}\``,
      ...ACTORS.map((actor) => (may(actor.code, code, stage) ? '✓' : '–')),
    ]);
    return [`## ${zh} · ${en}`, '', ...markdownTable([head, ...rows])].join('\n');
  });
  return [
    '# 谁在什么状态能做什么 · Who may do what, and when',
    '',
    '由 `domain/review/permissions.ts` 生成（`npm run docs:permissions`），每一格都有测试。',
    '',
    'Written from `domain/review/permissions.ts`; each cell is a test in',
    '`tests/int/review-matrix.int.test.ts`. Three people are needed besides: whoever wrote or signed a text',
    'can’t sign it again. 同一份内容的编写、审查、批准须由三个人分别办理。',
    '',
    `${ACTORS.map(({ zh, en }) => `${zh}: ${en}`).join(' · ')}`,
    '',
    ...tables.flatMap((table) => [table, '']),
  ].join('\n');
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
