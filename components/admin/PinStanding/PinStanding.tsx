import type { Payload, UIFieldServerProps } from 'payload';
import { dayOf } from '@/domain/workdays/days';
import { messages } from '@/messages';
import type { SearchPin } from '@/payload-types';
import { asPublic } from '@/queries/portal';
import styles from './PinStanding.module.css';

type Result = { relationTo: SearchPin['results'][number]['relationTo']; id: number | string };

/** Under the results of a pin, as it was last saved: which of them the public can't read, and whether it still holds. */
export async function PinStanding({ data, id, payload, i18n }: UIFieldServerProps) {
  const locale = i18n.language === 'en' ? 'en' : 'zh-CN';
  const words = messages[locale].searches.pin;
  const { results, until } = (data ?? {}) as Partial<SearchPin>;
  if (!id || !Array.isArray(results)) return <p className={styles.standing}>{words.hint}</p>;
  const kept = results.flatMap((one): Result[] => {
    const value = one?.value;
    const key = typeof value === 'object' && value !== null ? value.id : value;
    return key === undefined || key === null ? [] : [{ relationTo: one.relationTo, id: key }];
  });
  const isPublic = await Promise.all(kept.map((one) => isReadable(payload, one)));
  const hidden = isPublic.filter((one) => !one).length;
  const isOver = typeof until === 'string' && dayOf(until) < dayOf(new Date());
  if (isOver)
    return (
      <p role="status" className={styles.standing}>
        {words.over}
      </p>
    );
  if (hidden === 0)
    return (
      <p role="status" className={styles.standing}>
        {words.allShown}
      </p>
    );
  return (
    <p role="status" className={styles.standing}>
      {words.hidden
        .replace('{hidden}', String(hidden))
        .replace('{places}', isPublic.flatMap((one, at) => (one ? [] : [at + 1])).join(words.and))}
    </p>
  );
}

async function isReadable(payload: Payload, { relationTo, id }: Result): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: relationTo,
    where: { id: { equals: id } },
    ...asPublic,
  });
  return totalDocs > 0;
}
