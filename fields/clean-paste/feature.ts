import { createServerFeature } from '@payloadcms/richtext-lexical';

/** What is pasted from Word, WPS or a page keeps its structure and loses its looks. */
export const CleanPasteFeature = createServerFeature({
  feature: { ClientFeature: '/components/admin/CleanPaste/CleanPaste#CleanPasteFeatureClient' },
  key: 'cleanPaste',
});
