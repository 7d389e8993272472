import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`website_reports_review_steps\` (
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
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`website_reports\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`website_reports_review_steps_order_idx\` ON \`website_reports_review_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`website_reports_review_steps_parent_id_idx\` ON \`website_reports_review_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`website_reports\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`agency_id\` integer,
  	\`year\` numeric,
  	\`title\` text,
  	\`title_english\` text,
  	\`answers\` text,
  	\`compiled\` text,
  	\`hand_changes\` text,
  	\`reasons\` text,
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
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`website_reports_agency_idx\` ON \`website_reports\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`website_reports_year_idx\` ON \`website_reports\` (\`year\`);`)
  await db.run(sql`CREATE INDEX \`website_reports_release_at_idx\` ON \`website_reports\` (\`release_at\`);`)
  await db.run(sql`CREATE INDEX \`website_reports_review_review_state_idx\` ON \`website_reports\` (\`review_state\`);`)
  await db.run(sql`CREATE INDEX \`website_reports_updated_at_idx\` ON \`website_reports\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`website_reports_created_at_idx\` ON \`website_reports\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`website_reports__status_idx\` ON \`website_reports\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`website_reports_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`website_reports\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`website_reports_rels_order_idx\` ON \`website_reports_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`website_reports_rels_parent_idx\` ON \`website_reports_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`website_reports_rels_path_idx\` ON \`website_reports_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`website_reports_rels_media_id_idx\` ON \`website_reports_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`_website_reports_v_version_review_steps\` (
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
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_website_reports_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_website_reports_v_version_review_steps_order_idx\` ON \`_website_reports_v_version_review_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_website_reports_v_version_review_steps_parent_id_idx\` ON \`_website_reports_v_version_review_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_website_reports_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_agency_id\` integer,
  	\`version_year\` numeric,
  	\`version_title\` text,
  	\`version_title_english\` text,
  	\`version_answers\` text,
  	\`version_compiled\` text,
  	\`version_hand_changes\` text,
  	\`version_reasons\` text,
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
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`website_reports\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_website_reports_v_parent_idx\` ON \`_website_reports_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_website_reports_v_version_version_agency_idx\` ON \`_website_reports_v\` (\`version_agency_id\`);`)
  await db.run(sql`CREATE INDEX \`_website_reports_v_version_version_year_idx\` ON \`_website_reports_v\` (\`version_year\`);`)
  await db.run(sql`CREATE INDEX \`_website_reports_v_version_version_release_at_idx\` ON \`_website_reports_v\` (\`version_release_at\`);`)
  await db.run(sql`CREATE INDEX \`_website_reports_v_version_review_version_review_state_idx\` ON \`_website_reports_v\` (\`version_review_state\`);`)
  await db.run(sql`CREATE INDEX \`_website_reports_v_version_version_updated_at_idx\` ON \`_website_reports_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_website_reports_v_version_version_created_at_idx\` ON \`_website_reports_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_website_reports_v_version_version__status_idx\` ON \`_website_reports_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_website_reports_v_created_at_idx\` ON \`_website_reports_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_website_reports_v_updated_at_idx\` ON \`_website_reports_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_website_reports_v_snapshot_idx\` ON \`_website_reports_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_website_reports_v_published_locale_idx\` ON \`_website_reports_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_website_reports_v_latest_idx\` ON \`_website_reports_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_website_reports_v_autosave_idx\` ON \`_website_reports_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_website_reports_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_website_reports_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_website_reports_v_rels_order_idx\` ON \`_website_reports_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_website_reports_v_rels_parent_idx\` ON \`_website_reports_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_website_reports_v_rels_path_idx\` ON \`_website_reports_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_website_reports_v_rels_media_id_idx\` ON \`_website_reports_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`proceedings\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`number\` text NOT NULL,
  	\`agency_id\` integer NOT NULL,
  	\`application_id\` integer,
  	\`body\` text,
  	\`filed_on\` text NOT NULL,
  	\`result\` text,
  	\`closed_on\` text,
  	\`note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`application_id\`) REFERENCES \`applications\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`proceedings_kind_idx\` ON \`proceedings\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`proceedings_agency_idx\` ON \`proceedings\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`proceedings_application_idx\` ON \`proceedings\` (\`application_id\`);`)
  await db.run(sql`CREATE INDEX \`proceedings_filed_on_idx\` ON \`proceedings\` (\`filed_on\`);`)
  await db.run(sql`CREATE INDEX \`proceedings_result_idx\` ON \`proceedings\` (\`result\`);`)
  await db.run(sql`CREATE INDEX \`proceedings_closed_on_idx\` ON \`proceedings\` (\`closed_on\`);`)
  await db.run(sql`CREATE INDEX \`proceedings_updated_at_idx\` ON \`proceedings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`proceedings_created_at_idx\` ON \`proceedings\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`report_reminders\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`agency_id\` integer NOT NULL,
  	\`year\` numeric NOT NULL,
  	\`key\` text NOT NULL,
  	\`state\` text DEFAULT 'waiting' NOT NULL,
  	\`attempts\` numeric DEFAULT 0,
  	\`error\` text,
  	\`sent_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`report_reminders_agency_idx\` ON \`report_reminders\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`report_reminders_year_idx\` ON \`report_reminders\` (\`year\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`report_reminders_key_idx\` ON \`report_reminders\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`report_reminders_updated_at_idx\` ON \`report_reminders\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`report_reminders_created_at_idx\` ON \`report_reminders\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`annual_reports\` ADD \`compiled\` text;`)
  await db.run(sql`ALTER TABLE \`annual_reports\` ADD \`hand_changes\` text;`)
  await db.run(sql`ALTER TABLE \`annual_reports\` ADD \`reasons\` text;`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v\` ADD \`version_compiled\` text;`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v\` ADD \`version_hand_changes\` text;`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v\` ADD \`version_reasons\` text;`)
  await db.run(sql`ALTER TABLE \`agencies\` ADD \`reports_yearly\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`website_reports_id\` integer REFERENCES website_reports(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`proceedings_id\` integer REFERENCES proceedings(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`report_reminders_id\` integer REFERENCES report_reminders(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_website_reports_id_idx\` ON \`payload_locked_documents_rels\` (\`website_reports_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_proceedings_id_idx\` ON \`payload_locked_documents_rels\` (\`proceedings_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_report_reminders_id_idx\` ON \`payload_locked_documents_rels\` (\`report_reminders_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`website_reports_review_steps\`;`)
  await db.run(sql`DROP TABLE \`website_reports\`;`)
  await db.run(sql`DROP TABLE \`website_reports_rels\`;`)
  await db.run(sql`DROP TABLE \`_website_reports_v_version_review_steps\`;`)
  await db.run(sql`DROP TABLE \`_website_reports_v\`;`)
  await db.run(sql`DROP TABLE \`_website_reports_v_rels\`;`)
  await db.run(sql`DROP TABLE \`proceedings\`;`)
  await db.run(sql`DROP TABLE \`report_reminders\`;`)
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
  	\`published_answers_id\` integer,
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
  	FOREIGN KEY (\`published_answers_id\`) REFERENCES \`published_answers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
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
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "documents_id", "interpretations_id", "topics_id", "annual_reports_id", "pages_id", "published_answers_id", "citations_id", "withheld_items_id", "withdrawals_id", "applications_id", "case_files_id", "letter_templates_id", "mails_id", "agencies_id", "columns_id", "catalogue_items_id", "files_id", "media_id", "users_id", "holiday_notices_id", "application_drafts_id", "counters_id") SELECT "id", "order", "parent_id", "path", "documents_id", "interpretations_id", "topics_id", "annual_reports_id", "pages_id", "published_answers_id", "citations_id", "withheld_items_id", "withdrawals_id", "applications_id", "case_files_id", "letter_templates_id", "mails_id", "agencies_id", "columns_id", "catalogue_items_id", "files_id", "media_id", "users_id", "holiday_notices_id", "application_drafts_id", "counters_id" FROM \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_published_answers_id_idx\` ON \`payload_locked_documents_rels\` (\`published_answers_id\`);`)
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
  await db.run(sql`ALTER TABLE \`annual_reports\` DROP COLUMN \`compiled\`;`)
  await db.run(sql`ALTER TABLE \`annual_reports\` DROP COLUMN \`hand_changes\`;`)
  await db.run(sql`ALTER TABLE \`annual_reports\` DROP COLUMN \`reasons\`;`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v\` DROP COLUMN \`version_compiled\`;`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v\` DROP COLUMN \`version_hand_changes\`;`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v\` DROP COLUMN \`version_reasons\`;`)
  await db.run(sql`ALTER TABLE \`agencies\` DROP COLUMN \`reports_yearly\`;`)
}
