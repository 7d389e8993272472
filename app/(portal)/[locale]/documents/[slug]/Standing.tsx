import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { formatDate } from '@/components/DateText/format-date';
import { Notice } from '@/components/Notice/Notice';
import { decidingOn, decisionsAbout, type Decision } from '@/domain/documents/history';
import { standingOf, validityOn } from '@/domain/documents/validity';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import type { Document } from '@/payload-types';
import { factsOf, relationsOf, type Related } from '@/queries/relations';
import { RelatedLink } from './RelatedLink';

type Decided = Decision<{ document: Related }>;

/**
 * Whether the text may be relied on, in a sentence that names what decided it; loud only where it
 * may not. What is decided and still to come stands below.
 */
export async function Standing({ document, locale }: { document: Document; locale: Locale }) {
  if (!document.validity) return null;
  const today = dayOf(new Date());
  const facts = factsOf(document);
  const { incoming } = await relationsOf(document);
  const decisions = decisionsAbout(facts, incoming);
  const validity = validityOn(today, standingOf(facts, incoming));
  const deciding = decidingOn(today, decisions);
  const t = await getTranslations({ locale, namespace: 'documents.standing' });
  const day = (value: Day | null | undefined) =>
    value ? formatDate(value, locale) : t('unknownDay');
  const kind = { 'in-force': 'info', 'not-yet': 'warn', amended: 'warn' }[validity as string];
  const sentence = async (): Promise<ReactNode> => {
    if ((validity === 'repealed' || validity === 'amended') && deciding) {
      return decisionSentence(deciding, locale, day(deciding.on));
    }
    if (validity === 'lapsed') return t('lapsed', { date: day(facts.lapsesOn) });
    if (validity === 'not-yet') return t('not-yet', { date: day(facts.effectiveOn) });
    return facts.effectiveOn ? t('inForceSince', { date: day(facts.effectiveOn) }) : t('in-force');
  };
  const isEnded = validity === 'repealed' || validity === 'lapsed';
  const pending = validity === 'repealed' ? [] : decisions.filter(({ on }) => on && on > today);
  return (
    <>
      <Notice kind={isEnded ? 'repealed' : ((kind ?? 'warn') as 'info' | 'warn')}>
        {await sentence()}
        {validity === 'amended' && (await moreAmendments(decisions, today, locale))}
      </Notice>
      {pending.length > 0 && <Pending decisions={pending} locale={locale} />}
    </>
  );
}

/** 变更已记录，尚未生效: what is decided already and from which day it holds. */
async function Pending({ decisions, locale }: { decisions: Decided[]; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'relations' });
  return (
    <Notice kind="warn" title={t('pending.title')}>
      {decisions.map((decision, i) => {
        const date = decision.on ? formatDate(decision.on, locale) : '';
        const { by, provisions = '' } = decision;
        return (
          <p key={i}>
            {by
              ? t.rich(`pending.${wordOf(decision)}`, {
                  date,
                  provisions,
                  document: () => <RelatedLink document={by.document} locale={locale} />,
                })
              : t(`pending.${decision.effect}`, { date })}
            {decision.reason && ` ${t('standing.reason', { reason: decision.reason })}`}
          </p>
        );
      })}
    </Notice>
  );
}

/** By what and since when a document is amended or repealed, and why. */
export async function decisionSentence(
  decision: Decided,
  locale: Locale,
  date: string,
): Promise<ReactNode> {
  const t = await getTranslations({ locale, namespace: 'relations.standing' });
  const plain = await getTranslations({ locale, namespace: 'documents.standing' });
  const { by, byName, provisions = '', reason } = decision;
  const named = () => {
    if (by) {
      return t.rich(wordOf(decision), {
        date,
        provisions,
        document: () => <RelatedLink document={by.document} locale={locale} />,
      });
    }
    if (byName) return t(`${decision.effect}ByName`, { name: byName, date });
    return plain(decision.effect, { date });
  };
  return (
    <>
      {named()}
      {decision.kind === 'amended' && provisions && ` ${t('provisions', { provisions })}`}
      {reason && ` ${t('reason', { reason })}`}
    </>
  );
}

async function moreAmendments(decisions: Decided[], today: Day, locale: Locale) {
  const count = decisions.filter(({ on }) => !on || on <= today).length - 1;
  if (count <= 0) return null;
  const t = await getTranslations({ locale, namespace: 'relations.standing' });
  return ` ${t('more', { count })}`;
}

const wordOf = ({ kind }: Decided) =>
  (
    ({
      amended: 'amendedBy',
      'partly-repealed': 'partlyRepealedBy',
      repealed: 'repealedBy',
      replaced: 'replacedBy',
    }) as const
  )[kind];
