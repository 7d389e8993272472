import { hasLocale } from 'next-intl';
import type { Payload } from 'payload';
import { minutesToWait } from '@/access/attempts';
import { isSolved } from '@/access/challenge';
import { confirmToken } from '@/collections/Subscriptions/tokens';
import { subscribe } from '@/collections/Subscriptions/subscribe';
import { parseSubscription } from '@/domain/subscriptions/parse';
import { keepSealed } from '@/fields/sealed/sealed-cookie';
import { routing, type Locale } from '@/i18n/routing';
import { findFollowed } from '@/queries/followed';
import { portal } from '@/queries/portal';
import { sendsMail } from '@/transfer/mail/server';
import { isOwn, receiveForm } from '../../applications/new/received-form';
import { inWords } from '../../download-answers';
import { basePath, CHALLENGE_OF, seeOther, subscriptionWords, type Returned } from '../words';

type Context = { params: Promise<{ locale: string }> };

/** Asks a mailbox to confirm. What comes back is the same whoever has subscribed before. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const t = subscriptionWords(locale);
  if (!isOwn(request)) return inWords(t('problems.foreign'), 403);
  const received = await receiveForm(request, { hasFiles: false });
  if (!received) return inWords(t('problems.unreadable'), 400);
  const answers = Object.fromEntries(
    FIELDS.map((field) => [field, String(received.form.get(field) ?? '').slice(0, 1000)]),
  );
  const payload = await portal();
  const parsed = parseSubscription(answers);
  const thing = parsed.ok ? await findFollowed(payload, parsed.value, locale) : null;
  if (!parsed.ok || !thing) {
    const errors = parsed.ok ? ({ subject: 'subjectUnknown' } as const) : parsed.errors;
    return back(locale, {
      answers,
      errors: Object.entries(errors).map(([field, key]) => ({
        field,
        message: t(`errors.${key}`),
      })),
    });
  }
  const isProven = await isSolved(received.form.get('altcha'), CHALLENGE_OF);
  const minutes = await minutesToWait(isProven ? 'subscription' : 'unprovenSubscription');
  if (minutes !== null) {
    const message = t('problems.wait', { minutes });
    return back(locale, { answers, errors: [{ field: 'email', message }] });
  }
  const mail = await subscribe(
    payload,
    { ...parsed.value, target: thing.target },
    { label: thing.name, language: locale, now: new Date() },
  );
  if (mail) await handOver(payload, mail.id, mail.key, locale);
  await keepSealed('subscription', '/subscriptions', null);
  return seeOther(locale, '/done?what=asked');
}

const FIELDS = ['email', 'subject', 'target', 'frequency'];

/** Into the queue, which sends it within seconds. A demonstration without mail shows the link instead. */
async function handOver(
  payload: Payload,
  id: number | string,
  key: string,
  locale: Locale,
): Promise<void> {
  await payload.jobs.queue({ task: 'send-alert', queue: 'mail', input: { mail: String(id) } });
  if (sendsMail(payload) || process.env.DEMO !== 'true') return;
  await keepSealed('demo-mail', '/subscriptions/done', {
    link: `${basePath(locale)}/confirm?token=${confirmToken(key)}`,
  });
}

/** Back to the form; the address that was typed stands in no address line and in no log. */
async function back(locale: Locale, returned: Returned): Promise<Response> {
  await keepSealed('subscription', '/subscriptions', returned);
  const { subject = '', target = '' } = returned.answers;
  return seeOther(locale, `?${new URLSearchParams({ subject, target })}`);
}
