'use client';

import { useId, type ReactNode } from 'react';
import type { DeskCase } from '@/collections/Applications/desk-case';
import type { ActionCode, ActionField } from '@/domain/applications/actions';
import { amendItems, isAmendItem } from '@/domain/applications/amendments';
import { longestExtension } from '@/domain/applications/clock';
import { remedyWordsIn } from '@/domain/applications/letters/remedy-words';
import {
  feeOf,
  isRemarkPrinted,
  remedyWordsTyped,
  repliesIn,
  replyGroups,
  type Typed,
} from './action-form';
import styles from './CasePanel.module.css';
import { put, type Words } from './panel-words';

type Props = {
  action: ActionCode;
  field: ActionField;
  isNeeded: boolean;
  typed: Typed;
  onChange: (field: ActionField, value: string) => void;
  desk: DeskCase;
  words: Words;
};

/** One field of an action, in the shape that its value has. */
export function ActionInput(props: Props) {
  const { field, isNeeded, typed, onChange, words } = props;
  const { panel } = words.desk;
  const hintId = useId();
  const value = typed[field] ?? '';
  if (field === 'withoutFile' || field === 'remedyChecked') {
    return (
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={value === 'on'}
          onChange={(event) => onChange(field, event.target.checked ? 'on' : '')}
        />
        {field === 'withoutFile'
          ? panel.withoutFile
          : put(panel.remedyChecked, { words: remedyWordsTyped(typed, props.desk).join('、') })}
      </label>
    );
  }
  const isPublicInterest = field === 'reason' && typed.overridesObjection === 'yes';
  const isRaised = field === 'overridesObjection' || field === 'lateReason';
  const isOptional = !isNeeded && !isPublicInterest && !isRaised;
  const name = isPublicInterest
    ? panel.overridesReason
    : field === 'reason' && !isNeeded
      ? isRemarkPrinted(props.action)
        ? panel.reasonPrinted
        : panel.reason
      : words.cases.fields[field];
  const hint = hintOf(props);
  return (
    <div className={styles.field}>
      <label>
        <span>
          {name}
          {isOptional && <small> {panel.optional}</small>}
        </span>
        {control(props, value, hint ? hintId : undefined)}
      </label>
      {hint && (
        <p id={hintId} className={styles.hint} aria-live="polite">
          {hint}
        </p>
      )}
    </div>
  );
}

/** None has a greatest length: a browser cuts what is pasted and says nothing, the server says how much is too much. */
function control(props: Props, value: string, hintId: string | undefined): ReactNode {
  const { field, isNeeded, onChange, desk, words } = props;
  const { start } = desk;
  const common = {
    value,
    required: isNeeded,
    'aria-describedby': hintId,
    onChange: (event: { target: { value: string } }) => onChange(field, event.target.value),
  };
  const select = (options: ReactNode, none = words.desk.panel.choose) => (
    <select {...common}>
      <option value="">{none}</option>
      {options}
    </select>
  );
  const option = ({ id, name }: { id: number | string; name: string }) => (
    <option key={id} value={String(id)}>
      {name}
    </option>
  );
  switch (field) {
    case 'item':
      return select(amendItems.map((id) => option({ id, name: words.cases.items[id] })));
    case 'value': {
      const { item } = props.typed;
      const choices = isAmendItem(item) ? words.choices[item] : undefined;
      if (choices) {
        return select(Object.entries(choices).map(([id, name]) => option({ id, name })));
      }
      return item === 'description' ? (
        <textarea rows={4} {...common} />
      ) : (
        <input type="text" {...common} />
      );
    }
    case 'agency':
      return select(start.agencies.map(option), words.desk.panel.keep);
    case 'assignee':
      return select(start.officers.map(option), words.desk.panel.keep);
    case 'consultation':
      return select(openConsultations(desk, words).map(option));
    case 'outcome':
      return select(
        (['consent', 'partial', 'refusal'] as const).map((id) =>
          option({ id, name: words.cases.consultations.outcomes[id] }),
        ),
      );
    case 'feeBasis':
      return select(
        (['requests', 'pages'] as const).map((id) => option({ id, name: words.cases.fees[id] })),
      );
    case 'overridesObjection':
      return select(
        <>
          {option({ id: 'yes', name: words.desk.panel.overridesYes })}
          {option({ id: 'no', name: words.desk.panel.overridesNo })}
        </>,
      );
    case 'kind':
      return select(
        replyGroups.map((group) => (
          <optgroup key={group} label={words.desk.groupsOfReplies[group]}>
            {repliesIn(group).map((id) => option({ id, name: words.replies[id] ?? id }))}
          </optgroup>
        )),
      );
    case 'termOn':
      return <input type="date" min={start.today} {...common} />;
    case 'workingDays':
      return <input type="number" min={1} max={longestExtension} {...common} />;
    case 'feeCount':
      return <input type="number" min={0} {...common} />;
    case 'authority':
      return <AuthorityInput common={common} names={start.agencies.map(({ name }) => name)} />;
    case 'party':
    case 'way':
      return <input type="text" {...common} />;
    default:
      return <textarea rows={field === 'reason' || field === 'lateReason' ? 2 : 4} {...common} />;
  }
}

/** Any authority can be named; those that the portal knows are offered. */
function AuthorityInput({ common, names }: { common: object; names: string[] }) {
  const listId = useId();
  return (
    <>
      <input type="text" list={listId} {...common} />
      <datalist id={listId}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

function openConsultations({ consultations }: DeskCase, words: Words) {
  return consultations
    .filter(({ answeredOn }) => answeredOn === null)
    .map(({ number, of, askedOn, dueOn }) => ({
      id: number,
      name: put(words.desk.panel.consultation, {
        number,
        of: words.cases.consultations.of[of],
        asked: words.day(askedOn),
        due: words.day(dueOn),
      }),
    }));
}

function hintOf({ action, field, typed, desk, words }: Props): string {
  const { panel } = words.desk;
  if (field === 'overridesObjection') return panel.overridesHint;
  if (field === 'item') return panel.amendHint;
  if (field === 'lateReason') {
    return put(panel.lateHint, { day: words.day(desk.start.earliestEntry) });
  }
  if (field === 'facts' || field === 'decision') {
    const found = remedyWordsIn(typed[field] ?? '');
    const hint = action === 'lapse' ? panel.remedyHintUnexamined : panel.remedyHint;
    return found.length > 0 ? put(hint, { words: found.join('、') }) : '';
  }
  if (field !== 'feeCount') return '';
  const yuan = feeOf(typed);
  const { requestsInMonth, chargedInMonth } = desk.start;
  const asked = [
    put(panel.feeHint, { count: requestsInMonth }),
    ...(chargedInMonth > 0 ? [put(panel.feeCharged, { count: chargedInMonth })] : []),
  ].join(' ');
  if (yuan === null) return asked;
  const fee = yuan === 0 ? panel.feeNone : put(panel.fee, { yuan: yuan.toLocaleString() });
  return typed.feeBasis === 'pages' ? fee : `${fee} ${asked}`;
}
