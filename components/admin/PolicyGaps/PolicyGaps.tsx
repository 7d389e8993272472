'use client';

import { useAllFormFields, useTranslation } from '@payloadcms/ui';
import { reduceFieldsToValues } from 'payload/shared';
import { useEffect, useState } from 'react';
import type { PassageFinding } from '@/collections/Policies/passages-endpoint';
import { missingParts, type PolicyDraft } from '@/domain/policies/missing';
import { messages } from '@/messages';
import { useAsk } from '../ReportForm/use-ask';
import styles from './PolicyGaps.module.css';

type Source = { document?: unknown; anchor?: string | null; passage?: string | null };

/** So long nothing is typed before the passages are compared with their documents. */
const PAUSE_MS = 700;

/** Above the form: what the guide on the screen still lacks, and whether its quotations are true. */
export function PolicyGaps() {
  const { i18n } = useTranslation();
  const words = messages[i18n.language === 'en' ? 'en' : 'zh-CN'].policies;
  const [fields] = useAllFormFields();
  const policy = reduceFieldsToValues(fields, true) as PolicyDraft & { sources?: Source[] | null };
  const missing = missingParts({
    ...policy,
    startsOn: String(policy.startsOn ?? '').slice(0, 10),
    endsOn: String(policy.endsOn ?? '').slice(0, 10),
  });
  const gaps = [...new Set(missing.map(({ gap }) => gap))];
  return (
    <section className={styles.panel} aria-label={words.admin.title}>
      <h3 className={styles.title}>{words.admin.title}</h3>
      <div role="status">
        {gaps.length === 0 ? (
          <p>{words.admin.whole}</p>
        ) : (
          <>
            <p>{words.admin.missing.replace('{count}', String(gaps.length))}</p>
            <ul>
              {gaps.map((gap) => (
                <li key={gap}>{words.gaps[gap]}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <Passages sources={Array.isArray(policy.sources) ? policy.sources : []} words={words.admin} />
    </section>
  );
}

type Words = (typeof messages)['zh-CN']['policies']['admin'];

function Passages({ sources, words }: { sources: Source[]; words: Words }) {
  const ask = useAsk();
  const [checked, setChecked] = useState<{ asked: string; findings: (PassageFinding | null)[] }>();
  const [hasFailed, setHasFailed] = useState(false);
  const asked = JSON.stringify(
    sources.map(({ document, anchor, passage }) => ({ document: idOf(document), anchor, passage })),
  );
  const isQuoted = sources.some(({ document, passage }) => document && passage?.trim());
  useEffect(() => {
    if (!isQuoted) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await ask<{ findings: (PassageFinding | null)[] }>('/passages', {
        body: { sources: JSON.parse(asked) as Source[] },
        signal: stop.signal,
      });
      if (stop.signal.aborted) return;
      setHasFailed(!answer.ok);
      if (answer.ok) setChecked({ asked, findings: answer.body.findings });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [ask, asked, isQuoted]);
  if (!isQuoted) return null;
  const findings = checked?.asked === asked ? checked.findings : null;
  return (
    <div role="status">
      <h4 className={styles.title}>{words.passages}</h4>
      {findings ? (
        <ul>
          {findings.map(
            (finding, i) =>
              finding && (
                <li key={i} className={finding.found === 'here' ? undefined : styles.warn}>
                  {sentenceOf(finding, i + 1, words)}
                </li>
              ),
          )}
        </ul>
      ) : (
        <p>{hasFailed ? words.failed : words.checking}</p>
      )}
    </div>
  );
}

function sentenceOf(finding: PassageFinding, number: number, words: Words): string {
  const anchor = finding.found === 'elsewhere' ? finding.anchor : undefined;
  const key = finding.found === 'elsewhere' && !anchor ? 'elsewhereUnknown' : finding.found;
  return words[key].replace('{number}', String(number)).replace('{anchor}', anchor ?? '');
}

const idOf = (document: unknown): unknown =>
  typeof document === 'object' && document !== null ? (document as { id?: unknown }).id : document;
