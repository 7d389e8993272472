import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  BlockquoteFeature,
  BoldFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  AlignFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical';
import { en } from '@payloadcms/translations/languages/en';
import { zh } from '@payloadcms/translations/languages/zh';
import { buildConfig, type JobsConfig } from 'payload';
import sharp from 'sharp';
import { tellErrorDetails } from './access/error-details';
import { logger } from './access/logged-error';
import { withPublicLimits } from './access/public-limits';
import { Agencies } from './collections/Agencies';
import { AlertMails } from './collections/AlertMails';
import { Comments } from './collections/Comments';
import { Consultations } from './collections/Consultations';
import { Letters } from './collections/Letters';
import { MediaAccounts } from './collections/MediaAccounts';
import { Policies } from './collections/Policies';
import { Proposals } from './collections/Proposals';
import { PublicationEvents } from './collections/PublicationEvents';
import { PublishedLetters } from './collections/PublishedLetters';
import { QuarterlyNotices } from './collections/QuarterlyNotices';
import { Questions } from './collections/Questions';
import { ReadCounts } from './collections/ReadCounts';
import { ServiceChains } from './collections/ServiceChains';
import { Services } from './collections/Services';
import { Subscriptions } from './collections/Subscriptions';
import { AnnualReports } from './collections/AnnualReports';
import { ApplicationDrafts } from './collections/ApplicationDrafts';
import { Applications } from './collections/Applications';
import { AuditLog } from './collections/AuditLog';
import { auditRefusal, withAudit, withGlobalAudit } from './collections/AuditLog/record-audit';
import { CaseFiles } from './collections/CaseFiles';
import { CatalogueItems } from './collections/CatalogueItems';
import { Citations } from './collections/Citations';
import { Columns } from './collections/Columns';
import { Counters } from './collections/Counters';
import { Documents } from './collections/Documents';
import { Files } from './collections/Files';
import { FileTexts } from './collections/FileTexts';
import { HolidayNotices } from './collections/HolidayNotices';
import { Interpretations } from './collections/Interpretations';
import { LetterTemplates } from './collections/LetterTemplates';
import { Mails } from './collections/Mails';
import { Media } from './collections/Media';
import { Pages } from './collections/Pages';
import { Proceedings } from './collections/Proceedings';
import { PublishedAnswers } from './collections/PublishedAnswers';
import { ReportReminders } from './collections/ReportReminders';
import { SearchCounts } from './collections/SearchCounts';
import { SearchPins } from './collections/SearchPins';
import { SearchSynonyms } from './collections/SearchSynonyms';
import { Topics } from './collections/Topics';
import { Users } from './collections/Users';
import { WebsiteReports } from './collections/WebsiteReports';
import { Withdrawals } from './collections/Withdrawals';
import { WithheldItems } from './collections/WithheldItems';
import { databaseAt } from './database';
import { CleanPasteFeature } from './fields/clean-paste/feature';
import { MOST_BYTES } from './fields/upload/inspect-upload';
import { messages } from './messages';
import { isFirstProcess } from './processes/tell.mjs';
import { ResponseLimits } from './globals/ResponseLimits';
import { Site } from './globals/Site';
import { forgetSearchesTask } from './jobs/forget-searches';
import { extractTextTask } from './jobs/extract-text';
import { indexRecordTask } from './jobs/index-record';
import { linkCitationsTask } from './jobs/link-citations';
import { openDataTask } from './jobs/open-data';
import { recountDueTask } from './jobs/recount-due';
import { recordEventsTask, reconcileAlertsTask } from './jobs/record-events';
import { readReturnedTask } from './jobs/read-returned';
import { releaseTask } from './jobs/release';
import { reportRemindersTask } from './jobs/report-reminders';
import { retentionTask } from './jobs/retention';
import { alertRoundTask, forgetSubscriptionsTask, sendAlertTask } from './jobs/send-alerts';
import { mailRoundTask, sendMailTask } from './jobs/send-mail';
import { sweepTask } from './jobs/sweep';
import { mailAdapter } from './transfer/mail/server';

const root = path.dirname(fileURLToPath(import.meta.url));

function required(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(
      `缺少环境变量 ${name}：运行 npm run up 会自动生成。 ${name} is not set; npm run up makes it.`,
    );
  }
  return value;
}

// `next build` evaluates this file without an environment: it needs no database and no secret.
const isBuilding = process.env.NEXT_PHASE === 'phase-production-build';

/** Payload takes one title of a view for both languages. */
const words = messages['zh-CN'];

/** How often each queue is looked at. */
const JOB_ROUNDS: NonNullable<JobsConfig['autoRun']> & unknown[] = [
  { queue: 'index', cron: '* * * * * *', limit: 100, silent: { info: true } },
  // A file may take a minute to be read; no other work waits for it.
  { queue: 'extract', cron: '*/2 * * * * *', limit: 5, silent: { info: true } },
  { queue: 'mail', cron: '*/3 * * * * *', limit: 20, silent: { info: true } },
  { queue: 'release', cron: '0 * * * * *', limit: 10, silent: { info: true } },
  { queue: 'nightly', cron: '0 * * * * *', limit: 10 },
];

export default buildConfig({
  secret: isBuilding ? 'build' : required('PAYLOAD_SECRET'),
  serverURL: process.env.SITE_URL ?? '',
  db: databaseAt(isBuilding ? 'file:./data/build.db' : required('DATABASE_URI')),
  // Building needs no mail server, and no setting for one.
  email: mailAdapter(isBuilding ? { NODE_ENV: 'production' } : process.env),
  collections: [
    Documents,
    Interpretations,
    Topics,
    AnnualReports,
    WebsiteReports,
    Pages,
    PublishedAnswers,
    Proposals,
    QuarterlyNotices,
    Policies,
    Services,
    ServiceChains,
    Questions,
    Consultations,
    Comments,
    Letters,
    PublishedLetters,
    Subscriptions,
    AlertMails,
    PublicationEvents,
    Citations,
    WithheldItems,
    Withdrawals,
    Applications,
    CaseFiles,
    Proceedings,
    LetterTemplates,
    Mails,
    Agencies,
    Columns,
    CatalogueItems,
    MediaAccounts,
    Files,
    Media,
    Users,
    AuditLog,
    SearchSynonyms,
    SearchPins,
    HolidayNotices,
    FileTexts,
    SearchCounts,
    ReadCounts,
    ApplicationDrafts,
    ReportReminders,
    Counters,
  ].map((collection) => withAudit(withPublicLimits(collection))),
  globals: [withGlobalAudit(Site), withGlobalAudit(ResponseLimits)],
  hooks: { afterError: [auditRefusal, tellErrorDetails] },
  logger,
  editor: lexicalEditor({
    features: [
      ParagraphFeature(),
      HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
      BoldFeature(),
      ItalicFeature(),
      AlignFeature(),
      OrderedListFeature(),
      UnorderedListFeature(),
      BlockquoteFeature(),
      LinkFeature({ enabledCollections: ['documents', 'interpretations'] }),
      EXPERIMENTAL_TableFeature(),
      UploadFeature({ enabledCollections: ['media'], maxDepth: 1 }),
      CleanPasteFeature(),
      FixedToolbarFeature(),
    ],
  }),
  localization: {
    locales: [
      { code: 'zh-CN', label: { zh: '中文', en: 'Chinese' } },
      { code: 'en', label: { zh: '英文', en: 'English' } },
    ],
    defaultLocale: 'zh-CN',
    fallback: true,
  },
  i18n: { supportedLanguages: { zh, en }, fallbackLanguage: 'zh' },
  admin: {
    user: 'users',
    // Payload's default asks an outside host for a picture of every signed-in person.
    avatar: 'default',
    meta: {
      titleSuffix: ' · 公开 Gongkai',
      defaultOGImageType: 'off',
      icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/icon.svg' }],
      openGraph: {
        title: '公开 Gongkai',
        siteName: '公开 Gongkai',
        description: '政府信息公开管理',
      },
    },
    dateFormat: 'yyyy-MM-dd',
    importMap: { baseDir: root },
    components: {
      graphics: {
        Logo: '/components/admin/Brand/Brand#Logo',
        Icon: '/components/admin/Brand/Brand#Icon',
      },
      views: {
        catalogueCoverage: {
          Component: '/components/admin/CoverageBoard/CoverageBoard#CoverageBoard',
          path: '/catalogue-coverage',
          meta: { title: words.catalogue.board.title },
        },
        applicationsDesk: {
          Component: '/components/admin/ApplicationsDesk/ApplicationsDesk#ApplicationsDesk',
          path: '/applications-desk',
          meta: { title: words.desk.title },
        },
        answersDesk: {
          Component: '/components/admin/AnswersDesk/AnswersDesk#AnswersDesk',
          path: '/answers-desk',
          meta: { title: words.lettersOffice.desk.title },
        },
        commentsDesk: {
          Component: '/components/admin/ModerationBoard/ModerationBoard#ModerationBoard',
          path: '/comments-desk',
          meta: { title: words.moderation.title },
        },
        reportBoard: {
          Component: '/components/admin/ReportBoard/ReportBoard#ReportBoard',
          path: '/annual-report-board',
          meta: { title: words.reportBoard.title },
        },
        normativeBoard: {
          Component: '/components/admin/NormativeBoard/NormativeBoard#NormativeBoard',
          path: '/normative-changes',
          meta: { title: words.relations.changeFindings.title },
        },
        reportImport: {
          Component: '/components/admin/ReportImport/ReportImport#ReportImport',
          path: '/import-annual-report',
          meta: { title: words.reportUpload.title },
        },
        alertsBoard: {
          Component: '/components/admin/AlertsBoard/AlertsBoard#AlertsBoard',
          path: '/alerts',
          meta: { title: words.subscriptions.office.title },
        },
        searches: {
          Component: '/components/admin/SearchBoard/SearchBoard#SearchBoard',
          path: '/searches',
          meta: { title: words.searches.title },
        },
      },
      beforeDashboard: ['/components/admin/MyWork/MyWork#MyWork'],
    },
    timezones: {
      defaultTimezone: 'Asia/Shanghai',
      supportedTimezones: [{ label: '北京时间', value: 'Asia/Shanghai' }],
    },
  },
  graphQL: { disablePlaygroundInProduction: true },
  jobs: {
    tasks: [
      indexRecordTask,
      extractTextTask,
      linkCitationsTask,
      releaseTask,
      sweepTask,
      openDataTask,
      sendMailTask,
      mailRoundTask,
      readReturnedTask,
      recountDueTask,
      retentionTask,
      reportRemindersTask,
      forgetSearchesTask,
      recordEventsTask,
      reconcileAlertsTask,
      sendAlertTask,
      alertRoundTask,
      forgetSubscriptionsTask,
    ],
    // Of several web processes one has the jobs: two would do the same job twice.
    autoRun: isFirstProcess() ? JOB_ROUNDS : [],
    deleteJobOnComplete: true,
    access: {
      run: ({ req: { user } }) => Boolean(user?.roles?.includes('administrator')),
      queue: () => false,
      cancel: ({ req: { user } }) => Boolean(user?.roles?.includes('administrator')),
    },
    jobsCollectionOverrides: ({ defaultJobsCollection }) => ({
      ...defaultJobsCollection,
      admin: { ...defaultJobsCollection.admin, group: { zh: '系统', en: 'System' } },
    }),
  },
  upload: {
    limits: { fileSize: MOST_BYTES },
    abortOnLimit: true,
    // Said before anybody knows the language of the request.
    responseOnLimit: [messages['zh-CN'], messages.en]
      .map(({ editor }) =>
        editor.files.tooLarge.replace('{most}', String(MOST_BYTES / 1024 / 1024)),
      )
      .join(' '),
  },
  telemetry: false,
  // Made by `npm run generate:types` alone: ids are numbers on SQLite and texts on MongoDB, and a
  // server on one must not rewrite the file for the other.
  typescript: { autoGenerate: false, outputFile: path.resolve(root, 'payload-types.ts') },
  sharp,
});
