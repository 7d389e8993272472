import type { Payload } from 'payload';
import type { Demo } from '../content';
import { quiet } from './seeding';

/** Whose platform this is; replies served online need its address for online review. */
export async function seedSite(payload: Payload, { site }: Demo): Promise<void> {
  const { name, organiser, undertaker, contact, ...plain } = site;
  for (const [locale, language] of [
    ['zh-CN', 'zh'],
    ['en', 'en'],
  ] as const) {
    await payload.updateGlobal({
      slug: 'site',
      locale,
      context: quiet(),
      data: {
        ...plain,
        name: name[language],
        organiser: organiser[language],
        undertaker: undertaker[language],
        contact: contact[language],
      },
    });
  }
}
