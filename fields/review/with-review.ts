import type { CollectionConfig, Field } from 'payload';
import {
  canDeleteDrafts,
  canUpdateTexts,
  canWriteForAgency,
  publishedOrStaff,
  readsDrafts,
} from '@/access/roles';
import { noteEvents } from '@/collections/PublicationEvents/note-events';
import { bodyImages, noteBodyImages } from './body-images';
import { enforceReview, noteDraftSave } from './enforce-review';
import { reviewField } from './field';
import { releaseFiles } from './release-files';
import { releaseAt } from './release-at';
import { reviewBatch } from './review-batch';
import { reviewFacts } from './review-facts';
import { releaseTogether } from './release-together';
import { signedByField } from './signed-by';
import { stageField } from './stage-field';
import { noteWithdrawal } from './withdrawal-notice';

/** What an editor writes is kept every few seconds; a version that nobody asked for takes no new row. */
const AUTOSAVE = { interval: 3000, showSaveDraftButton: true } as const;

/**
 * A collection whose texts become public: drafts, versions and the review rule.
 * Every field is content under review unless it is named in `derived`.
 */
export function withReview(
  config: CollectionConfig,
  { derived = [] }: { derived?: string[] } = {},
): CollectionConfig {
  const notContent = new Set([
    ...derived,
    'review',
    'publishedOn',
    'releaseAt',
    'signedBy',
    'bodyImages',
    'slug',
  ]);
  const contentFields = fieldNames(config.fields).filter((name) => !notContent.has(name));
  const { hooks } = config;
  return {
    ...config,
    access: {
      read: publishedOrStaff,
      readVersions: readsDrafts,
      create: canWriteForAgency,
      update: canUpdateTexts,
      delete: canDeleteDrafts,
      ...config.access,
    },
    versions: { drafts: { autosave: AUTOSAVE }, maxPerDoc: 0 },
    fields: [...config.fields, bodyImages, releaseAt, signedByField, stageField, reviewField],
    endpoints: [...(config.endpoints || []), reviewFacts(contentFields), reviewBatch],
    hooks: {
      ...hooks,
      beforeOperation: [noteDraftSave, ...(hooks?.beforeOperation ?? [])],
      beforeChange: [
        noteBodyImages(contentFields),
        ...(hooks?.beforeChange ?? []),
        enforceReview(contentFields),
      ],
      afterChange: [
        // First of all: where the set fails, nothing else may have followed from this release.
        releaseTogether,
        noteWithdrawal,
        noteEvents,
        releaseFiles(['bodyImages']),
        ...(hooks?.afterChange ?? []),
      ],
    },
    admin: {
      hideAPIURL: true,
      ...config.admin,
      components: {
        ...config.admin?.components,
        beforeListTable: [
          '/components/admin/ReviewBatch/ReviewBatch#ReviewBatch',
          ...(config.admin?.components?.beforeListTable ?? []),
        ],
        edit: {
          PublishButton: '/components/admin/PublishButton/PublishButton#PublishButton',
          ...config.admin?.components?.edit,
        },
      },
    },
  };
}

/** Names of stored fields, looking through tabs, rows and collapsibles, which hold but do not name. */
function fieldNames(fields: Field[]): string[] {
  return fields.flatMap((field) => {
    if (field.type === 'tabs') {
      return field.tabs.flatMap((tab) =>
        'name' in tab && tab.name ? [tab.name] : fieldNames(tab.fields),
      );
    }
    if (field.type === 'join' || field.type === 'ui') return [];
    if ('name' in field && field.name) return [field.name];
    return 'fields' in field ? fieldNames(field.fields) : [];
  });
}
