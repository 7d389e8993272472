'use client';

import { toast, useFormModified } from '@payloadcms/ui';
import type { JSONFieldClientProps } from 'payload';
import { useState } from 'react';
import { formatMoment } from '@/components/DateText/format-moment';
import type { Answers } from '@/domain/website-reports/answers';
import { isGroup, SECTIONS } from '@/domain/website-reports/form';
import { FieldInput } from './FieldInput';
import { Findings } from './Findings';
import { useAsk } from '../ReportForm/use-ask';
import { useWebsiteForm, type Compiled, type WebsiteFormState } from './use-website-form';
import styles from './WebsiteForm.module.css';

/** 政府网站工作年度报表, to be filled in group by group, with what the platform counted beside it. */
export function WebsiteForm({ readOnly }: JSONFieldClientProps) {
  const form = useWebsiteForm(readOnly ?? false);
  const say = ({ zh, en }: { zh: string; en: string }) => (form.locale === 'en' ? en : zh);
  return (
    <div className={styles.form}>
      <Compile form={form} />
      <Findings form={form} />
      {SECTIONS.map(({ code, label, items }) => (
        <fieldset key={code} className={styles.section}>
          {label && <legend>{say(label)}</legend>}
          {items.map((item) =>
            isGroup(item) ? (
              <fieldset key={item.code} className={styles.group}>
                <legend>{say(item.label)}</legend>
                {item.fields.map((field) => (
                  <FieldInput key={field.code} field={field} form={form} />
                ))}
              </fieldset>
            ) : (
              <FieldInput key={item.code} field={item} form={form} />
            ),
          )}
        </fieldset>
      ))}
    </div>
  );
}

function Compile({ form }: { form: WebsiteFormState }) {
  const { change, compiled, id, isPublished, isReadOnly, locale, words } = form;
  const isModified = useFormModified();
  const ask = useAsk();
  const [isRunning, setIsRunning] = useState(false);
  if (isReadOnly || isPublished) return null;
  async function compile() {
    setIsRunning(true);
    const result = await ask<{ compiled: Compiled; answers: Answers; changed: unknown[] }>(
      `/${id}/compile`,
      { body: {} },
    );
    setIsRunning(false);
    if (!result.ok) {
      toast.error(words.failed.replace('{reason}', () => result.reason ?? words.offline));
      return;
    }
    const { body } = result;
    change({ compiled: body.compiled, answers: body.answers }, { isSaved: true });
    toast.success(words.compiled.replace('{count}', String(body.changed.length)));
  }
  const at = compiled?.at;
  return (
    <div className={styles.compile}>
      <button
        type="button"
        disabled={!id || isModified || isRunning}
        onClick={() => void compile()}
      >
        {isRunning ? words.compiling : words.compile}
      </button>
      <p>
        {id ? (isModified ? words.saveChanges : words.compileHelp) : words.saveFirst}{' '}
        {at && words.compiledAt.replace('{at}', () => formatMoment(at, locale))}
      </p>
    </div>
  );
}
