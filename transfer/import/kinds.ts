import type { Category, Kind } from '../../domain/catalogue/codes';

/** The folders of a law collection and what lies in them. */
const FOLDERS: Record<string, Kind> = {
  宪法: 'law',
  宪法相关法: 'law',
  民法典: 'law',
  民法商法: 'law',
  刑法: 'law',
  行政法: 'law',
  经济法: 'law',
  社会法: 'law',
  诉讼与非诉讼程序法: 'law',
  行政法规: 'regulation',
  部门规章: 'rule',
  地方政府规章: 'rule',
  地方性法规: 'local-regulation',
  DLC: 'local-regulation',
  司法解释: 'judicial',
  其他: 'other',
};

/** The first folder of a path that names a class of law, with the kind it stands for. */
export function classFolder(path: string): { at: number; name: string; kind: Kind } | undefined {
  const folders = path.split('/').slice(0, -1);
  for (const [at, name] of folders.entries()) {
    const kind = FOLDERS[name] ?? (name.endsWith('地方法规') ? 'local-regulation' : undefined);
    if (kind) return { at, name, kind };
  }
  return undefined;
}

/** The kind of a law that lies in no known folder, told from who made it and what it is called. */
export function kindOfLaw(agencyName: string, title: string): Kind {
  if (/^最高人民(?:法院|检察院)/u.test(agencyName)) return 'judicial';
  if (/^全国人民代表大会/u.test(agencyName)) return 'law';
  if (/人民代表大会/u.test(agencyName)) return 'local-regulation';
  if (/^国务院(?:、|$)/u.test(agencyName)) return 'regulation';
  return /(?:办法|规定|细则|规则)(?:（.*）)?$/u.test(title) ? 'rule' : 'other';
}

/**
 * 体裁 of a government paper that only its title and number tell. The last word of a title names
 * the paper itself (…的批复); what it passes on stands before it (关于印发…规划的通知).
 */
export function kindOfPaper(title: string, number: string | undefined): Kind {
  const whole = title.replace(/[《》〈〉\s]/gu, '').replace(/（[^（）]*）$/u, '');
  const plain = /(?:印发|转发|批转|发布)(.{3,})的(?:通知|函)$/u.exec(whole)?.[1] ?? whole;
  // 国令 is the number of an order of the State Council, by which regulations are issued.
  if (/^(?:国令|国务院令|国务院、中央军事?委员?会令)/u.test(number ?? '')) return 'regulation';
  if (/(?:批复|复函|答复|的函)$/u.test(plain)) return 'reply';
  if (/工作报告$/u.test(plain)) return 'report';
  if (/(?:预算|决算)(?:公开|说明|报告|情况)?$/u.test(plain)) return 'budget';
  if (/统计公报$|普查(?:主要数据)?公报/u.test(plain)) return 'statistics';
  if (/(?:规划|计划|纲要)$/u.test(plain)) return 'plan';
  if (/(?:办法|规定|细则|规则|意见|方案|决定|预案)$/u.test(plain)) return 'normative';
  if (/(?:通知|通告|公告|通报|公报)$/u.test(whole)) return 'notice';
  return 'other';
}

/** 条例第二十条: the statutory class of a paper, as far as its title and kind tell. */
export function categoryOf(kind: Kind, title: string): Category {
  if (/应急预案|突发(?:公共)?事件/u.test(title)) return 'emergency';
  if (kind === 'plan') return 'planning';
  if (kind === 'statistics') return 'statistics';
  if (kind === 'budget') return 'budgets';
  const isNorm = ['law', 'regulation', 'local-regulation', 'rule', 'judicial', 'normative'];
  return isNorm.includes(kind) ? 'normative-documents' : 'other-statutory';
}
