import agenciesZh from './zh-CN/agencies.json';
import annualReportsZh from './zh-CN/annualReports.json';
import applicationsZh from './zh-CN/applications.json';
import applyFormZh from './zh-CN/applyForm.json';
import auditZh from './zh-CN/audit.json';
import caseStatusZh from './zh-CN/caseStatus.json';
import casesZh from './zh-CN/cases.json';
import caseStatisticsZh from './zh-CN/caseStatistics.json';
import catalogueZh from './zh-CN/catalogue.json';
import citationsZh from './zh-CN/citations.json';
import correctionsZh from './zh-CN/corrections.json';
import citizenLettersZh from './zh-CN/citizenLetters.json';
import clockZh from './zh-CN/clock.json';
import consultationsZh from './zh-CN/consultations.json';
import commentsZh from './zh-CN/comments.json';
import datesZh from './zh-CN/dates.json';
import deskZh from './zh-CN/desk.json';
import designZh from './zh-CN/design.json';
import developersZh from './zh-CN/developers.json';
import documentsZh from './zh-CN/documents.json';
import downloadsZh from './zh-CN/downloads.json';
import filesZh from './zh-CN/files.json';
import editorZh from './zh-CN/editor.json';
import frameZh from './zh-CN/frame.json';
import homeZh from './zh-CN/home.json';
import interpretationsZh from './zh-CN/interpretations.json';
import ledgerZh from './zh-CN/ledger.json';
import lettersZh from './zh-CN/letters.json';
import lettersOfficeZh from './zh-CN/lettersOffice.json';
import mailZh from './zh-CN/mail.json';
import moderationZh from './zh-CN/moderation.json';
import openDataZh from './zh-CN/openData.json';
import platformZh from './zh-CN/platform.json';
import policiesZh from './zh-CN/policies.json';
import privacyZh from './zh-CN/privacy.json';
import quarterlyNoticesZh from './zh-CN/quarterlyNotices.json';
import relationsZh from './zh-CN/relations.json';
import releaseCheckZh from './zh-CN/releaseCheck.json';
import reportBoardZh from './zh-CN/reportBoard.json';
import reportCompileZh from './zh-CN/reportCompile.json';
import reportExportZh from './zh-CN/reportExport.json';
import reportFindingsZh from './zh-CN/reportFindings.json';
import reportImportZh from './zh-CN/reportImport.json';
import reportTablesZh from './zh-CN/reportTables.json';
import reportUploadZh from './zh-CN/reportUpload.json';
import returnedZh from './zh-CN/returned.json';
import reviewZh from './zh-CN/review.json';
import searchZh from './zh-CN/search.json';
import servicesZh from './zh-CN/services.json';
import questionsZh from './zh-CN/questions.json';
import proposalsZh from './zh-CN/proposals.json';
import searchesZh from './zh-CN/searches.json';
import shellZh from './zh-CN/shell.json';
import statisticsZh from './zh-CN/statistics.json';
import subscriptionsZh from './zh-CN/subscriptions.json';
import topicsZh from './zh-CN/topics.json';
import versionsZh from './zh-CN/versions.json';
import websiteReportsZh from './zh-CN/websiteReports.json';
import agenciesEn from './en/agencies.json';
import annualReportsEn from './en/annualReports.json';
import applicationsEn from './en/applications.json';
import applyFormEn from './en/applyForm.json';
import auditEn from './en/audit.json';
import caseStatusEn from './en/caseStatus.json';
import casesEn from './en/cases.json';
import caseStatisticsEn from './en/caseStatistics.json';
import catalogueEn from './en/catalogue.json';
import citationsEn from './en/citations.json';
import correctionsEn from './en/corrections.json';
import citizenLettersEn from './en/citizenLetters.json';
import clockEn from './en/clock.json';
import consultationsEn from './en/consultations.json';
import commentsEn from './en/comments.json';
import datesEn from './en/dates.json';
import deskEn from './en/desk.json';
import designEn from './en/design.json';
import developersEn from './en/developers.json';
import documentsEn from './en/documents.json';
import downloadsEn from './en/downloads.json';
import filesEn from './en/files.json';
import editorEn from './en/editor.json';
import frameEn from './en/frame.json';
import homeEn from './en/home.json';
import interpretationsEn from './en/interpretations.json';
import ledgerEn from './en/ledger.json';
import lettersEn from './en/letters.json';
import lettersOfficeEn from './en/lettersOffice.json';
import mailEn from './en/mail.json';
import moderationEn from './en/moderation.json';
import openDataEn from './en/openData.json';
import platformEn from './en/platform.json';
import policiesEn from './en/policies.json';
import privacyEn from './en/privacy.json';
import quarterlyNoticesEn from './en/quarterlyNotices.json';
import relationsEn from './en/relations.json';
import releaseCheckEn from './en/releaseCheck.json';
import reportBoardEn from './en/reportBoard.json';
import reportCompileEn from './en/reportCompile.json';
import reportExportEn from './en/reportExport.json';
import reportFindingsEn from './en/reportFindings.json';
import reportImportEn from './en/reportImport.json';
import reportTablesEn from './en/reportTables.json';
import reportUploadEn from './en/reportUpload.json';
import returnedEn from './en/returned.json';
import reviewEn from './en/review.json';
import searchEn from './en/search.json';
import servicesEn from './en/services.json';
import questionsEn from './en/questions.json';
import proposalsEn from './en/proposals.json';
import searchesEn from './en/searches.json';
import shellEn from './en/shell.json';
import statisticsEn from './en/statistics.json';
import subscriptionsEn from './en/subscriptions.json';
import topicsEn from './en/topics.json';
import versionsEn from './en/versions.json';
import websiteReportsEn from './en/websiteReports.json';
import officialLetters from './official/letters.json';

/** Every user-facing word, by locale and domain. A new domain adds its two files and its two lines here. */
export const messages = {
  'zh-CN': {
    agencies: agenciesZh,
    annualReports: annualReportsZh,
    applications: applicationsZh,
    applyForm: applyFormZh,
    audit: auditZh,
    caseStatus: caseStatusZh,
    cases: casesZh,
    caseStatistics: caseStatisticsZh,
    catalogue: catalogueZh,
    citations: citationsZh,
    corrections: correctionsZh,
    citizenLetters: citizenLettersZh,
    clock: clockZh,
    consultations: consultationsZh,
    comments: commentsZh,
    dates: datesZh,
    desk: deskZh,
    design: designZh,
    developers: developersZh,
    documents: documentsZh,
    downloads: downloadsZh,
    files: filesZh,
    editor: editorZh,
    frame: frameZh,
    home: homeZh,
    interpretations: interpretationsZh,
    ledger: ledgerZh,
    letters: lettersZh,
    lettersOffice: lettersOfficeZh,
    mail: mailZh,
    moderation: moderationZh,
    openData: openDataZh,
    platform: platformZh,
    policies: policiesZh,
    privacy: privacyZh,
    quarterlyNotices: quarterlyNoticesZh,
    relations: relationsZh,
    releaseCheck: releaseCheckZh,
    reportBoard: reportBoardZh,
    reportCompile: reportCompileZh,
    reportExport: reportExportZh,
    reportFindings: reportFindingsZh,
    reportImport: reportImportZh,
    reportTables: reportTablesZh,
    reportUpload: reportUploadZh,
    returned: returnedZh,
    review: reviewZh,
    search: searchZh,
    services: servicesZh,
    questions: questionsZh,
    proposals: proposalsZh,
    searches: searchesZh,
    shell: shellZh,
    statistics: statisticsZh,
    subscriptions: subscriptionsZh,
    topics: topicsZh,
    versions: versionsZh,
    websiteReports: websiteReportsZh,
  },
  en: {
    agencies: agenciesEn,
    annualReports: annualReportsEn,
    applications: applicationsEn,
    applyForm: applyFormEn,
    audit: auditEn,
    caseStatus: caseStatusEn,
    cases: casesEn,
    caseStatistics: caseStatisticsEn,
    catalogue: catalogueEn,
    citations: citationsEn,
    corrections: correctionsEn,
    citizenLetters: citizenLettersEn,
    clock: clockEn,
    consultations: consultationsEn,
    comments: commentsEn,
    dates: datesEn,
    desk: deskEn,
    design: designEn,
    developers: developersEn,
    documents: documentsEn,
    downloads: downloadsEn,
    files: filesEn,
    editor: editorEn,
    frame: frameEn,
    home: homeEn,
    interpretations: interpretationsEn,
    ledger: ledgerEn,
    letters: lettersEn,
    lettersOffice: lettersOfficeEn,
    mail: mailEn,
    moderation: moderationEn,
    openData: openDataEn,
    platform: platformEn,
    policies: policiesEn,
    privacy: privacyEn,
    quarterlyNotices: quarterlyNoticesEn,
    relations: relationsEn,
    releaseCheck: releaseCheckEn,
    reportBoard: reportBoardEn,
    reportCompile: reportCompileEn,
    reportExport: reportExportEn,
    reportFindings: reportFindingsEn,
    reportImport: reportImportEn,
    reportTables: reportTablesEn,
    reportUpload: reportUploadEn,
    returned: returnedEn,
    review: reviewEn,
    search: searchEn,
    services: servicesEn,
    questions: questionsEn,
    proposals: proposalsEn,
    searches: searchesEn,
    shell: shellEn,
    statistics: statisticsEn,
    subscriptions: subscriptionsEn,
    topics: topicsEn,
    versions: versionsEn,
    websiteReports: websiteReportsEn,
  },
};

/**
 * What an agency says in its own name, in the official language whoever reads the page around it: the
 * sentences and templates of letters.
 */
export const official = { letters: officialLetters };
