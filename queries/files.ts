import type { File } from '@/payload-types';
import { asPublic, portal } from './portal';

/** The file that stands under an address now: the newest one that a published text holds. */
export async function findFile(address: string): Promise<File | null> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'files',
    where: { address: { equals: address } },
    sort: '-createdAt',
    limit: 1,
    pagination: false,
    depth: 0,
    ...asPublic,
  });
  return docs[0] ?? null;
}

/** Where a link to a file leads; files from before there were addresses keep their own. */
export const fileAddress = ({ address, url }: File): string =>
  address ? `/files/${address}` : (url ?? '');
