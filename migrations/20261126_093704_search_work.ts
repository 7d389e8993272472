import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`search_synonyms\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`is_one_way\` integer DEFAULT false,
  	\`note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`search_synonyms_updated_at_idx\` ON \`search_synonyms\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`search_synonyms_created_at_idx\` ON \`search_synonyms\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`search_synonyms_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`search_synonyms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`search_synonyms_texts_order_parent\` ON \`search_synonyms_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`search_pins\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`until\` text,
  	\`note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`search_pins_updated_at_idx\` ON \`search_pins\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`search_pins_created_at_idx\` ON \`search_pins\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`search_pins_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`search_pins\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`search_pins_texts_order_parent\` ON \`search_pins_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`search_pins_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`documents_id\` integer,
  	\`interpretations_id\` integer,
  	\`topics_id\` integer,
  	\`agencies_id\` integer,
  	\`pages_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`search_pins\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`documents_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`interpretations_id\`) REFERENCES \`interpretations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`agencies_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`pages_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`search_pins_rels_order_idx\` ON \`search_pins_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_parent_idx\` ON \`search_pins_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_path_idx\` ON \`search_pins_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_documents_id_idx\` ON \`search_pins_rels\` (\`documents_id\`);`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_interpretations_id_idx\` ON \`search_pins_rels\` (\`interpretations_id\`);`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_topics_id_idx\` ON \`search_pins_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_agencies_id_idx\` ON \`search_pins_rels\` (\`agencies_id\`);`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_pages_id_idx\` ON \`search_pins_rels\` (\`pages_id\`);`)
  await db.run(sql`CREATE TABLE \`file_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`file_id\` integer NOT NULL,
  	\`name\` text,
  	\`file_type\` text,
  	\`state\` text NOT NULL,
  	\`reason\` text,
  	\`detail\` text,
  	\`characters\` numeric,
  	\`checksum\` text,
  	\`text\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`file_texts_file_idx\` ON \`file_texts\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`file_texts_state_idx\` ON \`file_texts\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`file_texts_updated_at_idx\` ON \`file_texts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`file_texts_created_at_idx\` ON \`file_texts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`search_counts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`day\` text NOT NULL,
  	\`question\` text NOT NULL,
  	\`asked\` numeric DEFAULT 0 NOT NULL,
  	\`empty\` numeric DEFAULT 0 NOT NULL,
  	\`opened\` numeric DEFAULT 0 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`search_counts_key_idx\` ON \`search_counts\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`search_counts_day_idx\` ON \`search_counts\` (\`day\`);`)
  await db.run(sql`CREATE INDEX \`search_counts_question_idx\` ON \`search_counts\` (\`question\`);`)
  await db.run(sql`CREATE INDEX \`search_counts_updated_at_idx\` ON \`search_counts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`search_counts_created_at_idx\` ON \`search_counts\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`search_synonyms_id\` integer REFERENCES search_synonyms(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`search_pins_id\` integer REFERENCES search_pins(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`file_texts_id\` integer REFERENCES file_texts(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`search_counts_id\` integer REFERENCES search_counts(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_search_synonyms_id_idx\` ON \`payload_locked_documents_rels\` (\`search_synonyms_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_search_pins_id_idx\` ON \`payload_locked_documents_rels\` (\`search_pins_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_file_texts_id_idx\` ON \`payload_locked_documents_rels\` (\`file_texts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_search_counts_id_idx\` ON \`payload_locked_documents_rels\` (\`search_counts_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`search_synonyms\`;`)
  await db.run(sql`DROP TABLE \`search_synonyms_texts\`;`)
  await db.run(sql`DROP TABLE \`search_pins\`;`)
  await db.run(sql`DROP TABLE \`search_pins_texts\`;`)
  await db.run(sql`DROP TABLE \`search_pins_rels\`;`)
  await db.run(sql`DROP TABLE \`file_texts\`;`)
  await db.run(sql`DROP TABLE \`search_counts\`;`)
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
  	\`website_reports_id\` integer,
  	\`pages_id\` integer,
  	\`published_answers_id\` integer,
  	\`citations_id\` integer,
  	\`withheld_items_id\` integer,
  	\`withdrawals_id\` integer,
  	\`applications_id\` integer,
  	\`case_files_id\` integer,
  	\`proceedings_id\` integer,
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
  	\`report_reminders_id\` integer,
  	\`counters_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`documents_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`interpretations_id\`) REFERENCES \`interpretations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`annual_reports_id\`) REFERENCES \`annual_reports\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`website_reports_id\`) REFERENCES \`website_reports\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`pages_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`published_answers_id\`) REFERENCES \`published_answers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`citations_id\`) REFERENCES \`citations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`withheld_items_id\`) REFERENCES \`withheld_items\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`withdrawals_id\`) REFERENCES \`withdrawals\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`applications_id\`) REFERENCES \`applications\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`case_files_id\`) REFERENCES \`case_files\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`proceedings_id\`) REFERENCES \`proceedings\`(\`id\`) ON UPDATE no action ON DELETE cascade,
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
  	FOREIGN KEY (\`report_reminders_id\`) REFERENCES \`report_reminders\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`counters_id\`) REFERENCES \`counters\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "documents_id", "interpretations_id", "topics_id", "annual_reports_id", "website_reports_id", "pages_id", "published_answers_id", "citations_id", "withheld_items_id", "withdrawals_id", "applications_id", "case_files_id", "proceedings_id", "letter_templates_id", "mails_id", "agencies_id", "columns_id", "catalogue_items_id", "files_id", "media_id", "users_id", "holiday_notices_id", "application_drafts_id", "report_reminders_id", "counters_id") SELECT "id", "order", "parent_id", "path", "documents_id", "interpretations_id", "topics_id", "annual_reports_id", "website_reports_id", "pages_id", "published_answers_id", "citations_id", "withheld_items_id", "withdrawals_id", "applications_id", "case_files_id", "proceedings_id", "letter_templates_id", "mails_id", "agencies_id", "columns_id", "catalogue_items_id", "files_id", "media_id", "users_id", "holiday_notices_id", "application_drafts_id", "report_reminders_id", "counters_id" FROM \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_website_reports_id_idx\` ON \`payload_locked_documents_rels\` (\`website_reports_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_pages_id_idx\` ON \`payload_locked_documents_rels\` (\`pages_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_published_answers_id_idx\` ON \`payload_locked_documents_rels\` (\`published_answers_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_citations_id_idx\` ON \`payload_locked_documents_rels\` (\`citations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_withheld_items_id_idx\` ON \`payload_locked_documents_rels\` (\`withheld_items_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_withdrawals_id_idx\` ON \`payload_locked_documents_rels\` (\`withdrawals_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_applications_id_idx\` ON \`payload_locked_documents_rels\` (\`applications_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_case_files_id_idx\` ON \`payload_locked_documents_rels\` (\`case_files_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_proceedings_id_idx\` ON \`payload_locked_documents_rels\` (\`proceedings_id\`);`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_report_reminders_id_idx\` ON \`payload_locked_documents_rels\` (\`report_reminders_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_counters_id_idx\` ON \`payload_locked_documents_rels\` (\`counters_id\`);`)
}
