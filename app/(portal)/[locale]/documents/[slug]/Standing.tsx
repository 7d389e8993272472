import { useTranslations } from 'next-intl';
import { Notice } from '@/components/Notice/Notice';
import { formatDate } from '@/components/DateText/format-date';
import type { Document } from '@/payload-types';
import { dayOrNothing } from '@/queries/document-items';

/** Whether the text may be relied on, in a sentence; loud only where it may not. */
export function Standing({ document, locale }: { document: Document; locale: string }) {
  const t = useTranslations('documents');
  const { validity, change } = document;
  if (!validity) return null;
  const day = (value: string | null | undefined) => {
    const known = dayOrNothing(value);
    return known ? formatDate(known, locale) : undefined;
  };
  const changedOn = day(change?.on);
  const isEnded = validity === 'repealed' || validity === 'lapsed';
  const kind = isEnded ? 'repealed' : validity === 'in-force' ? 'info' : 'warn';
  const sentence = () => {
    if (validity === 'repealed' || validity === 'amended') {
      return t(`standing.${validity}`, { date: changedOn ?? t('standing.unknownDay') });
    }
    if (validity === 'lapsed') {
      return t('standing.lapsed', { date: day(document.lapsesOn) ?? t('standing.unknownDay') });
    }
    const effective = day(document.effectiveOn);
    if (validity === 'not-yet') {
      return t('standing.not-yet', { date: effective ?? t('standing.unknownDay') });
    }
    return effective ? t('standing.inForceSince', { date: effective }) : t('standing.in-force');
  };
  return (
    <Notice kind={kind}>
      {sentence()}
      {change?.reason && isEnded && ` ${t('standing.reason', { reason: change.reason })}`}
    </Notice>
  );
}
