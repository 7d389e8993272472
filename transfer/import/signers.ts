import type { Payload } from 'payload';
import type { User } from '@/payload-types';
import type { Signers } from './write';

/** The accounts of the demo county, which may sign its batches when nobody is named. */
export const DEMO_SIGNERS = {
  editor: 'editor@demo.example',
  clerk: 'clerk@demo.example',
  leader: 'leader@demo.example',
} as const;

export type Named = { editor?: string; clerk?: string; leader?: string };

/** A batch can't be written in nobody's name; the message says what to do. */
export class SignersError extends Error {
  override name = 'SignersError';
}

/**
 * Finds the people who stand for a batch.
 *
 * 《政府信息公开条例》第十七条：行政机关应当建立健全政府信息公开审查机制，明确审查的程序和责任。
 *
 * All three named: the batch is signed off by them and published. The editor alone, or nobody:
 * the documents wait for review.
 *
 * @throws SignersError when an account doesn't exist or lacks the role, or when one of clerk and
 * leader is named without the other.
 */
export async function findSigners(
  payload: Payload,
  named: Named,
  { isDemo, opinion }: { isDemo: boolean; opinion: string },
): Promise<Signers & { note: string }> {
  const isUnnamed = !named.editor && !named.clerk && !named.leader;
  const demo = isUnnamed && isDemo ? await existing(payload, DEMO_SIGNERS) : null;
  const { editor, clerk, leader } = demo ?? named;
  if (Boolean(clerk) !== Boolean(leader)) {
    throw new SignersError('审查和审批要由两个人分别签署：请同时写明 --clerk 和 --leader。');
  }
  const writer = editor ? await person(payload, editor, 'editor') : await firstEditor(payload);
  if (!clerk || !leader) {
    return {
      editor: writer,
      signOff: null,
      note: `由 ${writer.name} 提交，等待保密审查和审批。在后台逐件办理，或者再次运行本命令并写明 --editor、--clerk、--leader。`,
    };
  }
  const signOff = {
    editor: writer,
    clerk: await person(payload, clerk, 'clerk'),
    leader: await person(payload, leader, 'leader'),
    opinion,
  };
  const names = [signOff.editor, signOff.clerk, signOff.leader].map(({ name }) => name);
  if (new Set([signOff.editor.id, signOff.clerk.id, signOff.leader.id]).size < 3) {
    throw new SignersError('编辑、审查员和审批人必须是三个人。');
  }
  const who = demo ? '演示账号' : '本次';
  return {
    editor: writer,
    signOff,
    note: `${who}签批：${names[0]} 提交，${names[1]} 审查，${names[2]} 审批。`,
  };
}

async function person(payload: Payload, email: string, role: User['roles'][number]): Promise<User> {
  const found = await payload.find({
    collection: 'users',
    where: { email: { equals: email.trim().toLowerCase() } },
    depth: 0,
    limit: 1,
  });
  const user = found.docs[0];
  if (!user) throw new SignersError(`没有账号 ${email}。`);
  if (!user.roles.includes(role))
    throw new SignersError(`账号 ${email} 没有“${ROLES[role] ?? role}”角色。`);
  return user;
}

const ROLES: Partial<Record<User['roles'][number], string>> = {
  editor: '编辑',
  clerk: '保密审查员',
  leader: '审批负责人',
};

async function firstEditor(payload: Payload): Promise<User> {
  const found = await payload.find({
    collection: 'users',
    where: { roles: { contains: 'editor' } },
    sort: 'createdAt',
    depth: 0,
    limit: 1,
  });
  const editor = found.docs[0];
  if (!editor)
    throw new SignersError('没有编辑账号。请先在后台建立一个编辑账号，再用 --editor 写明。');
  return editor;
}

/** The demo accounts, if this database has all three of them. */
async function existing(payload: Payload, emails: typeof DEMO_SIGNERS): Promise<Named | null> {
  const found = await payload.count({
    collection: 'users',
    where: { email: { in: Object.values(emails) } },
  });
  return found.totalDocs === 3 ? emails : null;
}
