import type { CollectionConfig } from 'payload';
import {
  canHandleApplications,
  canReadApplications,
  canRegisterApplications,
  nobody,
} from '@/access/roles';
import { actOnCase } from './act-endpoint';
import { giveUpAfterError } from './claim';
import { applicantFields, requestFields } from './request-fields';
import { caseFields } from './case-fields';
import { deskCase } from './desk-case';
import { caseLetter, caseReceipt } from './desk-letters';
import { previewAction } from './desk-preview';
import { issueQueryCode } from './query-code';
import { exportLedger } from './export-ledger';
import { handlingFields } from './handling-fields';
import { draftPublishedAnswer } from './publish-draft';
import { confirmNumberOfCase, recordApplication } from './record-application';
import { tellApplicant } from './tell-applicant';
import { revealPersonalData } from './reveal';

/**
 * 依申请公开 (条例第二十七条至第四十五条). A citizen's application comes in through the form's own
 * action; nobody creates one through the interfaces except the office that writes down an oral one.
 * What happens to a case afterwards are actions (domain/applications/actions.ts, act.ts).
 */
export const Applications: CollectionConfig = {
  slug: 'applications',
  labels: {
    singular: { zh: '依申请公开', en: 'Application' },
    plural: { zh: '依申请公开', en: 'Applications' },
  },
  defaultSort: 'dueOn',
  // A copy would be opened by the query code of another case.
  disableDuplicate: true,
  admin: {
    useAsTitle: 'receiptNumber',
    hideAPIURL: true,
    defaultColumns: [
      'receiptNumber',
      'informationTitle',
      'applicantKind',
      'status',
      'receivedOn',
      'dueOn',
      'agency',
      'assignee',
    ],
    listSearchableFields: ['receiptNumber', 'informationTitle'],
    components: {
      beforeListTable: [
        '/components/admin/ApplicationsDesk/DeskLink#DeskLink',
        '/components/admin/AnswersDesk/AnswersDeskLink#AnswersDeskLink',
        '/components/admin/LedgerExport/LedgerExport#LedgerExport',
      ],
    },
    group: { zh: '依申请公开', en: 'Applications' },
    description: {
      zh: '按答复期限先后排列。期限按国务院节假日安排推算，含调休上班日。',
      en: 'Ordered by due date, counted in working days including make-up working weekends.',
    },
  },
  access: {
    read: canReadApplications,
    create: canRegisterApplications,
    update: canHandleApplications,
    delete: nobody,
  },
  fields: [
    {
      name: 'panel',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/components/admin/CasePanel/CasePanel#CasePanel' },
      },
    },
    {
      type: 'tabs',
      tabs: [
        { label: { zh: '申请内容', en: 'Request' }, fields: requestFields },
        { label: { zh: '申请人', en: 'Applicant' }, fields: applicantFields },
        {
          label: { zh: '办理', en: 'Handling' },
          // Whoever registers an application has nothing to see here yet.
          admin: { condition: (data) => Boolean(data.receiptNumber) },
          fields: caseFields,
        },
      ],
    },
    ...handlingFields,
  ],
  hooks: {
    beforeChange: [recordApplication],
    afterChange: [confirmNumberOfCase, tellApplicant],
    afterError: [giveUpAfterError],
  },
  endpoints: [
    actOnCase,
    previewAction,
    deskCase,
    caseLetter,
    caseReceipt,
    issueQueryCode,
    revealPersonalData,
    exportLedger,
    draftPublishedAnswer,
  ],
};
