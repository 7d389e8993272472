import type { Payload } from 'payload';
import { lettersPage } from '@/collections/Applications/letters-page';
import { consultationsOf, historyOf } from '@/collections/Applications/stored-case';
import type { MailKind } from '@/domain/applications/mails';
import { dayOf, type Day } from '@/domain/workdays/days';
import { unsealed } from '@/fields/sealed/seal';
import type { Agency, Application, Letter } from '@/payload-types';
import type { MailFacts } from './compose';
import type { MailLocale } from './mail-text';

/** The case as it is stored, with what no interface gives out; null when there is none. */
export const storedApplication = (
  payload: Payload,
  id: Application['id'],
): Promise<Application | null> =>
  payload.db.findOne<Application>({ collection: 'applications', where: { id: { equals: id } } });

/** A personal field in full. */
export const inFull = (application: Application, field: 'name' | 'email'): string | null =>
  unsealed(application[field], field);

export const localeOf = ({ language }: Pick<Application, 'language'>): MailLocale =>
  language === 'en' ? 'en' : 'zh-CN';

/** What the mail of a step says of its case, without what is attached. */
export async function mailFacts(
  payload: Payload,
  application: Application,
  kind: MailKind,
  queryCode: string | null,
): Promise<Omit<MailFacts, 'attached'>> {
  const locale = localeOf(application);
  const isFee = kind === 'fee';
  const isStopped =
    Boolean(application.stopped) || consultationsOf(application).some(isOpen) || isFee;
  return {
    kind,
    receiptNumber: application.receiptNumber ?? '',
    name: inFull(application, 'name'),
    queryCode,
    hasCode: Boolean(application.queryHash),
    agency: await agencyOf(payload, application, locale),
    isReceived: Boolean(application.receivedOn) && historyOf(application)[0]?.status !== 'received',
    dueOn: isStopped ? null : dayIn(application.dueOn),
    isProvisional: Boolean(application.isProvisional),
    termOn: dayIn(isFee ? application.fee?.termOn : application.supplement?.termOn),
    yuan: application.fee?.yuan ?? null,
    lettersAddress:
      kind === 'replied' && application.reply?.kind === 'petition' ? lettersPage(locale) : null,
    statusAddress: new URL(
      `${locale === 'en' ? '/en' : ''}/applications/status`,
      process.env.SITE_URL || 'http://localhost:3000',
    ).toString(),
  };
}

const isOpen = ({ answeredOn }: { answeredOn: Day | null }): boolean => answeredOn === null;

/** Whom the mail names for questions. */
export async function agencyOf(
  payload: Payload,
  { agency }: Pick<Application, 'agency'> | Pick<Letter, 'agency'>,
  locale: MailLocale,
): Promise<{ name: string; phone: string | null } | null> {
  if (!agency) return null;
  const id = typeof agency === 'object' ? agency.id : agency;
  const { docs } = await payload.find({
    collection: 'agencies',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 0,
    locale,
    select: { name: true, phone: true },
  });
  const found = docs[0] as Pick<Agency, 'name' | 'phone'> | undefined;
  return found ? { name: found.name, phone: found.phone ?? null } : null;
}

const dayIn = (value: string | null | undefined): Day | null => (value ? dayOf(value) : null);
