import { localeOf } from '@/access/language';
import { stepsNowhere } from '@/domain/services/chain';
import { onlineHost } from '@/domain/services/guide';
import { checkOnRelease } from '@/fields/review/check-on-release';
import { messages } from '@/messages';
import type { ServiceChain } from '@/payload-types';

/** One matter has several steps, and each says where one has to go. */
export const checkChain = checkOnRelease<ServiceChain>(({ steps, onlineUrl }, { req }) => {
  const words = messages[localeOf(req)].services.refusals;
  return [
    ...((steps?.length ?? 0) < 2 ? [{ path: 'steps', message: words.fewSteps }] : []),
    ...stepsNowhere(steps ?? []).map((step) => ({
      path: `steps.${step - 1}.agency`,
      message: words.stepNowhere.replace('{step}', String(step)),
    })),
    ...(onlineUrl && onlineHost(onlineUrl) === null
      ? [{ path: 'onlineUrl', message: words.onlineUrl }]
      : []),
  ];
});
