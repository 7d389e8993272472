import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Actions } from '@/components/Actions/Actions';
import { AttachmentList } from '@/components/AttachmentList/AttachmentList';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { DateText } from '@/components/DateText/DateText';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Notice } from '@/components/Notice/Notice';
import { OfficialText } from '@/components/OfficialText/OfficialText';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { SignatureLine } from '@/components/SignatureLine/SignatureLine';
import { Withdrawn } from '@/components/Withdrawn/Withdrawn';
import { labelOf } from '@/domain/catalogue/codes';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { PROPOSAL_RESULTS, PROPOSER_KINDS } from '@/domain/proposals/codes';
import { daysTaken } from '@/domain/proposals/handling';
import type { Locale } from '@/i18n/routing';
import type { Agency, Document, File, Proposal } from '@/payload-types';
import { dayOrNothing, titleIn } from '@/queries/document-items';
import { reader } from '@/queries/preview';
import { findProposal } from '@/queries/proposals';
import { agencyIn } from '@/queries/services';
import { findWithdrawal } from '@/queries/withdrawals';
import { alternatesOf } from '../../alternates';
import { articleMeta } from '../../national-meta';

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const proposal = await findProposal(slug, locale, await reader());
  if (!proposal) return { robots: { index: false } };
  const path = `/proposals/${proposal.slug}`;
  const { title } = titleIn(locale, proposal);
  return {
    title,
    alternates: alternatesOf(locale, path),
    other: await articleMeta(locale, 'proposals', {
      title,
      published: proposal.publishedOn,
      signedBy: proposal.signedBy,
      source: agencyIn(proposal)?.name,
      path,
    }),
  };
}

/** One proposal: what was proposed, by whom, what was replied, how it ended and how long it took. */
export default async function ProposalPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const proposal = await findProposal(slug, locale, await reader());
  if (!proposal) {
    const withdrawal = await findWithdrawal('proposals', slug);
    if (!withdrawal) notFound();
    return <Withdrawn withdrawal={withdrawal} />;
  }
  const t = await getTranslations('proposals');
  const { title, lang } = titleIn(locale, proposal);
  const text = blocksFromLexical(proposal.text);
  const reply = blocksFromLexical(proposal.reply);
  const documents = (proposal.documents ?? []).filter(
    (one): one is Document => typeof one === 'object',
  );
  const files = (proposal.attachments ?? []).filter((one): one is File => typeof one === 'object');
  const due = dayOrNothing(proposal.dueOn);
  return (
    <article>
      <Breadcrumbs
        items={[
          { label: t('title'), href: '/proposals' },
          {
            label: proposal.session,
            href: `/proposals?session=${encodeURIComponent(proposal.session)}`,
          },
        ]}
      />
      <PageTitle
        eyebrow={labelOf(PROPOSER_KINDS, proposal.proposerKind, locale)}
        title={title}
        lang={lang}
      />
      <Facts proposal={proposal} locale={locale} />
      <Actions />
      {locale === 'en' && <Notice>{t('chineseOnly')}</Notice>}
      <Section title={t('text')} id="proposal">
        {text.length > 0 ? <OfficialText blocks={text} levelOffset={1} /> : <p>{t('noText')}</p>}
      </Section>
      <Section title={t('reply')} id="reply">
        {reply.length > 0 && <OfficialText blocks={reply} levelOffset={1} />}
        {reply.length === 0 && (
          <p>
            {due
              ? t.rich('noReplyDue', { due: () => <DateText key="due" day={due} /> })
              : t('noReply')}
          </p>
        )}
      </Section>
      {files.length > 0 && (
        <Section title={t('attachments')} id="attachments">
          <AttachmentList
            items={files.map((file) => ({
              href: file.url ?? '',
              name: file.title,
              bytes: file.filesize ?? undefined,
              lang: 'zh-CN',
            }))}
          />
        </Section>
      )}
      {documents.length > 0 && (
        <Section title={t('documents')}>
          <DocumentList
            headingLevel={3}
            compact
            items={documents.map((document) => ({
              href: `/documents/${document.slug}`,
              ...titleIn(locale, document),
              number: document.number ?? undefined,
              validity: document.validity ?? undefined,
            }))}
          />
        </Section>
      )}
      <SignatureLine signedBy={proposal.signedBy} />
    </article>
  );
}

async function Facts({ proposal, locale }: { proposal: Proposal; locale: string }) {
  const t = await getTranslations('proposals');
  const day = (value: string | null | undefined) => {
    const known = dayOrNothing(value);
    return known && <DateText day={known} />;
  };
  const agency = agencyIn(proposal);
  const others = (proposal.withAgencies ?? []).filter(
    (one): one is Agency => typeof one === 'object',
  );
  const [received, replied, due] = [proposal.receivedOn, proposal.repliedOn, proposal.dueOn].map(
    dayOrNothing,
  );
  const days = daysTaken(received, replied);
  const inTime = due && replied ? t(replied <= due ? 'inTime' : 'late') : undefined;
  return (
    <MetadataTable
      rows={[
        { term: t('facts.session'), value: proposal.session, lang: 'zh-CN' },
        { term: t('facts.number'), value: t('number', { number: proposal.number }) },
        { term: t('facts.proposers'), value: proposal.proposers?.join(t('comma')), lang: 'zh-CN' },
        {
          term: t('facts.agency'),
          value: agency && <Link href={`/agencies/${agency.slug}`}>{agency.name}</Link>,
        },
        {
          term: t('facts.withAgencies'),
          value: others.map(({ name }) => name).join(t('comma')),
        },
        { term: t('facts.receivedOn'), value: day(proposal.receivedOn) },
        { term: t('facts.dueOn'), value: day(proposal.dueOn) },
        { term: t('facts.repliedOn'), value: day(proposal.repliedOn) },
        {
          term: t('facts.taken'),
          value:
            days === null
              ? undefined
              : [t('days', { days }), inTime].filter(Boolean).join(t('comma')),
        },
        { term: t('facts.replyNumber'), value: proposal.replyNumber, lang: 'zh-CN' },
        {
          term: t('facts.result'),
          value:
            proposal.repliedOn && proposal.result
              ? labelOf(PROPOSAL_RESULTS, proposal.result, locale)
              : t('open'),
        },
      ]}
    />
  );
}
