import { headers } from 'next/headers';
import { answer } from '@/app/api/v1/answer';
import type { Operation } from '@/app/api/v1/operation';
import { BASE, OPERATIONS } from '@/app/api/v1/operations';
import { siteAddress } from '@/transfer/export/open-data/record-parts';
import type { AddressValues } from '@/queries/search-address';

/** Characters of an answer that the page shows. */
export const MOST_SHOWN = 4000;

export type Attempt = {
  operation: Operation;
  /** What was filled in, by parameter. */
  values: Record<string, string>;
  /** The full address that the form built. */
  address: string;
  status: number;
  /** The beginning of the answer, set out in lines. */
  shown: string;
  isCut: boolean;
};

/** Asks what the form asked, as the reader would have asked it: it counts against their limit. */
export async function attemptOf(asked: AddressValues, language: string): Promise<Attempt | null> {
  const operation = OPERATIONS.find(({ id }) => id === asked.operation);
  if (!operation) return null;
  const values = valuesOf(operation, asked);
  const address = siteAddress(pathOf(operation, values));
  const forwarded = (await headers()).get('x-forwarded-for');
  const response = await answer(
    new Request(address, {
      headers: {
        'Accept-Language': language,
        ...(forwarded && { 'X-Forwarded-For': forwarded }),
      },
    }),
  );
  const text = JSON.stringify(await response.json(), null, 2);
  return {
    operation,
    values,
    address,
    status: response.status,
    shown: text.slice(0, MOST_SHOWN),
    isCut: text.length > MOST_SHOWN,
  };
}

function valuesOf({ inPath, query }: Operation, asked: AddressValues): Record<string, string> {
  const names = [...Object.keys(inPath.shape), ...Object.keys(query.shape)];
  return Object.fromEntries(
    names.flatMap((name) => {
      const [value] = [asked[name] ?? []].flat();
      return value?.trim() ? [[name, value.trim()]] : [];
    }),
  );
}

/** The address of a question after the host. An empty part of a path is left as a dash, which names nothing. */
function pathOf({ path, query }: Operation, values: Record<string, string>): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? '-'),
  );
  const params = new URLSearchParams(
    Object.keys(query.shape).flatMap((name) => (values[name] ? [[name, values[name]]] : [])),
  );
  return `${BASE}${filled}${params.size > 0 ? `?${params}` : ''}`;
}
