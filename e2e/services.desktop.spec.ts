import { expect, test } from '@playwright/test';
import { reviewPanel } from './review-steps';
import { restAs, signIn } from './staff';

test('a service guide without its parts is not handed in, and each that is missing is named', async ({
  page,
  baseURL,
}) => {
  const editor = await restAs('editor', baseURL);
  const { user } = await (await editor.get('/api/users/me?depth=0')).json();
  const made = await editor.post('/api/services?draft=true&depth=0', {
    data: {
      title: '样例：补办证件',
      audience: ['people'],
      subject: 'household',
      agency: user.agency,
      basis: '样例依据',
    },
  });
  expect(made.status(), await made.text()).toBe(201);
  const { id } = (await made.json()).doc;
  await signIn(page, 'editor');
  await page.goto(`/admin/collections/services/${id}`);
  const panel = reviewPanel(page);
  await panel.getByRole('button', { name: '提交审查', exact: true }).click();
  for (const words of ['缺少“申请条件”', '缺少“办理地点”', '缺少“办理流程”'])
    await expect(page.getByText(words).first()).toBeVisible();
  await editor.delete(`/api/services/${id}`);
  await editor.dispose();
});
