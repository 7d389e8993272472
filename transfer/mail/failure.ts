/** Why a mail did not go out: for good, or so that it is worth trying again. No address stands in it. */
export type Failure = { isPermanent: boolean; reason: string };

type SmtpError = Error & { code?: string; responseCode?: number; response?: string };

/**
 * Reads what sending threw. A server that answers 5xx about this mail or this mailbox will answer the
 * same tomorrow (RFC 5321, 4.2.1); a refused sign-in or greeting, a 4xx and a broken line may not.
 */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { isPermanent: false, reason: 'unknown' };
  const { code, responseCode = 0, response, message } = error as SmtpError;
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  return {
    isPermanent: isAboutMail && responseCode >= 500 && responseCode < 600,
    reason: withoutAddresses(response ?? [code, message].filter(Boolean).join(' ')),
  };
}

/** Servers like to repeat the address that they refuse. */
export const withoutAddresses = (text: string): string =>
  text
    // What a server says has no end of its own, and to look for addresses costs its square.
    .slice(0, 2000)
    .replace(/[^\s<>"',;:()]+@[^\s<>"',;:()]+/gu, '***')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 300);
