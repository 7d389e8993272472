import { draftMode } from 'next/headers';
import { redirect } from 'next/navigation';
import { draftAddress } from '@/queries/preview';
import { portal } from '@/queries/portal';

const PATHS = {
  documents: '/documents',
  interpretations: '/interpretations',
  topics: '/topics',
  consultations: '/consultations',
  policies: '/policies',
  services: '/services',
  'service-chains': '/services/chains',
  questions: '/questions',
  proposals: '/proposals',
} as const;

/**
 * Opens the real page of a draft for the person signed in: `/api/preview?collection=documents&id=7`.
 * The cookie only says that pages are asked anew; what may be read is decided at each page.
 */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const collection = searchParams.get('collection') ?? '';
  const id = searchParams.get('id') ?? '';
  if (!isPreviewed(collection) || !/^[\da-z]{1,40}$/.test(id)) redirect('/');
  const payload = await portal();
  const { user } = await payload.auth({ headers: request.headers });
  if (!user) {
    const here = `/api/preview?${new URLSearchParams({ collection, id })}`;
    redirect(`/admin/login?${new URLSearchParams({ redirect: here })}`);
  }
  const text = await payload.findByID({
    collection,
    id,
    draft: true,
    depth: 0,
    disableErrors: true,
    select: { slug: true } as never,
    overrideAccess: false,
    user,
  });
  if (!text) redirect('/');
  (await draftMode()).enable();
  const { slug } = text as { slug?: string | null };
  redirect(`${PATHS[collection]}/${slug ?? draftAddress(id)}`);
}

const isPreviewed = (collection: string): collection is keyof typeof PATHS =>
  Object.hasOwn(PATHS, collection);
