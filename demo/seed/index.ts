import type { Payload } from 'payload';
import { dayOf } from '@/domain/workdays/days';
import { readDemo } from '../content';
import { seedAccounts } from './accounts';
import { seedAgencies } from './agencies';
import { seedReportDrafts } from './report-drafts';
import { seedReports } from './annual-reports';
import { seedAnswers } from './answers';
import { seedApplications, type SampleReceipt } from './applications';
import { seedCatalogue } from './catalogue';
import { seedColumns } from './columns';
import { seedConsultations } from './consultations';
import { seedDocuments } from './documents';
import { seedInterpretations } from './interpretations';
import { seedLetters } from './letters';
import { seedPages } from './pages';
import { seedPastCases } from './past-cases';
import { seedPolicies } from './policies';
import { seedProposals, seedQuestions, seedServices } from './services';
import { seedSite } from './site';
import { storedIds, type Seeding } from './seeding';
import { seedMediaAccounts, seedNotice, seedReads } from './statistics';
import { seedSubscriptions } from './subscriptions';
import { seedTopics } from './topics';
import { seedWebsiteReports } from './website-reports';

/**
 * Stores the demo county. What is there already is left as it is, so that a run that was broken
 * off can be started again.
 *
 * @param folder the folder of the demo files
 * @param password the first password of every demo account
 * @param report called after each part with its name and how many it has
 * @returns the keys to the sample applications that this run made
 */
export async function seedDemo(
  payload: Payload,
  folder: string,
  password: string,
  report: (name: string, count: number) => void,
): Promise<SampleReceipt[]> {
  const demo = await readDemo(folder);
  await seedSite(payload, demo);
  report('网站信息 site', 1);
  const agencies = await seedAgencies(payload, demo);
  report('机构 agencies', agencies.size);
  const accounts = await seedAccounts(payload, demo, agencies, password);
  report('账号 users', accounts.count);
  const columns = await seedColumns(payload, demo);
  report('栏目 columns', columns.size);
  const catalogueItems = await seedCatalogue(payload, demo, agencies);
  report('公开标准目录 catalogue-items', catalogueItems.size);
  const seeding: Seeding = {
    payload,
    demo,
    folder,
    today: dayOf(new Date()),
    ids: {
      agencies,
      columns,
      catalogueItems,
      documents: await storedIds(payload, 'documents'),
      interpretations: await storedIds(payload, 'interpretations'),
    },
    signOff: accounts.signOff,
  };
  report('政府文件 documents', await seedDocuments(seeding));
  report('政策解读 interpretations', await seedInterpretations(seeding));
  report('惠企政策 policies', await seedPolicies(seeding));
  report('专题 topics', await seedTopics(seeding));
  report('指南与制度 pages', await seedPages(seeding));
  report('年度报告 annual-reports', await seedReports(seeding));
  report('网站工作年度报表 website-reports', await seedWebsiteReports(seeding));
  report('办事服务 services', await seedServices(seeding));
  report('政策问答 questions', await seedQuestions(seeding));
  report('建议提案 proposals', await seedProposals(seeding));
  report('答复选登 published-answers', await seedAnswers(seeding));
  report('意见征集 consultations', await seedConsultations(seeding));
  const { count, receipts } = await seedApplications(seeding, accounts.staff);
  report('依申请公开 applications', count);
  report('来信与找错 letters', await seedLetters(seeding, accounts.staff));
  report('往年台账 ledgers', await seedPastCases(seeding));
  report('年度报告草稿 annual-reports', await seedReportDrafts(seeding));
  report('邮件订阅 subscriptions', await seedSubscriptions(seeding));
  report('政务新媒体 media-accounts', await seedMediaAccounts(seeding));
  report('阅读次数 read-counts', await seedReads(seeding));
  // Last of all: it counts what the others stored.
  report('季度通报 quarterly-notices', await seedNotice(seeding));
  return receipts;
}
