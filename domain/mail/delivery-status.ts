/**
 * What mail servers write about a mail that they could not deliver. RFC 3464, 2.3: fields about the mail,
 * then a group of fields for each recipient, with empty lines between.
 */
export type RecipientStatus = {
  /** Addresses by which the report names one recipient, in small letters. */
  addresses: string[];
  /** RFC 3464, 2.3.3. `failed` is for good; a server that still tries says `delayed`. */
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | null;
  /** RFC 3463, such as `5.1.1`. */
  status: string | null;
  /** What the server of the recipient answered, as it stands. */
  diagnostic: string | null;
};

/** Why a mail came back. Words are in messages `returned.reasons.<code>`. */
export const returnReasons = [
  'noMailbox', // 没有这个邮箱
  'noServer', // 没有这个域名，或者它不收信
  'closed', // 邮箱停用
  'full', // 邮箱已满
  'tooLarge', // 邮件太大
  'refused', // 对方拒收（策略、反垃圾）
  'unreachable', // 一直连不上对方服务器
  'other',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** As many recipients as a report is read for: a mail of ours has one, a reminder a handful. */
const MOST_RECIPIENTS = 50;

/** Reads a part `message/delivery-status`; what makes no sense is left out. */
export function parseDeliveryStatus(text: string): {
  /** RFC 3464 has no field for it, but Gmail gives it here. */
  messageId: string | null;
  recipients: RecipientStatus[];
} {
  const groups = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map(fieldsOf);
  const ofMail = groups.find((fields) => fields.has('x-original-message-id'));
  const recipients = groups.flatMap((fields) => {
    const addresses = ['final-recipient', 'original-recipient'].flatMap(
      (name) => addressIn(fields.get(name)) ?? [],
    );
    return addresses.length === 0 ? [] : [recipientOf(fields, addresses)];
  });
  return {
    messageId: messageIdIn(ofMail?.get('x-original-message-id')),
    recipients: recipients.slice(0, MOST_RECIPIENTS),
  };
}

const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

function recipientOf(fields: ReadonlyMap<string, string>, addresses: string[]): RecipientStatus {
  const [word = ''] = (fields.get('action') ?? '').toLowerCase().match(/[a-z]+/) ?? [];
  return {
    addresses: [...new Set(addresses)],
    action: ACTIONS.find((action) => action === word) ?? null,
    status: statusIn(fields.get('status')),
    diagnostic: fields.get('diagnostic-code')?.replace(/^\s*[\w-]+\s*;\s*/, '') ?? null,
  };
}

/** A status code of RFC 3463 in a text; null where there is none. */
export const statusIn = (text: string | null | undefined): string | null =>
  /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(text ?? '')?.[1] ?? null;

/** `rfc822; name@host`, an original recipient with its signs escaped as RFC 3461, 4 has it. */
function addressIn(value: string | undefined): string | null {
  const [, type, rest] = /^\s*([\w-]+)\s*;\s*(.*)$/.exec(value ?? '') ?? [];
  if (!type || !/^(rfc822|utf-8|x400|unknown)$/i.test(type)) return null;
  const plain = (rest ?? '').replace(/\+([0-9A-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return [rest ?? '', plain].map(bare).find((one) => one !== null) ?? null;
}

/** An address without what stands around it. */
export const bare = (text: string): string | null =>
  /^[^\s<>@]{1,64}@[^\s<>@]{1,255}$/.exec(text.trim().replace(/^<|>$/g, ''))?.[0].toLowerCase() ??
  null;

/** The first Message-ID in a header, with its brackets. */
export const messageIdIn = (value: string | null | undefined): string | null =>
  /<[^<>\s@]{1,200}@[^<>\s@]{1,255}>/.exec(value ?? '')?.[0] ?? null;

/** Fields by their name in small letters, continued lines joined; the first of a name counts. */
export function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')) {
    const at = line.indexOf(':');
    const name = line.slice(0, at).trim().toLowerCase();
    if (at > 0 && /^[\w-]+$/.test(name) && !fields.has(name)) {
      fields.set(name, line.slice(at + 1).trim());
    }
  }
  return fields;
}

/**
 * What a code of RFC 3463 says in words of every day. The first digit is left out: a server that gave up
 * after days reports `4.4.1` as failed. Servers that give no code but `5.0.0` say it in English.
 */
export function reasonOf({
  status,
  diagnostic,
}: Pick<RecipientStatus, 'status' | 'diagnostic'>): ReturnReason {
  const [, subject = '', detail = ''] = codeIn(status, diagnostic)?.split('.') ?? [];
  const known = BY_STATUS.find(([codes]) => codes.includes(`${subject}.${detail}`));
  if (known) return known[1];
  if (subject === '4') return 'unreachable';
  if (subject === '7') return 'refused';
  return BY_WORDS.find(([words]) => words.test(diagnostic ?? ''))?.[1] ?? 'other';
}

/** `5.0.0` says nothing; then the answer that it sums up may have a code. */
export const codeIn = (status: string | null, diagnostic: string | null): string | null =>
  status && !status.endsWith('.0.0') ? status : (statusIn(diagnostic) ?? status);

const BY_STATUS: readonly (readonly [readonly string[], ReturnReason])[] = [
  [['1.0', '1.1', '1.3', '1.6', '1.10'], 'noMailbox'],
  [['1.2', '4.4'], 'noServer'],
  [['2.1'], 'closed'],
  [['2.2'], 'full'],
  [['2.3', '3.4'], 'tooLarge'],
];

const BY_WORDS: readonly (readonly [RegExp, ReturnReason])[] = [
  [
    /(user|mailbox|account|address|recipient)\b.{0,30}\b(unknown|not found|not exist)/i,
    'noMailbox',
  ],
  [/no such (user|mailbox|account)|unknown (user|mailbox)/i, 'noMailbox'],
  [/(mailbox|quota|storage)\b.{0,30}\b(full|exceeded)|over quota/i, 'full'],
];

/** Whether the address itself is wrong, and not the day, the mail or the mood of a filter. */
export const isAddressGone = (reason: ReturnReason): boolean =>
  reason === 'noMailbox' || reason === 'noServer' || reason === 'closed';
