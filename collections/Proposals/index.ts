import type { CollectionConfig } from 'payload';
import { PROPOSAL_RESULTS, PROPOSER_KINDS } from '@/domain/proposals/codes';
import { agency } from '@/fields/agency';
import { coded } from '@/fields/coded';
import { day } from '@/fields/day';
import { english } from '@/fields/english';
import { releaseFiles } from '@/fields/review/release-files';
import { withReview } from '@/fields/review/with-review';
import { contentAddress } from '@/fields/slug/content-address';
import { slug } from '@/fields/slug/slug';
import { indexChanged, unindexDeleted } from '@/jobs/index-changes';
import { revalidate, revalidateDeleted } from '@/jobs/revalidate';
import { checkProposal } from './check-proposal';

/** 建议提案: what deputies and members proposed, and the reply that the agency gave. */
export const Proposals: CollectionConfig = withReview({
  slug: 'proposals',
  labels: {
    singular: { zh: '建议提案', en: 'Proposal' },
    plural: { zh: '建议提案', en: 'Proposals' },
  },
  defaultSort: '-year',
  admin: {
    preview: ({ id }) => (id ? `/api/preview?collection=proposals&id=${String(id)}` : null),
    useAsTitle: 'title',
    defaultColumns: ['title', 'session', 'number', 'proposerKind', 'agency', 'repliedOn', 'stage'],
    group: { zh: '公开内容', en: 'Disclosure' },
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: 300,
      label: { zh: '案由', en: 'Title' },
    },
    coded('proposerKind', { zh: '类别', en: 'Kind' }, PROPOSER_KINDS, {
      required: true,
      index: true,
    }),
    {
      name: 'year',
      type: 'number',
      required: true,
      index: true,
      min: 1990,
      max: 2100,
      label: { zh: '年度', en: 'Year' },
    },
    {
      name: 'session',
      type: 'text',
      required: true,
      index: true,
      label: { zh: '届次', en: 'Session' },
      admin: {
        description: { zh: '例如“县十七届人大四次会议”。', en: 'As the session is called.' },
      },
    },
    {
      name: 'number',
      type: 'text',
      required: true,
      index: true,
      label: { zh: '编号', en: 'Number' },
    },
    { name: 'proposers', type: 'text', hasMany: true, label: { zh: '提出人', en: 'Proposers' } },
    { name: 'text', type: 'richText', label: { zh: '建议提案内容', en: 'The proposal' } },
    { name: 'reply', type: 'richText', label: { zh: '答复', en: 'The reply' } },
    { name: 'replyNumber', type: 'text', label: { zh: '答复文号', en: 'Number of the reply' } },
    coded('result', { zh: '办理结果', en: 'Result' }, PROPOSAL_RESULTS, { index: true }),
    agency({ zh: '承办机关', en: 'Agency' }, { required: true }),
    {
      name: 'withAgencies',
      type: 'relationship',
      relationTo: 'agencies',
      hasMany: true,
      label: { zh: '协办机关', en: 'Together with' },
    },
    {
      name: 'documents',
      type: 'relationship',
      relationTo: 'documents',
      hasMany: true,
      label: { zh: '相关文件', en: 'Documents' },
    },
    {
      name: 'attachments',
      type: 'upload',
      relationTo: 'files',
      hasMany: true,
      label: { zh: '附件', en: 'Attachments' },
    },
    english([{ name: 'title', type: 'text', label: { zh: '英文案由', en: 'Title' } }]),
    day('receivedOn', { zh: '交办日期', en: 'Received on' }),
    day('dueOn', { zh: '办理期限', en: 'Due on' }, { index: true }),
    day('repliedOn', { zh: '答复日期', en: 'Replied on' }, { index: true }),
    slug({ required: false }),
    day(
      'publishedOn',
      { zh: '发布日期', en: 'Published on' },
      { index: true, admin: { position: 'sidebar' } },
    ),
  ],
  hooks: {
    beforeChange: [contentAddress('p'), checkProposal],
    afterChange: [releaseFiles(['attachments']), revalidate, indexChanged],
    afterDelete: [revalidateDeleted, unindexDeleted],
  },
});
