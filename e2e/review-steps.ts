import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { restAs } from './staff';

/** A text that waits for this person, opened from the first screen. */
export async function openWaiting(page: Page, title: string): Promise<void> {
  await page.getByRole('region', { name: '今天的工作' }).getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
}

export const reviewPanel = (page: Page) => page.getByRole('region', { name: '审查与审批' });

export async function takeStep(page: Page, action: string, state: string): Promise<void> {
  const panel = reviewPanel(page);
  await panel.getByRole('button', { name: action, exact: true }).click();
  await expect(panel).toContainText(state);
}

type Collection = 'documents' | 'interpretations' | 'quarterly-notices' | 'policies';
export type Made = { id: number | string; slug: string; title: string };
type Step = 'submit' | 'examine' | 'approve';

/** Three people by the REST interface, for what a journey needs but is not about. */
export class Office {
  private constructor(
    readonly editor: APIRequestContext,
    readonly clerk: APIRequestContext,
    readonly leader: APIRequestContext,
    private readonly agency: unknown,
  ) {}

  static async open(baseURL: string | undefined): Promise<Office> {
    const editor = await restAs('editor', baseURL);
    const clerk = await restAs('clerk', baseURL);
    const leader = await restAs('leader', baseURL);
    const { user } = await (await editor.get('/api/users/me?depth=0')).json();
    return new Office(editor, clerk, leader, user.agency);
  }

  async draft(collection: Collection, content: object): Promise<Made> {
    const created = await this.editor.post(`/api/${collection}?draft=true&depth=0`, {
      data: { ...content, agency: this.agency },
    });
    expect(created.status(), await created.text()).toBe(201);
    return (await created.json()).doc;
  }

  async take(collection: Collection, id: Made['id'], ...steps: Step[]): Promise<void> {
    const people = { submit: this.editor, examine: this.clerk, approve: this.leader };
    for (const action of steps) {
      const answer = await people[action].patch(`/api/${collection}/${id}?draft=true&depth=0`, {
        data: { review: { action } },
      });
      expect(answer.status(), `${action}: ${await answer.text()}`).toBe(200);
    }
  }

  async approved(collection: Collection, content: object): Promise<Made> {
    const made = await this.draft(collection, content);
    await this.take(collection, made.id, 'submit', 'examine', 'approve');
    // Its address is its own only since it was submitted.
    const answer = await this.editor.get(`/api/${collection}/${made.id}?draft=true&depth=0`);
    return answer.json();
  }

  async published(collection: Collection, content: object): Promise<Made> {
    const made = await this.approved(collection, content);
    const answer = await this.editor.patch(`/api/${collection}/${made.id}?depth=0`, {
      data: { _status: 'published' },
    });
    expect(answer.status(), await answer.text()).toBe(200);
    return (await answer.json()).doc;
  }

  async close(): Promise<void> {
    await Promise.all([this.editor, this.clerk, this.leader].map((person) => person.dispose()));
  }
}
