import type { Desk, DeskFilter } from '@/collections/Applications/desk-rows';
import { channels } from '@/domain/applications/clock';
import { officeSteps } from '@/domain/applications/statuses';
import { messages } from '@/messages';
import styles from './ApplicationsDesk.module.css';
import { DESK_PATH } from './desk-address';

type Props = { desk: Desk; filter: DeskFilter; locale: 'zh-CN' | 'en' };

/** A form that works by itself: the address it leads to is the filter. */
export function Filter({ desk, filter, locale }: Props) {
  const { desk: words, cases, applications } = messages[locale];
  const { filters } = words;
  const people = (choices: { id: number | string; name: string }[]) =>
    choices.map(({ id, name }): [string, string] => [String(id), name]);
  return (
    <form action={DESK_PATH} method="get" className={styles.filter} aria-label={filters.heading}>
      {filter.group && <input type="hidden" name="group" value={filter.group} />}
      {filter.isProvisional && <input type="hidden" name="provisional" value="1" />}
      <Choice
        name="agency"
        label={filters.agency}
        any={filters.any}
        chosen={filter.agency}
        gone={filters.gone}
        options={people(desk.choices.agency)}
      />
      <Choice
        name="assignee"
        label={filters.assignee}
        any={filters.any}
        chosen={filter.assignee}
        gone={filters.gone}
        options={people(desk.choices.assignee)}
      />
      <Choice
        name="step"
        label={filters.step}
        any={filters.any}
        chosen={filter.step}
        options={officeSteps.map((code) => [code, cases.steps[code]])}
      />
      <Choice
        name="channel"
        label={filters.channel}
        any={filters.any}
        chosen={filter.channel}
        options={channels.map((code) => [code, applications.channels[code]])}
      />
      <button type="submit">{filters.apply}</button>
      <a href={DESK_PATH}>{filters.clear}</a>
    </form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  any: string;
  chosen?: string;
  /** What stands for a choice that has nothing on the desk any more, as behind a kept address. */
  gone?: string;
  options: [string, string][];
};

function Choice({ name, label, any, chosen, gone, options }: ChoiceProps) {
  const isGone = gone && chosen && !options.some(([value]) => value === chosen);
  return (
    <label>
      {label}
      <select name={name} defaultValue={chosen ?? ''}>
        <option value="">{any}</option>
        {isGone && <option value={chosen}>{gone}</option>}
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
