import { createHash } from 'node:crypto';
import { APIError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload';
import { DOMAINS } from '@/domain/catalogue/domains';
import { keyOfItem, titleOfItem, type CatalogueItem } from '@/domain/catalogue/items';
import { hasCode } from '@/domain/catalogue/codes';
import { isAddressName } from '@/fields/slug/slug';
import { messages } from '@/messages';

/** A second item of the same words; the text says which field of the catalogue has it already. */
export class ItemRefused extends APIError {
  constructor(
    refusal: keyof (typeof messages)['en']['catalogue']['refusals'],
    req: PayloadRequest,
  ) {
    const locale = req.i18n?.language === 'en' ? 'en' : 'zh-CN';
    super(messages[locale].catalogue.refusals[refusal], 400, { refusal }, true);
  }
}

/**
 * Names an item by its levels and gives it its permanent address, made of its words: the same item
 * gets the same address on every platform. An item is held once.
 */
export const nameItem: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const whole = { ...originalDoc, ...data } as Partial<CatalogueItem>;
  const { domain, levelOne, levelTwo, content } = whole;
  if (!hasCode(DOMAINS, domain)) throw new ItemRefused('unknownDomain', req);
  const named = {
    domain: domain as CatalogueItem['domain'],
    levelOne: levelOne ?? '',
    levelTwo: levelTwo ?? '',
    content: content ?? '',
  };
  const stored = operation === 'update' ? (originalDoc?.slug as string | undefined) : undefined;
  const given = isAddressName(data.slug) ? data.slug : undefined;
  const slug = stored ?? given ?? addressOf(named);
  if (await hasTwin(named, operation === 'update' ? originalDoc?.id : undefined, req)) {
    throw new ItemRefused('sameItem', req);
  }
  return { ...data, slug, title: titleOfItem(named).slice(0, 300) };
};

const addressOf = (item: Parameters<typeof keyOfItem>[0]): string =>
  `${item.domain}-${createHash('sha256').update(keyOfItem(item)).digest('hex').slice(0, 8)}`;

/** Whether another item in this place says the same; blanks and marks make no difference. */
async function hasTwin(
  item: Parameters<typeof keyOfItem>[0],
  own: number | string | undefined,
  req: PayloadRequest,
): Promise<boolean> {
  if (req.context.areItemsMatched) return false;
  const { docs } = await req.payload.find({
    collection: 'catalogue-items',
    where: { domain: { equals: item.domain } },
    select: { domain: true, levelOne: true, levelTwo: true, content: true },
    depth: 0,
    joins: false,
    pagination: false,
    req,
  });
  const key = keyOfItem(item);
  return docs.some(
    (other) => other.id !== own && keyOfItem({ ...other, levelTwo: other.levelTwo ?? '' }) === key,
  );
}

declare module 'payload' {
  interface RequestContext {
    /** Set by an import, which has matched all rows of a sheet with all stored items beforehand. */
    areItemsMatched?: boolean;
  }
}
