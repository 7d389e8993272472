// Area codes are 010, 02x or four digits, a number has seven or eight; phones write both together. An extension may follow.
const TELEPHONE =
  /(?<![\d-])(?:\(?(0(?:10|2\d|[3-9]\d{2}))\)?[\s-]?(\d{7,8})|([48]00-\d{3,4}-\d{3,4}))(?:-(\d{1,6}))?(?!\d)-*/g;

/**
 * The telephone numbers of a folded text, as 0795-1234567 or 400-123-4567, and what is left of it: each number is one
 * thing, and its parts say nothing by themselves.
 */
export function partTelephones(text: string): { telephones: string[]; rest: string } {
  const telephones: string[] = [];
  const rest = text.replace(
    TELEPHONE,
    (_, area: string, local: string, service: string, extension = '') => {
      telephones.push(service ?? `${area}-${local}`);
      return ` ${extension} `;
    },
  );
  return { telephones, rest };
}

/** A number as it is dialled in its own place. */
export const isLocalNumber = (word: string): boolean => /^\d{7,8}$/.test(word);
