import type { Alike } from '@/collections/Applications/desk-alike';
import type { messages } from '@/messages';

type Props = { alike: Alike[]; words: (typeof messages)['en']['desk'] };

/** What so many people ask for that it may as well be published (条例第四十四条). */
export function AlikeList({ alike, words }: Props) {
  const { heading, lead } = words.alike;
  if (alike.length === 0) return null;
  return (
    <section aria-label={heading}>
      <h2>{heading}</h2>
      {alike.map(({ applicants, cases }) => (
        <div key={cases[0]?.id}>
          <h3>{cases[0]?.title}</h3>
          <p>{lead.replace('{count}', String(applicants))}</p>
          <ul>
            {cases.map(({ id, receiptNumber, title }) => (
              <li key={id}>
                <a href={`/admin/collections/applications/${id}`}>
                  {receiptNumber} {title}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
