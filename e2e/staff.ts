import { expect, request, type APIRequestContext, type Page } from '@playwright/test';

/** The demo accounts, one for each role. */
type Role = 'admin' | 'editor' | 'clerk' | 'leader' | 'officer' | 'counsel';

/** Set by serve.mjs for its throw-away database. */
const PASSWORD = process.env.E2E_PASSWORD ?? 'journey-2026-Gongkai';
const emailOf = (role: Role): string => `${role}@demo.example`;

/** Signs in through the form of the admin, as the staff do. */
export async function signIn(page: Page, role: Role): Promise<void> {
  await page.goto('/admin/login');
  await signInHere(page, role);
  await expect(page).toHaveURL(/\/admin$/);
}

/** Fills in the form that stands there already. */
export async function signInHere(page: Page, role: Role): Promise<void> {
  await page.getByLabel('电子邮件').fill(emailOf(role));
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
}

/** The REST interface as one member of staff sees it, for what a journey needs but is not about. */
export async function restAs(role: Role, baseURL: string | undefined): Promise<APIRequestContext> {
  const anonymous = await request.newContext({ baseURL });
  const login = await anonymous.post('/api/users/login', {
    data: { email: emailOf(role), password: PASSWORD },
  });
  expect(login.status(), `${role} signs in`).toBe(200);
  const { token } = await login.json();
  await anonymous.dispose();
  return request.newContext({
    baseURL,
    extraHTTPHeaders: { Authorization: `JWT ${token}`, 'Accept-Language': 'zh' },
  });
}

/** A Lexical text of plain paragraphs, as the REST interface takes it. */
export const textOf = (...paragraphs: string[]) => ({
  root: {
    type: 'root',
    version: 1,
    format: '',
    indent: 0,
    direction: 'ltr',
    children: paragraphs.map((text) => ({
      type: 'paragraph',
      version: 1,
      format: '',
      indent: 0,
      direction: 'ltr',
      textFormat: 0,
      textStyle: '',
      children: [
        { type: 'text', version: 1, text, detail: 0, format: 0, mode: 'normal', style: '' },
      ],
    })),
  },
});
