import PostalMime, { type Attachment, type Email } from 'postal-mime';
import {
  bare,
  fieldsOf,
  messageIdIn,
  parseDeliveryStatus,
  statusIn,
  type RecipientStatus,
} from '@/domain/mail/delivery-status';

/** What a mail server says about a mail that came back or is late. */
export type Report = {
  /** Message-IDs that it may be about, the most certain first. */
  messageIds: string[];
  /** Of each recipient of whom it says something that is final, or that it still tries. */
  recipients: (RecipientStatus & { action: 'failed' | 'delayed' })[];
  /** When it was written, an ISO instant; null where it doesn't say. */
  writtenAt: string | null;
};

/** A report is short, and its returned mail stands at the end: what comes after is not read. */
export const MOST_BYTES = 512 * 1024;

/** Of the line To of a returned mail; to look for an address in more costs the square of its length. */
const LONGEST_ADDRESSES = 1000;

/** Programs that answer by themselves are no servers that returned something. */
const DAEMON = /^(mailer-daemon|postmaster|mail-daemon|mdaemon)\b/i;

/**
 * Reads a message: what a server reports (RFC 3464, RFC 6533), or null for every other message: letters,
 * junk, holiday notices, receipts. What cannot be parsed is no report.
 */
export async function readReport(raw: Uint8Array): Promise<Report | null> {
  const email = await PostalMime.parse(raw.subarray(0, MOST_BYTES), {
    forceRfc822Attachments: true,
    maxNestingDepth: 10,
    maxHeadersSize: 128 * 1024,
  }).catch(() => null);
  if (!email) return null;
  const returned = returnedHeaders(email.attachments);
  const part = email.attachments.find(({ mimeType }) => DELIVERY_STATUS.test(mimeType));
  const report = part ? standard(email, textOf(part), returned) : plain(email, returned);
  return report && report.recipients.length > 0 && report.messageIds.length > 0 ? report : null;
}

const DELIVERY_STATUS = /^message\/(global-)?delivery-status$/;
const RETURNED = /^(message\/(rfc822|global)|text\/rfc822-headers|message\/global-headers)$/;

type Fields = ReadonlyMap<string, string>;

function standard(email: Email, text: string, returned: Fields): Report {
  const { messageId, recipients } = parseDeliveryStatus(text);
  return {
    // Some return no line of the mail; then the report is an answer to it.
    messageIds: idsIn(returned.get('message-id'), messageId, email.inReplyTo, email.references),
    recipients: recipients.flatMap((one) =>
      one.action === 'failed' || one.action === 'delayed' ? [{ ...one, action: one.action }] : [],
    ),
    writtenAt: dateOf(email),
  };
}

/**
 * Servers that write a letter instead of a report: from a postmaster, with the mail itself attached. Without
 * a code that says for good or for now it says nothing that can be relied on.
 */
function plain(email: Email, returned: Fields): Report | null {
  const from = email.from && 'address' in email.from ? (email.from.address ?? '') : '';
  if (!DAEMON.test(from) || returned.size === 0) return null;
  const text = `${email.text ?? ''}\n${withoutTags(email.html ?? '')}`.slice(0, 20_000);
  const status = statusIn(text);
  const code = /\b([45])\d\d[ -]/.exec(text)?.[1] ?? status?.[0];
  const to = bare(
    /[^\s<>,;"]+@[^\s<>,;"]+/.exec((returned.get('to') ?? '').slice(0, LONGEST_ADDRESSES))?.[0] ??
      '',
  );
  if (!to || !code || code === '2' || !text.toLowerCase().includes(to)) return null;
  return {
    messageIds: idsIn(returned.get('message-id')),
    recipients: [
      {
        addresses: [to],
        action: code === '5' ? 'failed' : 'delayed',
        status,
        diagnostic: /\b[45]\d\d[ -].{0,300}/.exec(text)?.[0] ?? null,
      },
    ],
    writtenAt: dateOf(email),
  };
}

const withoutTags = (html: string): string => html.replace(/<[^<>]{0,2000}>/g, ' ');

const idsIn = (...values: (string | null | undefined)[]): string[] => [
  ...new Set(values.flatMap((value) => messageIdIn(value) ?? [])),
];

/** The headers of the mail that came back, from itself or from a part with its headers alone. */
function returnedHeaders(attachments: readonly Attachment[]): Fields {
  const part = attachments.find(({ mimeType }) => RETURNED.test(mimeType));
  if (!part) return new Map();
  const [head = ''] = textOf(part).split(/\r?\n\r?\n/, 1);
  return fieldsOf(head);
}

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);

const dateOf = ({ date }: Email): string | null => {
  const at = Date.parse(date ?? '');
  return Number.isNaN(at) ? null : new Date(at).toISOString();
};
