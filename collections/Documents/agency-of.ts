import type { PayloadRequest } from 'payload';
import type { Agency, Document } from '@/payload-types';

declare module 'payload' {
  interface RequestContext {
    /** Agencies read for this request, or for this batch of an import. */
    knownAgencies?: Map<string, Agency | null>;
  }
}

/** The agency of a document, read once a request; null when there is none. */
export async function agencyOf(
  agency: Document['agency'],
  req: PayloadRequest,
): Promise<Agency | null> {
  if (!agency) return null;
  if (typeof agency === 'object') return agency;
  const known = (req.context.knownAgencies ??= new Map());
  const key = String(agency);
  if (!known.has(key)) {
    const found = await req.payload.findByID({
      collection: 'agencies',
      id: agency,
      depth: 0,
      disableErrors: true,
      req,
    });
    known.set(key, found);
  }
  return known.get(key) ?? null;
}
