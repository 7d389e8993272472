import type { DeskFilter, DeskTally } from '@/collections/Applications/desk-rows';
import { deskGroups } from '@/domain/applications/desk';
import type { messages } from '@/messages';
import styles from './ApplicationsDesk.module.css';
import { deskAddress } from './desk-address';

type Props = {
  kind: 'agency' | 'assignee';
  tallies: DeskTally[];
  filter: DeskFilter;
  words: (typeof messages)['en']['desk'];
};

/** How many cases of each agency, or of each officer, lie where. */
export function Tallies({ kind, tallies, filter, words }: Props) {
  const isAgency = kind === 'agency';
  const title = isAgency ? words.byAgency : words.byAssignee;
  if (tallies.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <div className={styles.scroll} role="region" aria-label={title} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{isAgency ? words.columns.agency : words.columns.assignee}</th>
              {deskGroups.map((group) => (
                <th key={group} scope="col" className={styles.count}>
                  {words.groups[group]}
                </th>
              ))}
              <th scope="col" className={styles.count}>
                {words.columns.total}
              </th>
            </tr>
          </thead>
          <tbody>
            {tallies.map(({ id, name, counts }) => (
              <tr key={String(id)}>
                <th scope="row">
                  {id === null ? (
                    isAgency ? (
                      words.noAgency
                    ) : (
                      words.noAssignee
                    )
                  ) : (
                    <a href={deskAddress({ ...filter, group: undefined, [kind]: String(id) })}>
                      {name}
                    </a>
                  )}
                </th>
                {deskGroups.map((group) => (
                  <td
                    key={group}
                    className={styles.count}
                    data-late={group === 'overdue' && counts[group] > 0 ? true : undefined}
                  >
                    {counts[group]}
                  </td>
                ))}
                <td className={styles.count}>
                  {deskGroups.reduce((sum, group) => sum + counts[group], 0)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
