import type { Desk, DeskFilter } from '@/collections/Applications/desk-rows';
import { deskGroups } from '@/domain/applications/desk';
import type { messages } from '@/messages';
import styles from './ApplicationsDesk.module.css';
import { deskAddress } from './desk-address';

type Props = { desk: Desk; filter: DeskFilter; words: (typeof messages)['en']['desk'] };

/** How many cases lie where, each number the way to them. */
export function Groups({ desk: { counts }, filter, words }: Props) {
  const rest = { ...filter, group: undefined, isProvisional: undefined };
  const all = deskGroups.reduce((sum, group) => sum + counts[group], 0);
  const links = [
    {
      key: 'all',
      label: words.all,
      count: all,
      to: rest,
      isCurrent: !filter.group && !filter.isProvisional,
    },
    ...deskGroups.map((group) => ({
      key: group,
      label: words.groups[group],
      count: counts[group],
      to: { ...rest, group },
      isCurrent: filter.group === group,
    })),
    {
      key: 'provisional',
      label: words.provisional,
      count: counts.provisional,
      to: { ...rest, isProvisional: true },
      isCurrent: Boolean(filter.isProvisional),
    },
  ];
  return (
    <nav aria-label={words.title}>
      <ul className={styles.groups}>
        {links.map(({ key, label, count, to, isCurrent }) => (
          <li key={key}>
            <a
              href={deskAddress(to)}
              aria-current={isCurrent ? 'page' : undefined}
              data-late={key === 'overdue' && count > 0 ? true : undefined}
            >
              <strong>{count}</strong> {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
