import { localeOf } from '@/access/language';
import { missingParts, onlineHost } from '@/domain/services/guide';
import { checkOnRelease } from '@/fields/review/check-on-release';
import { messages } from '@/messages';
import type { Service } from '@/payload-types';

/** A guide goes out with its eight parts, each that is missing is named, and leads only to a safe address. */
export const checkService = checkOnRelease<Service>((service, { req }) => {
  const words = messages[localeOf(req)].services.refusals;
  const contradicts = service.noMaterials && Boolean(service.materials?.length);
  const hasWrongAddress = service.onlineUrl && onlineHost(service.onlineUrl) === null;
  return [
    ...missingParts(service).map((part) => ({ path: part, message: words.missing[part] })),
    ...(contradicts ? [{ path: 'noMaterials', message: words.contradiction }] : []),
    ...(hasWrongAddress ? [{ path: 'onlineUrl', message: words.onlineUrl }] : []),
  ];
});
