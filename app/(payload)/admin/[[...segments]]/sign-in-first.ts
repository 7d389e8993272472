import config from '@payload-config';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { portal } from '@/queries/portal';

/**
 * Payload leaves views of one's own open to whoever asks. Those here say that the account may not look, which is no
 * answer for somebody whose session has ended: they sign in and come back.
 */
export async function signInFirst(
  segments: readonly string[] | undefined,
  asked: Record<string, string | string[] | undefined>,
): Promise<void> {
  const { admin, routes } = await config;
  const path = `/${(segments ?? []).join('/')}`;
  const views = Object.values(admin?.components?.views ?? {});
  if (!views.some((view) => view && 'path' in view && view.path === path)) return;
  const { user } = await (await portal()).auth({ headers: await headers() });
  if (user) return;
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value = []]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    ),
  );
  const back = `${routes.admin}${path}${query.size > 0 ? `?${query}` : ''}`;
  redirect(`${routes.admin}/login?${new URLSearchParams({ redirect: back })}`);
}
