import { expect, test } from '@playwright/test';
import { sampleCard } from './application-form';
import { serial } from './sample';
import { restAs, signIn } from './staff';

test('an officer sees in full no more of an applicant than they tick, by keyboard alone', async ({
  baseURL,
  page,
}) => {
  test.slow();
  const officer = await restAs('officer', baseURL);
  const filed = await officer.post('/api/applications?depth=0', {
    data: {
      ...{
        informationTitle: `${serial()} 号示例堤坝的检测报告`,
        form: 'paper',
        delivery: 'in-person',
      },
      ...{ channel: 'in-person', applicantKind: 'natural', name: '示例·吴某' },
      ...{ idType: 'id-card', idNumber: sampleCard(), phone: '0795-0000123' },
    },
  });
  expect(filed.status()).toBe(201);
  const { doc } = await filed.json();
  await officer.dispose();

  await signIn(page, 'officer');
  await page.goto(`/admin/collections/applications/${doc.id}`);
  await page.getByRole('button', { name: '申请人', exact: true }).click();
  await page.getByRole('button', { name: '查看完整信息' }).first().click();
  const panel = page.getByRole('region', { name: '查看完整信息' });
  await expect(panel.getByRole('checkbox', { checked: true })).toHaveCount(0);
  const name = panel.getByRole('checkbox', { name: '姓名或单位名称' });
  await expect(name).toBeFocused();
  await page.keyboard.press('Space');
  await expect(name).toBeChecked();
  await panel.getByRole('textbox').fill('当面核对姓名');
  await panel.getByRole('button').first().click();
  await expect(panel).toContainText('示例·吴某');
  await expect(panel).not.toContainText('0795-0000123');
});
