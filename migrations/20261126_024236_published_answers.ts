import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`published_answers_review_steps\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`action\` text,
  	\`by\` text,
  	\`by_name\` text,
  	\`at\` text,
  	\`opinion\` text,
  	\`fingerprint\` text,
  	\`attachments\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`published_answers\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`published_answers_review_steps_order_idx\` ON \`published_answers_review_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`published_answers_review_steps_parent_id_idx\` ON \`published_answers_review_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`published_answers\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`question\` text,
  	\`answer\` text,
  	\`reply_kind\` text,
  	\`agency_id\` integer,
  	\`received_on\` text,
  	\`answered_on\` text,
  	\`english_title\` text,
  	\`english_question\` text,
  	\`english_answer\` text,
  	\`slug\` text,
  	\`application_id\` integer,
  	\`published_on\` text,
  	\`release_at\` text,
  	\`signed_by_editor\` text,
  	\`signed_by_clerk\` text,
  	\`signed_by_leader\` text,
  	\`signed_by_on\` text,
  	\`review_state\` text DEFAULT 'draft',
  	\`review_written_by\` text,
  	\`review_fingerprint\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`application_id\`) REFERENCES \`applications\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`published_answers_reply_kind_idx\` ON \`published_answers\` (\`reply_kind\`);`)
  await db.run(sql`CREATE INDEX \`published_answers_agency_idx\` ON \`published_answers\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`published_answers_answered_on_idx\` ON \`published_answers\` (\`answered_on\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`published_answers_slug_idx\` ON \`published_answers\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`published_answers_application_idx\` ON \`published_answers\` (\`application_id\`);`)
  await db.run(sql`CREATE INDEX \`published_answers_release_at_idx\` ON \`published_answers\` (\`release_at\`);`)
  await db.run(sql`CREATE INDEX \`published_answers_review_review_state_idx\` ON \`published_answers\` (\`review_state\`);`)
  await db.run(sql`CREATE INDEX \`published_answers_updated_at_idx\` ON \`published_answers\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`published_answers_created_at_idx\` ON \`published_answers\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`published_answers__status_idx\` ON \`published_answers\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`published_answers_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`published_answers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`published_answers_rels_order_idx\` ON \`published_answers_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`published_answers_rels_parent_idx\` ON \`published_answers_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`published_answers_rels_path_idx\` ON \`published_answers_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`published_answers_rels_media_id_idx\` ON \`published_answers_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`_published_answers_v_version_review_steps\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`action\` text,
  	\`by\` text,
  	\`by_name\` text,
  	\`at\` text,
  	\`opinion\` text,
  	\`fingerprint\` text,
  	\`attachments\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_published_answers_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_published_answers_v_version_review_steps_order_idx\` ON \`_published_answers_v_version_review_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_published_answers_v_version_review_steps_parent_id_idx\` ON \`_published_answers_v_version_review_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_published_answers_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_question\` text,
  	\`version_answer\` text,
  	\`version_reply_kind\` text,
  	\`version_agency_id\` integer,
  	\`version_received_on\` text,
  	\`version_answered_on\` text,
  	\`version_english_title\` text,
  	\`version_english_question\` text,
  	\`version_english_answer\` text,
  	\`version_slug\` text,
  	\`version_application_id\` integer,
  	\`version_published_on\` text,
  	\`version_release_at\` text,
  	\`version_signed_by_editor\` text,
  	\`version_signed_by_clerk\` text,
  	\`version_signed_by_leader\` text,
  	\`version_signed_by_on\` text,
  	\`version_review_state\` text DEFAULT 'draft',
  	\`version_review_written_by\` text,
  	\`version_review_fingerprint\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`published_answers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_application_id\`) REFERENCES \`applications\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_published_answers_v_parent_idx\` ON \`_published_answers_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_published_answers_v_version_version_reply_kind_idx\` ON \`_published_answers_v\` (\`version_reply_kind\`);`)
  await db.run(sql`CREATE INDEX \`_published_answers_v_version_version_agency_idx\` ON \`_published_answers_v\` (\`version_agency_id\`);`)
  await db.run(sql`CREATE INDEX \`_published_answers_v_version_version_answered_on_idx\` ON \`_published_answers_v\` (\`version_answered_on\`);`)
  await db.run(sql`CREATE INDEX \`_published_answers_v_version_version_slug_idx\` ON \`_published_answers_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_published_answers_v_version_version_application_idx\` ON \`_published_answers_v\` (\`version_application_id\`);`)
  await db.run(sql`CREATE INDEX \`_published_answers_v_version_version_release_at_idx\` ON \`_published_answers_v\` (\`version_release_at\`);`)
  await db.run(sql`CREATE INDEX \`_published_answers_v_version_review_version_review_state_idx\` ON \`_published_answers_v\` (\`version_review_state\`);`)
  await db.run(sql`CREATE INDEX \`_published_answers_v_version_version_updated_at_idx\` ON \`_published_answers_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_published_answers_v_version_version_created_at_idx\` ON \`_published_answers_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_published_answers_v_version_version__status_idx\` ON \`_published_answers_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_published_answers_v_created_at_idx\` ON \`_published_answers_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_published_answers_v_updated_at_idx\` ON \`_published_answers_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_published_answers_v_snapshot_idx\` ON \`_published_answers_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_published_answers_v_published_locale_idx\` ON \`_published_answers_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_published_answers_v_latest_idx\` ON \`_published_answers_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_published_answers_v_autosave_idx\` ON \`_published_answers_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_published_answers_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_published_answers_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_published_answers_v_rels_order_idx\` ON \`_published_answers_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_published_answers_v_rels_parent_idx\` ON \`_published_answers_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_published_answers_v_rels_path_idx\` ON \`_published_answers_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_published_answers_v_rels_media_id_idx\` ON \`_published_answers_v_rels\` (\`media_id\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`published_answers_id\` integer REFERENCES published_answers(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_published_answers_id_idx\` ON \`payload_locked_documents_rels\` (\`published_answers_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`published_answers_review_steps\`;`)
  await db.run(sql`DROP TABLE \`published_answers\`;`)
  await db.run(sql`DROP TABLE \`published_answers_rels\`;`)
  await db.run(sql`DROP TABLE \`_published_answers_v_version_review_steps\`;`)
  await db.run(sql`DROP TABLE \`_published_answers_v\`;`)
  await db.run(sql`DROP TABLE \`_published_answers_v_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`documents_id\` integer,
  	\`interpretations_id\` integer,
  	\`topics_id\` integer,
  	\`annual_reports_id\` integer,
  	\`pages_id\` integer,
  	\`citations_id\` integer,
  	\`withheld_items_id\` integer,
  	\`withdrawals_id\` integer,
  	\`applications_id\` integer,
  	\`case_files_id\` integer,
  	\`letter_templates_id\` integer,
  	\`mails_id\` integer,
  	\`agencies_id\` integer,
  	\`columns_id\` integer,
  	\`catalogue_items_id\` integer,
  	\`files_id\` integer,
  	\`media_id\` integer,
  	\`users_id\` integer,
  	\`holiday_notices_id\` integer,
  	\`application_drafts_id\` integer,
  	\`counters_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`documents_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`interpretations_id\`) REFERENCES \`interpretations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`annual_reports_id\`) REFERENCES \`annual_reports\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`pages_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`citations_id\`) REFERENCES \`citations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`withheld_items_id\`) REFERENCES \`withheld_items\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`withdrawals_id\`) REFERENCES \`withdrawals\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`applications_id\`) REFERENCES \`applications\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`case_files_id\`) REFERENCES \`case_files\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`letter_templates_id\`) REFERENCES \`letter_templates\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`mails_id\`) REFERENCES \`mails\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`agencies_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`columns_id\`) REFERENCES \`columns\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`catalogue_items_id\`) REFERENCES \`catalogue_items\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`files_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`holiday_notices_id\`) REFERENCES \`holiday_notices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`application_drafts_id\`) REFERENCES \`application_drafts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`counters_id\`) REFERENCES \`counters\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "documents_id", "interpretations_id", "topics_id", "annual_reports_id", "pages_id", "citations_id", "withheld_items_id", "withdrawals_id", "applications_id", "case_files_id", "letter_templates_id", "mails_id", "agencies_id", "columns_id", "catalogue_items_id", "files_id", "media_id", "users_id", "holiday_notices_id", "application_drafts_id", "counters_id") SELECT "id", "order", "parent_id", "path", "documents_id", "interpretations_id", "topics_id", "annual_reports_id", "pages_id", "citations_id", "withheld_items_id", "withdrawals_id", "applications_id", "case_files_id", "letter_templates_id", "mails_id", "agencies_id", "columns_id", "catalogue_items_id", "files_id", "media_id", "users_id", "holiday_notices_id", "application_drafts_id", "counters_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_documents_id_idx\` ON \`payload_locked_documents_rels\` (\`documents_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_interpretations_id_idx\` ON \`payload_locked_documents_rels\` (\`interpretations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_annual_reports_id_idx\` ON \`payload_locked_documents_rels\` (\`annual_reports_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_pages_id_idx\` ON \`payload_locked_documents_rels\` (\`pages_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_citations_id_idx\` ON \`payload_locked_documents_rels\` (\`citations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_withheld_items_id_idx\` ON \`payload_locked_documents_rels\` (\`withheld_items_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_withdrawals_id_idx\` ON \`payload_locked_documents_rels\` (\`withdrawals_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_applications_id_idx\` ON \`payload_locked_documents_rels\` (\`applications_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_case_files_id_idx\` ON \`payload_locked_documents_rels\` (\`case_files_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_letter_templates_id_idx\` ON \`payload_locked_documents_rels\` (\`letter_templates_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mails_id_idx\` ON \`payload_locked_documents_rels\` (\`mails_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_agencies_id_idx\` ON \`payload_locked_documents_rels\` (\`agencies_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_columns_id_idx\` ON \`payload_locked_documents_rels\` (\`columns_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_catalogue_items_id_idx\` ON \`payload_locked_documents_rels\` (\`catalogue_items_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_files_id_idx\` ON \`payload_locked_documents_rels\` (\`files_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_holiday_notices_id_idx\` ON \`payload_locked_documents_rels\` (\`holiday_notices_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_application_drafts_id_idx\` ON \`payload_locked_documents_rels\` (\`application_drafts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_counters_id_idx\` ON \`payload_locked_documents_rels\` (\`counters_id\`);`)
}
