import { expect, type Page } from '@playwright/test';
import {
  fillApplication,
  goOn,
  openCase,
  readReceipt,
  send,
  tellWhat,
  tellWho,
} from './application-form';
import { fillLetter, openLetter, readLetterReceipt, send as sendLetter } from './letter-form';
import { rareWord, serial, visitorAddress } from './sample';

export type PageKind = { name: string; open: (page: Page) => Promise<void> };

/** One page of every kind that the portal has, reached as a reader reaches it. */
export const PAGE_KINDS: PageKind[] = [
  at('the home page', '/'),
  at('the home page in English', '/en'),
  at('the list of documents', '/documents'),
  at('a filtered list of documents', '/documents?kind=normative&validity=in-force'),
  at('a list without documents', '/documents?year=1999'),
  first('a document', '/documents'),
  first('a document in English', '/en/documents'),
  at('the versions of a document', '/documents/yifeng-2026-elder-care-measures/versions'),
  at('an earlier version', '/documents/yifeng-2026-elder-care-measures/versions/1'),
  at('two versions compared', '/documents/yifeng-2026-elder-care-measures/versions/1/2'),
  at('two versions in English', '/en/documents/yifeng-2026-elder-care-measures/versions/1/2'),
  at(
    'two documents compared',
    '/documents/yifeng-2026-parking-measures/compare/yifeng-2019-parking-provisions',
  ),
  at('a document that others change', '/documents/yifeng-2020-fireworks-notice'),
  at('a document on a day', '/documents/yifeng-2019-parking-provisions/as-of?date=2027-02-01'),
  at('a document on a day that is none', '/documents/yifeng-2019-parking-provisions/as-of?date=x'),
  at('the changes of a year', '/documents/changes?year=2021'),
  at('the changes of a year in English', '/en/documents/changes?year=2027'),
  at('the list of interpretations', '/interpretations'),
  first('an interpretation', '/interpretations'),
  first('an illustrated interpretation', '/interpretations?form=illustrated'),
  first('a film with its captions', '/interpretations?form=video'),
  first('questions and answers', '/interpretations?form=qa'),
  first('a press briefing', '/interpretations?form=press'),
  at('the topics', '/topics'),
  first('a topic', '/topics'),
  at('the disclosure platform', '/disclosure'),
  at('the disclosure guide', '/disclosure/guide'),
  at('the rules of disclosure', '/disclosure/rules'),
  first('a rule of disclosure', '/disclosure/rules'),
  at('the statutory categories', '/disclosure/statutory'),
  first('a column', '/disclosure/statutory', '/disclosure/columns/'),
  at('the standard catalogues', '/disclosure/catalogue'),
  at('the standard catalogues in English', '/en/disclosure/catalogue'),
  at('the catalogue of a field', '/disclosure/catalogue/employment'),
  at('a catalogue of one level', '/disclosure/catalogue/elder-care?level=township'),
  at('an item with documents', '/disclosure/catalogue/elder-care/elder-care-01'),
  at('an item without documents', '/disclosure/catalogue/elder-care/elder-care-03'),
  at('grassroots disclosure', '/disclosure/grassroots'),
  at('all fields and places', '/disclosure/grassroots/matrix'),
  at('all fields and places in English', '/en/disclosure/grassroots/matrix'),
  at('a township', '/disclosure/townships/xinchang'),
  at('the question before a link leaves', '/leave?to=https%3A%2F%2Fwww.example.com%2F'),
  at('the ways to take part', '/participate'),
  at('the agencies', '/agencies'),
  first('an agency', '/agencies'),
  at('the annual reports', '/annual-reports'),
  first('an annual report', '/annual-reports'),
  at('the years of an agency', '/annual-reports/county-government/compare'),
  at('the years of an agency in English', '/en/annual-reports/county-government/compare'),
  first('an annual report in English', '/en/annual-reports'),
  at('a report on a website', '/website-reports/county-government/2025'),
  at('a report on a website in English', '/en/website-reports/county-government/2025'),
  at('search without words', '/search'),
  at('search with results', '/search?q=营商环境'),
  at('search in English', '/en/search?q=营商环境'),
  at('search without results', '/search?q=zzzzqqqq'),
  at('what an application is', '/applications'),
  at('applications in figures', '/applications/statistics'),
  at('applications in figures in English', '/en/applications/statistics'),
  at('the platform in figures', '/statistics'),
  at('the quarterly notices', '/statistics/notices'),
  first('a quarterly notice', '/statistics/notices'),
  at('the published answers', '/applications/answers'),
  first('a published answer', '/applications/answers'),
  first('a published answer in English', '/en/applications/answers'),
  at('the policies for business', '/policies'),
  at('a question of the finder', '/policies/find?asked=size&trade=farming'),
  at('what the finder found', '/policies/find?trade=farming&size=cooperative&need=funding'),
  at('a guide whose document was repealed', '/policies/online-trade-postage'),
  at('the services', '/services'),
  at('a service', '/services/residents-medical-insurance'),
  at('a matter of several agencies', '/services/chains/having-a-child'),
  at('an answer whose document lapsed', '/questions/homestead'),
  at('the proposals', '/proposals?year=2025'),
  at('a proposal', '/proposals/2026-member-003'),
  at('the consultations', '/consultations'),
  at('a consultation with its outcome', '/consultations/2026-parking-measures'),
  at('a draft beside the text in force', '/consultations/2026-parking-measures/compare'),
  at('the form of a comment', '/consultations/public-rental-housing-revision/comment'),
  at('the question for a comment', '/consultations/status'),
  at('the application form', '/applications/new'),
  at('the application form in English', '/en/applications/new'),
  { name: 'the application form with errors', open: openErrors },
  { name: 'the application form of a person', open: openIdentity },
  { name: 'the application form asking what', open: openWhat },
  { name: 'the application form with what is public already', open: openFound },
  { name: 'the application form asking how', open: openHow },
  { name: 'the answers of an application', open: openCheck },
  at('the end of a search that succeeded', '/applications/new/found'),
  { name: 'a receipt', open: openReceipt },
  at('the question for a case', '/applications/status'),
  { name: 'a case', open: openNewCase },
  at('letters', '/letters'),
  { name: 'a published letter', open: openPublishedLetter },
  at('letters in figures', '/letters/statistics'),
  at('the form of a letter', '/letters/new'),
  { name: 'a letter to check', open: openLetterCheck },
  { name: 'a letter that was sent', open: openNewLetter },
  at('the question for a letter', '/letters/status'),
  at('errors of the site', '/corrections'),
  at('the report of an error', '/corrections/new?from=/documents&title=政府文件'),
  at('the correction of a record', '/corrections/record'),
  at('a subscription', '/subscriptions?subject=agency&target=education'),
  { name: 'a subscription to confirm', open: openConfirmation },
  at('contact and reports of errors', '/about/contact'),
  at('the site map', '/site-map'),
  first('a note about the portal', '/site-map', '/about/'),
  at('the open data', '/open-data'),
  at('the open data in English', '/en/open-data'),
  at('the feeds', '/feeds'),
  at('the interface for programs', '/developers'),
  at('an answer of the interface', '/developers?operation=listDocuments&kind=notice'),
  at('a refusal of the interface', '/en/developers?operation=listDocuments&page=x'),
  at('the design page', '/design'),
  at('an address that leads nowhere', '/documents/no-such-document', 404),
];

function at(name: string, address: string, status = 200): PageKind {
  return {
    name,
    open: async (page) => {
      const response = await page.goto(address);
      expect(response?.status(), address).toBe(status);
    },
  };
}

/** The first page of a kind to which a list leads. */
function first(name: string, list: string, prefix = `${list.split('?')[0]}/`): PageKind {
  return {
    name,
    open: async (page) => {
      await page.goto(list);
      const link = page.getByRole('main').locator(`a[href^="${prefix}"]`).first();
      const address = await link.getAttribute('href');
      const response = await page.goto(address ?? '');
      expect(response?.status(), address ?? list).toBe(200);
    },
  };
}

/** What no text of the demo county is like. */
const nothingPublic = (): string => `${rareWord()}${rareWord()}`;

/** From an address of their own: forms are counted by it. */
const arrive = (page: Page): Promise<void> =>
  page.setExtraHTTPHeaders({ 'X-Forwarded-For': visitorAddress() });

async function openErrors(page: Page): Promise<void> {
  await arrive(page);
  await page.goto('/applications/new');
  await goOn(page);
  await expect(page.getByRole('heading', { name: '请先改正下面的问题' })).toBeVisible();
}

async function openIdentity(page: Page): Promise<void> {
  await arrive(page);
  await page.goto('/applications/new');
  await page.getByLabel('自然人').check();
  await goOn(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('你是谁，怎么联系你？');
}

async function openWhat(page: Page): Promise<void> {
  await arrive(page);
  await tellWho(page);
}

async function openFound(page: Page): Promise<void> {
  await arrive(page);
  await tellWho(page);
  await page.getByLabel('信息名称').fill('宜丰县养老服务管理办法');
  await expect(page.getByText('这些文件已经公开，是你要的吗？')).toBeVisible();
  await page.goto('/applications/new/what?found=1');
  await expect(page.getByRole('link', { name: '都不是，继续申请' })).toBeVisible();
}

async function openHow(page: Page): Promise<void> {
  await arrive(page);
  await tellWho(page);
  await tellWhat(page, { wanted: nothingPublic() });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('怎么给你？');
}

async function openCheck(page: Page): Promise<void> {
  await arrive(page);
  await fillApplication(page, nothingPublic());
  await expect(page.getByText('自动验证完成')).toBeVisible({ timeout: 30_000 });
}

async function openReceipt(page: Page): Promise<void> {
  await arrive(page);
  await fillApplication(page, nothingPublic());
  await send(page);
  await expect(page.getByRole('heading', { name: '申请已提交' })).toBeVisible({ timeout: 30_000 });
}

async function openNewCase(page: Page): Promise<void> {
  await openReceipt(page);
  const { number, code } = await readReceipt(page);
  await page.goto('/applications/status');
  await openCase(page, number, code);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('已提交，待确认');
}

async function openLetterCheck(page: Page): Promise<void> {
  await arrive(page);
  await fillLetter(page, nothingPublic());
  await expect(page.getByText('自动验证完成')).toBeVisible({ timeout: 30_000 });
}

async function openNewLetter(page: Page): Promise<void> {
  await openLetterCheck(page);
  await sendLetter(page);
  const { number, code } = await readLetterReceipt(page);
  await openLetter(page, number, code);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('已收到');
}

async function openPublishedLetter(page: Page): Promise<void> {
  await page.goto('/letters');
  const published = page.getByRole('region', { name: '来信选登' });
  const address = await published
    .getByRole('heading', { level: 3 })
    .getByRole('link')
    .first()
    .getAttribute('href');
  expect((await page.goto(address ?? ''))?.status()).toBe(200);
}

async function openConfirmation(page: Page): Promise<void> {
  await arrive(page);
  await page.goto('/subscriptions');
  await page.getByLabel('电子邮箱').fill(`reader-${serial()}@demo.example`);
  await page.getByRole('button', { name: '发送确认邮件' }).click();
  await page.getByRole('link', { name: '打开确认链接' }).click({ timeout: 30_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('确认订阅');
}
