import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`documents_relations\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`verb\` text DEFAULT 'based-on',
  	\`document_id\` integer,
  	\`on\` text,
  	\`provisions\` text,
  	\`reason\` text,
  	FOREIGN KEY (\`document_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`documents_relations_order_idx\` ON \`documents_relations\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`documents_relations_parent_id_idx\` ON \`documents_relations\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`documents_relations_verb_idx\` ON \`documents_relations\` (\`verb\`);`)
  await db.run(sql`CREATE INDEX \`documents_relations_document_idx\` ON \`documents_relations\` (\`document_id\`);`)
  await db.run(sql`CREATE TABLE \`_documents_v_version_relations\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`verb\` text DEFAULT 'based-on',
  	\`document_id\` integer,
  	\`on\` text,
  	\`provisions\` text,
  	\`reason\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`document_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_documents_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_documents_v_version_relations_order_idx\` ON \`_documents_v_version_relations\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_version_relations_parent_id_idx\` ON \`_documents_v_version_relations\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_version_relations_verb_idx\` ON \`_documents_v_version_relations\` (\`verb\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_version_relations_document_idx\` ON \`_documents_v_version_relations\` (\`document_id\`);`)
  await db.run(sql`CREATE TABLE \`interpretations_questions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`question\` text,
  	\`answer\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`interpretations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`interpretations_questions_order_idx\` ON \`interpretations_questions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`interpretations_questions_parent_id_idx\` ON \`interpretations_questions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`interpretations_provisions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`document_id\` integer,
  	\`provision\` text,
  	\`note\` text,
  	FOREIGN KEY (\`document_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`interpretations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`interpretations_provisions_order_idx\` ON \`interpretations_provisions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`interpretations_provisions_parent_id_idx\` ON \`interpretations_provisions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`interpretations_provisions_document_idx\` ON \`interpretations_provisions\` (\`document_id\`);`)
  await db.run(sql`CREATE TABLE \`_interpretations_v_version_questions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`question\` text,
  	\`answer\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_interpretations_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_interpretations_v_version_questions_order_idx\` ON \`_interpretations_v_version_questions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_version_questions_parent_id_idx\` ON \`_interpretations_v_version_questions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_interpretations_v_version_provisions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`document_id\` integer,
  	\`provision\` text,
  	\`note\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`document_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_interpretations_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_interpretations_v_version_provisions_order_idx\` ON \`_interpretations_v_version_provisions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_version_provisions_parent_id_idx\` ON \`_interpretations_v_version_provisions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_version_provisions_document_idx\` ON \`_interpretations_v_version_provisions\` (\`document_id\`);`)
  await db.run(sql`CREATE TABLE \`topics_sections_rule_themes\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics_sections\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`topics_sections_rule_themes_order_idx\` ON \`topics_sections_rule_themes\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`topics_sections_rule_themes_parent_idx\` ON \`topics_sections_rule_themes\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`topics_sections_rule_kinds\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics_sections\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`topics_sections_rule_kinds_order_idx\` ON \`topics_sections_rule_kinds\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`topics_sections_rule_kinds_parent_idx\` ON \`topics_sections_rule_kinds\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`topics_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`topics_texts_order_parent\` ON \`topics_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_topics_v_version_sections_rule_themes\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_topics_v_version_sections\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_topics_v_version_sections_rule_themes_order_idx\` ON \`_topics_v_version_sections_rule_themes\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_version_sections_rule_themes_parent_idx\` ON \`_topics_v_version_sections_rule_themes\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_topics_v_version_sections_rule_kinds\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_topics_v_version_sections\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_topics_v_version_sections_rule_kinds_order_idx\` ON \`_topics_v_version_sections_rule_kinds\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_version_sections_rule_kinds_parent_idx\` ON \`_topics_v_version_sections_rule_kinds\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_topics_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_topics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_topics_v_texts_order_parent\` ON \`_topics_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`citations_corrections\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`action\` text DEFAULT 'remove' NOT NULL,
  	\`quote\` text NOT NULL,
  	\`target_id\` integer,
  	\`anchor\` text,
  	\`note\` text,
  	FOREIGN KEY (\`target_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`citations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`citations_corrections_order_idx\` ON \`citations_corrections\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`citations_corrections_parent_id_idx\` ON \`citations_corrections\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`citations_corrections_target_idx\` ON \`citations_corrections\` (\`target_id\`);`)
  await db.run(sql`CREATE TABLE \`citations\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`document_id\` integer NOT NULL,
  	\`found\` text,
  	\`unresolved\` text,
  	\`fingerprint\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`document_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`citations_document_idx\` ON \`citations\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`citations_fingerprint_idx\` ON \`citations\` (\`fingerprint\`);`)
  await db.run(sql`CREATE INDEX \`citations_updated_at_idx\` ON \`citations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`citations_created_at_idx\` ON \`citations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`citations_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`documents_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`citations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`documents_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`citations_rels_order_idx\` ON \`citations_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`citations_rels_parent_idx\` ON \`citations_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`citations_rels_path_idx\` ON \`citations_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`citations_rels_documents_id_idx\` ON \`citations_rels\` (\`documents_id\`);`)
  await db.run(sql`CREATE TABLE \`withheld_items_assessments\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`on\` text NOT NULL,
  	\`by\` text,
  	\`outcome\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`withheld_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`withheld_items_assessments_order_idx\` ON \`withheld_items_assessments\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`withheld_items_assessments_parent_id_idx\` ON \`withheld_items_assessments\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`withheld_items\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`number\` text,
  	\`agency_id\` integer,
  	\`ground\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`decided_on\` text NOT NULL,
  	\`reassess_on\` text NOT NULL,
  	\`state\` text DEFAULT 'withheld',
  	\`document_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`document_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`withheld_items_agency_idx\` ON \`withheld_items\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`withheld_items_reassess_on_idx\` ON \`withheld_items\` (\`reassess_on\`);`)
  await db.run(sql`CREATE INDEX \`withheld_items_state_idx\` ON \`withheld_items\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`withheld_items_document_idx\` ON \`withheld_items\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`withheld_items_updated_at_idx\` ON \`withheld_items\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`withheld_items_created_at_idx\` ON \`withheld_items\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`withdrawals\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`subject\` text NOT NULL,
  	\`record\` text NOT NULL,
  	\`slug\` text NOT NULL,
  	\`title\` text,
  	\`number\` text,
  	\`reason\` text NOT NULL,
  	\`published_on\` text,
  	\`withdrawn_on\` text NOT NULL,
  	\`by\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`withdrawals_subject_idx\` ON \`withdrawals\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`withdrawals_record_idx\` ON \`withdrawals\` (\`record\`);`)
  await db.run(sql`CREATE INDEX \`withdrawals_slug_idx\` ON \`withdrawals\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`withdrawals_withdrawn_on_idx\` ON \`withdrawals\` (\`withdrawn_on\`);`)
  await db.run(sql`CREATE INDEX \`withdrawals_updated_at_idx\` ON \`withdrawals\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`withdrawals_created_at_idx\` ON \`withdrawals\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`catalogue_items_levels\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`catalogue_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`catalogue_items_levels_order_idx\` ON \`catalogue_items_levels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`catalogue_items_levels_parent_idx\` ON \`catalogue_items_levels\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`catalogue_items\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`slug\` text,
  	\`domain\` text NOT NULL,
  	\`order\` numeric,
  	\`level_one\` text NOT NULL,
  	\`level_two\` text,
  	\`content\` text NOT NULL,
  	\`basis\` text,
  	\`time_limit\` text,
  	\`review_days\` numeric,
  	\`agency_id\` integer,
  	\`agency_name\` text,
  	\`audience\` text DEFAULT 'all',
  	\`audience_note\` text,
  	\`way\` text DEFAULT 'proactive',
  	\`retired\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`catalogue_items_slug_idx\` ON \`catalogue_items\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`catalogue_items_domain_idx\` ON \`catalogue_items\` (\`domain\`);`)
  await db.run(sql`CREATE INDEX \`catalogue_items_order_idx\` ON \`catalogue_items\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`catalogue_items_agency_idx\` ON \`catalogue_items\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`catalogue_items_updated_at_idx\` ON \`catalogue_items\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`catalogue_items_created_at_idx\` ON \`catalogue_items\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`catalogue_items_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`catalogue_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`catalogue_items_texts_order_parent\` ON \`catalogue_items_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`audit_log\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`at\` text NOT NULL,
  	\`who\` text,
  	\`who_name\` text,
  	\`action\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`record\` text,
  	\`title\` text,
  	\`before\` text,
  	\`after\` text,
  	\`address\` text,
  	\`previous\` text NOT NULL,
  	\`hash\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`audit_log_seq_idx\` ON \`audit_log\` (\`seq\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_at_idx\` ON \`audit_log\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_who_idx\` ON \`audit_log\` (\`who\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_action_idx\` ON \`audit_log\` (\`action\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_subject_idx\` ON \`audit_log\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_record_idx\` ON \`audit_log\` (\`record\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_address_idx\` ON \`audit_log\` (\`address\`);`)
  await db.run(sql`ALTER TABLE \`documents_review_steps\` ADD \`attachments\` text;`)
  await db.run(sql`ALTER TABLE \`documents\` ADD \`correction\` text;`)
  await db.run(sql`ALTER TABLE \`documents\` ADD \`change_by_name\` text;`)
  await db.run(sql`ALTER TABLE \`documents\` ADD \`interpretation_waiver\` text;`)
  await db.run(sql`ALTER TABLE \`documents\` ADD \`release_at\` text;`)
  await db.run(sql`CREATE INDEX \`documents_release_at_idx\` ON \`documents\` (\`release_at\`);`)
  await db.run(sql`ALTER TABLE \`documents_rels\` ADD \`catalogue_items_id\` integer REFERENCES catalogue_items(id);`)
  await db.run(sql`CREATE INDEX \`documents_rels_catalogue_items_id_idx\` ON \`documents_rels\` (\`catalogue_items_id\`);`)
  await db.run(sql`ALTER TABLE \`_documents_v_version_review_steps\` ADD \`attachments\` text;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` ADD \`version_correction\` text;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` ADD \`version_change_by_name\` text;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` ADD \`version_interpretation_waiver\` text;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` ADD \`version_release_at\` text;`)
  await db.run(sql`CREATE INDEX \`_documents_v_version_version_release_at_idx\` ON \`_documents_v\` (\`version_release_at\`);`)
  await db.run(sql`ALTER TABLE \`_documents_v_rels\` ADD \`catalogue_items_id\` integer REFERENCES catalogue_items(id);`)
  await db.run(sql`CREATE INDEX \`_documents_v_rels_catalogue_items_id_idx\` ON \`_documents_v_rels\` (\`catalogue_items_id\`);`)
  await db.run(sql`ALTER TABLE \`interpretations_review_steps\` ADD \`attachments\` text;`)
  await db.run(sql`ALTER TABLE \`interpretations\` ADD \`video_id\` integer REFERENCES files(id);`)
  await db.run(sql`ALTER TABLE \`interpretations\` ADD \`captions_id\` integer REFERENCES files(id);`)
  await db.run(sql`ALTER TABLE \`interpretations\` ADD \`speaker\` text;`)
  await db.run(sql`ALTER TABLE \`interpretations\` ADD \`separately\` text;`)
  await db.run(sql`ALTER TABLE \`interpretations\` ADD \`release_at\` text;`)
  await db.run(sql`CREATE INDEX \`interpretations_video_idx\` ON \`interpretations\` (\`video_id\`);`)
  await db.run(sql`CREATE INDEX \`interpretations_captions_idx\` ON \`interpretations\` (\`captions_id\`);`)
  await db.run(sql`CREATE INDEX \`interpretations_release_at_idx\` ON \`interpretations\` (\`release_at\`);`)
  await db.run(sql`ALTER TABLE \`_interpretations_v_version_review_steps\` ADD \`attachments\` text;`)
  await db.run(sql`ALTER TABLE \`_interpretations_v\` ADD \`version_video_id\` integer REFERENCES files(id);`)
  await db.run(sql`ALTER TABLE \`_interpretations_v\` ADD \`version_captions_id\` integer REFERENCES files(id);`)
  await db.run(sql`ALTER TABLE \`_interpretations_v\` ADD \`version_speaker\` text;`)
  await db.run(sql`ALTER TABLE \`_interpretations_v\` ADD \`version_separately\` text;`)
  await db.run(sql`ALTER TABLE \`_interpretations_v\` ADD \`version_release_at\` text;`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_version_version_video_idx\` ON \`_interpretations_v\` (\`version_video_id\`);`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_version_version_captions_idx\` ON \`_interpretations_v\` (\`version_captions_id\`);`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_version_version_release_at_idx\` ON \`_interpretations_v\` (\`version_release_at\`);`)
  await db.run(sql`ALTER TABLE \`topics_sections\` ADD \`rule_from\` text;`)
  await db.run(sql`ALTER TABLE \`topics_sections\` ADD \`rule_to\` text;`)
  await db.run(sql`ALTER TABLE \`topics_sections\` ADD \`rule_most\` numeric DEFAULT 50;`)
  await db.run(sql`ALTER TABLE \`topics_review_steps\` ADD \`attachments\` text;`)
  await db.run(sql`ALTER TABLE \`topics\` ADD \`closing_note\` text;`)
  await db.run(sql`ALTER TABLE \`topics\` ADD \`release_at\` text;`)
  await db.run(sql`CREATE INDEX \`topics_release_at_idx\` ON \`topics\` (\`release_at\`);`)
  await db.run(sql`ALTER TABLE \`topics_rels\` ADD \`agencies_id\` integer REFERENCES agencies(id);`)
  await db.run(sql`CREATE INDEX \`topics_rels_agencies_id_idx\` ON \`topics_rels\` (\`agencies_id\`);`)
  await db.run(sql`ALTER TABLE \`_topics_v_version_sections\` ADD \`rule_from\` text;`)
  await db.run(sql`ALTER TABLE \`_topics_v_version_sections\` ADD \`rule_to\` text;`)
  await db.run(sql`ALTER TABLE \`_topics_v_version_sections\` ADD \`rule_most\` numeric DEFAULT 50;`)
  await db.run(sql`ALTER TABLE \`_topics_v_version_review_steps\` ADD \`attachments\` text;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` ADD \`version_closing_note\` text;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` ADD \`version_release_at\` text;`)
  await db.run(sql`CREATE INDEX \`_topics_v_version_version_release_at_idx\` ON \`_topics_v\` (\`version_release_at\`);`)
  await db.run(sql`ALTER TABLE \`_topics_v_rels\` ADD \`agencies_id\` integer REFERENCES agencies(id);`)
  await db.run(sql`CREATE INDEX \`_topics_v_rels_agencies_id_idx\` ON \`_topics_v_rels\` (\`agencies_id\`);`)
  await db.run(sql`ALTER TABLE \`annual_reports_review_steps\` ADD \`attachments\` text;`)
  await db.run(sql`ALTER TABLE \`annual_reports\` ADD \`release_at\` text;`)
  await db.run(sql`CREATE INDEX \`annual_reports_release_at_idx\` ON \`annual_reports\` (\`release_at\`);`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v_version_review_steps\` ADD \`attachments\` text;`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v\` ADD \`version_release_at\` text;`)
  await db.run(sql`CREATE INDEX \`_annual_reports_v_version_version_release_at_idx\` ON \`_annual_reports_v\` (\`version_release_at\`);`)
  await db.run(sql`ALTER TABLE \`pages_review_steps\` ADD \`attachments\` text;`)
  await db.run(sql`ALTER TABLE \`pages\` ADD \`release_at\` text;`)
  await db.run(sql`CREATE INDEX \`pages_release_at_idx\` ON \`pages\` (\`release_at\`);`)
  await db.run(sql`ALTER TABLE \`_pages_v_version_review_steps\` ADD \`attachments\` text;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_release_at\` text;`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_release_at_idx\` ON \`_pages_v\` (\`version_release_at\`);`)
  await db.run(sql`ALTER TABLE \`agencies\` ADD \`established_on\` text;`)
  await db.run(sql`ALTER TABLE \`agencies\` ADD \`abolished_on\` text;`)
  await db.run(sql`ALTER TABLE \`files\` ADD \`replaces_id\` integer REFERENCES files(id);`)
  await db.run(sql`ALTER TABLE \`files\` ADD \`address\` text;`)
  await db.run(sql`ALTER TABLE \`files\` ADD \`checksum\` text;`)
  await db.run(sql`CREATE INDEX \`files_replaces_idx\` ON \`files\` (\`replaces_id\`);`)
  await db.run(sql`CREATE INDEX \`files_address_idx\` ON \`files\` (\`address\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`citations_id\` integer REFERENCES citations(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`withheld_items_id\` integer REFERENCES withheld_items(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`withdrawals_id\` integer REFERENCES withdrawals(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`catalogue_items_id\` integer REFERENCES catalogue_items(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_citations_id_idx\` ON \`payload_locked_documents_rels\` (\`citations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_withheld_items_id_idx\` ON \`payload_locked_documents_rels\` (\`withheld_items_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_withdrawals_id_idx\` ON \`payload_locked_documents_rels\` (\`withdrawals_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_catalogue_items_id_idx\` ON \`payload_locked_documents_rels\` (\`catalogue_items_id\`);`)
  await db.run(sql`ALTER TABLE \`site\` ADD \`shows_signatures\` integer DEFAULT true;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`documents_relations\`;`)
  await db.run(sql`DROP TABLE \`_documents_v_version_relations\`;`)
  await db.run(sql`DROP TABLE \`interpretations_questions\`;`)
  await db.run(sql`DROP TABLE \`interpretations_provisions\`;`)
  await db.run(sql`DROP TABLE \`_interpretations_v_version_questions\`;`)
  await db.run(sql`DROP TABLE \`_interpretations_v_version_provisions\`;`)
  await db.run(sql`DROP TABLE \`topics_sections_rule_themes\`;`)
  await db.run(sql`DROP TABLE \`topics_sections_rule_kinds\`;`)
  await db.run(sql`DROP TABLE \`topics_texts\`;`)
  await db.run(sql`DROP TABLE \`_topics_v_version_sections_rule_themes\`;`)
  await db.run(sql`DROP TABLE \`_topics_v_version_sections_rule_kinds\`;`)
  await db.run(sql`DROP TABLE \`_topics_v_texts\`;`)
  await db.run(sql`DROP TABLE \`citations_corrections\`;`)
  await db.run(sql`DROP TABLE \`citations\`;`)
  await db.run(sql`DROP TABLE \`citations_rels\`;`)
  await db.run(sql`DROP TABLE \`withheld_items_assessments\`;`)
  await db.run(sql`DROP TABLE \`withheld_items\`;`)
  await db.run(sql`DROP TABLE \`withdrawals\`;`)
  await db.run(sql`DROP TABLE \`catalogue_items_levels\`;`)
  await db.run(sql`DROP TABLE \`catalogue_items\`;`)
  await db.run(sql`DROP TABLE \`catalogue_items_texts\`;`)
  await db.run(sql`DROP TABLE \`audit_log\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`files_id\` integer,
  	\`columns_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`files_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`columns_id\`) REFERENCES \`columns\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_documents_rels\`("id", "order", "parent_id", "path", "files_id", "columns_id") SELECT "id", "order", "parent_id", "path", "files_id", "columns_id" FROM \`documents_rels\`;`)
  await db.run(sql`DROP TABLE \`documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_documents_rels\` RENAME TO \`documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`documents_rels_order_idx\` ON \`documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`documents_rels_parent_idx\` ON \`documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`documents_rels_path_idx\` ON \`documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`documents_rels_files_id_idx\` ON \`documents_rels\` (\`files_id\`);`)
  await db.run(sql`CREATE INDEX \`documents_rels_columns_id_idx\` ON \`documents_rels\` (\`columns_id\`);`)
  await db.run(sql`CREATE TABLE \`__new__documents_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`files_id\` integer,
  	\`columns_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_documents_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`files_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`columns_id\`) REFERENCES \`columns\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new__documents_v_rels\`("id", "order", "parent_id", "path", "files_id", "columns_id") SELECT "id", "order", "parent_id", "path", "files_id", "columns_id" FROM \`_documents_v_rels\`;`)
  await db.run(sql`DROP TABLE \`_documents_v_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new__documents_v_rels\` RENAME TO \`_documents_v_rels\`;`)
  await db.run(sql`CREATE INDEX \`_documents_v_rels_order_idx\` ON \`_documents_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_rels_parent_idx\` ON \`_documents_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_rels_path_idx\` ON \`_documents_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_rels_files_id_idx\` ON \`_documents_v_rels\` (\`files_id\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_rels_columns_id_idx\` ON \`_documents_v_rels\` (\`columns_id\`);`)
  await db.run(sql`CREATE TABLE \`__new_interpretations\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`form\` text DEFAULT 'text',
  	\`agency_id\` integer,
  	\`summary\` text,
  	\`body\` text,
  	\`text_alternative\` text,
  	\`english_title\` text,
  	\`english_summary\` text,
  	\`slug\` text,
  	\`published_on\` text,
  	\`review_state\` text DEFAULT 'draft',
  	\`review_written_by\` text,
  	\`review_fingerprint\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_interpretations\`("id", "title", "form", "agency_id", "summary", "body", "text_alternative", "english_title", "english_summary", "slug", "published_on", "review_state", "review_written_by", "review_fingerprint", "updated_at", "created_at", "_status") SELECT "id", "title", "form", "agency_id", "summary", "body", "text_alternative", "english_title", "english_summary", "slug", "published_on", "review_state", "review_written_by", "review_fingerprint", "updated_at", "created_at", "_status" FROM \`interpretations\`;`)
  await db.run(sql`DROP TABLE \`interpretations\`;`)
  await db.run(sql`ALTER TABLE \`__new_interpretations\` RENAME TO \`interpretations\`;`)
  await db.run(sql`CREATE INDEX \`interpretations_form_idx\` ON \`interpretations\` (\`form\`);`)
  await db.run(sql`CREATE INDEX \`interpretations_agency_idx\` ON \`interpretations\` (\`agency_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`interpretations_slug_idx\` ON \`interpretations\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`interpretations_published_on_idx\` ON \`interpretations\` (\`published_on\`);`)
  await db.run(sql`CREATE INDEX \`interpretations_review_review_state_idx\` ON \`interpretations\` (\`review_state\`);`)
  await db.run(sql`CREATE INDEX \`interpretations_updated_at_idx\` ON \`interpretations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`interpretations_created_at_idx\` ON \`interpretations\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`interpretations__status_idx\` ON \`interpretations\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__interpretations_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_form\` text DEFAULT 'text',
  	\`version_agency_id\` integer,
  	\`version_summary\` text,
  	\`version_body\` text,
  	\`version_text_alternative\` text,
  	\`version_english_title\` text,
  	\`version_english_summary\` text,
  	\`version_slug\` text,
  	\`version_published_on\` text,
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
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`interpretations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__interpretations_v\`("id", "parent_id", "version_title", "version_form", "version_agency_id", "version_summary", "version_body", "version_text_alternative", "version_english_title", "version_english_summary", "version_slug", "version_published_on", "version_review_state", "version_review_written_by", "version_review_fingerprint", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest") SELECT "id", "parent_id", "version_title", "version_form", "version_agency_id", "version_summary", "version_body", "version_text_alternative", "version_english_title", "version_english_summary", "version_slug", "version_published_on", "version_review_state", "version_review_written_by", "version_review_fingerprint", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest" FROM \`_interpretations_v\`;`)
  await db.run(sql`DROP TABLE \`_interpretations_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__interpretations_v\` RENAME TO \`_interpretations_v\`;`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_parent_idx\` ON \`_interpretations_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_version_version_form_idx\` ON \`_interpretations_v\` (\`version_form\`);`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_version_version_agency_idx\` ON \`_interpretations_v\` (\`version_agency_id\`);`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_version_version_slug_idx\` ON \`_interpretations_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_version_version_published_on_idx\` ON \`_interpretations_v\` (\`version_published_on\`);`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_version_review_version_review_state_idx\` ON \`_interpretations_v\` (\`version_review_state\`);`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_version_version_updated_at_idx\` ON \`_interpretations_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_version_version_created_at_idx\` ON \`_interpretations_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_version_version__status_idx\` ON \`_interpretations_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_created_at_idx\` ON \`_interpretations_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_updated_at_idx\` ON \`_interpretations_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_snapshot_idx\` ON \`_interpretations_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_published_locale_idx\` ON \`_interpretations_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_latest_idx\` ON \`_interpretations_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`__new_topics_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`documents_id\` integer,
  	\`interpretations_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`documents_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`interpretations_id\`) REFERENCES \`interpretations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_topics_rels\`("id", "order", "parent_id", "path", "documents_id", "interpretations_id") SELECT "id", "order", "parent_id", "path", "documents_id", "interpretations_id" FROM \`topics_rels\`;`)
  await db.run(sql`DROP TABLE \`topics_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_topics_rels\` RENAME TO \`topics_rels\`;`)
  await db.run(sql`CREATE INDEX \`topics_rels_order_idx\` ON \`topics_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`topics_rels_parent_idx\` ON \`topics_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`topics_rels_path_idx\` ON \`topics_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`topics_rels_documents_id_idx\` ON \`topics_rels\` (\`documents_id\`);`)
  await db.run(sql`CREATE INDEX \`topics_rels_interpretations_id_idx\` ON \`topics_rels\` (\`interpretations_id\`);`)
  await db.run(sql`CREATE TABLE \`__new__topics_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`documents_id\` integer,
  	\`interpretations_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_topics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`documents_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`interpretations_id\`) REFERENCES \`interpretations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new__topics_v_rels\`("id", "order", "parent_id", "path", "documents_id", "interpretations_id") SELECT "id", "order", "parent_id", "path", "documents_id", "interpretations_id" FROM \`_topics_v_rels\`;`)
  await db.run(sql`DROP TABLE \`_topics_v_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new__topics_v_rels\` RENAME TO \`_topics_v_rels\`;`)
  await db.run(sql`CREATE INDEX \`_topics_v_rels_order_idx\` ON \`_topics_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_rels_parent_idx\` ON \`_topics_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_rels_path_idx\` ON \`_topics_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_rels_documents_id_idx\` ON \`_topics_v_rels\` (\`documents_id\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_rels_interpretations_id_idx\` ON \`_topics_v_rels\` (\`interpretations_id\`);`)
  await db.run(sql`CREATE TABLE \`__new_files\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`released\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric
  );
  `)
  await db.run(sql`INSERT INTO \`__new_files\`("id", "title", "released", "updated_at", "created_at", "url", "thumbnail_u_r_l", "filename", "mime_type", "filesize", "width", "height", "focal_x", "focal_y") SELECT "id", "title", "released", "updated_at", "created_at", "url", "thumbnail_u_r_l", "filename", "mime_type", "filesize", "width", "height", "focal_x", "focal_y" FROM \`files\`;`)
  await db.run(sql`DROP TABLE \`files\`;`)
  await db.run(sql`ALTER TABLE \`__new_files\` RENAME TO \`files\`;`)
  await db.run(sql`CREATE INDEX \`files_released_idx\` ON \`files\` (\`released\`);`)
  await db.run(sql`CREATE INDEX \`files_updated_at_idx\` ON \`files\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`files_created_at_idx\` ON \`files\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`files_filename_idx\` ON \`files\` (\`filename\`);`)
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
  	\`applications_id\` integer,
  	\`agencies_id\` integer,
  	\`columns_id\` integer,
  	\`files_id\` integer,
  	\`media_id\` integer,
  	\`users_id\` integer,
  	\`counters_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`documents_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`interpretations_id\`) REFERENCES \`interpretations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`annual_reports_id\`) REFERENCES \`annual_reports\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`pages_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`applications_id\`) REFERENCES \`applications\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`agencies_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`columns_id\`) REFERENCES \`columns\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`files_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`counters_id\`) REFERENCES \`counters\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "documents_id", "interpretations_id", "topics_id", "annual_reports_id", "pages_id", "applications_id", "agencies_id", "columns_id", "files_id", "media_id", "users_id", "counters_id") SELECT "id", "order", "parent_id", "path", "documents_id", "interpretations_id", "topics_id", "annual_reports_id", "pages_id", "applications_id", "agencies_id", "columns_id", "files_id", "media_id", "users_id", "counters_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_documents_id_idx\` ON \`payload_locked_documents_rels\` (\`documents_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_interpretations_id_idx\` ON \`payload_locked_documents_rels\` (\`interpretations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_annual_reports_id_idx\` ON \`payload_locked_documents_rels\` (\`annual_reports_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_pages_id_idx\` ON \`payload_locked_documents_rels\` (\`pages_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_applications_id_idx\` ON \`payload_locked_documents_rels\` (\`applications_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_agencies_id_idx\` ON \`payload_locked_documents_rels\` (\`agencies_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_columns_id_idx\` ON \`payload_locked_documents_rels\` (\`columns_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_files_id_idx\` ON \`payload_locked_documents_rels\` (\`files_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_counters_id_idx\` ON \`payload_locked_documents_rels\` (\`counters_id\`);`)
  await db.run(sql`DROP INDEX \`documents_release_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`documents\` DROP COLUMN \`correction\`;`)
  await db.run(sql`ALTER TABLE \`documents\` DROP COLUMN \`change_by_name\`;`)
  await db.run(sql`ALTER TABLE \`documents\` DROP COLUMN \`interpretation_waiver\`;`)
  await db.run(sql`ALTER TABLE \`documents\` DROP COLUMN \`release_at\`;`)
  await db.run(sql`DROP INDEX \`_documents_v_version_version_release_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` DROP COLUMN \`version_correction\`;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` DROP COLUMN \`version_change_by_name\`;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` DROP COLUMN \`version_interpretation_waiver\`;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` DROP COLUMN \`version_release_at\`;`)
  await db.run(sql`DROP INDEX \`topics_release_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`topics\` DROP COLUMN \`closing_note\`;`)
  await db.run(sql`ALTER TABLE \`topics\` DROP COLUMN \`release_at\`;`)
  await db.run(sql`DROP INDEX \`_topics_v_version_version_release_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` DROP COLUMN \`version_closing_note\`;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` DROP COLUMN \`version_release_at\`;`)
  await db.run(sql`DROP INDEX \`annual_reports_release_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`annual_reports\` DROP COLUMN \`release_at\`;`)
  await db.run(sql`DROP INDEX \`_annual_reports_v_version_version_release_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v\` DROP COLUMN \`version_release_at\`;`)
  await db.run(sql`DROP INDEX \`pages_release_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`pages\` DROP COLUMN \`release_at\`;`)
  await db.run(sql`DROP INDEX \`_pages_v_version_version_release_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` DROP COLUMN \`version_release_at\`;`)
  await db.run(sql`ALTER TABLE \`documents_review_steps\` DROP COLUMN \`attachments\`;`)
  await db.run(sql`ALTER TABLE \`_documents_v_version_review_steps\` DROP COLUMN \`attachments\`;`)
  await db.run(sql`ALTER TABLE \`interpretations_review_steps\` DROP COLUMN \`attachments\`;`)
  await db.run(sql`ALTER TABLE \`_interpretations_v_version_review_steps\` DROP COLUMN \`attachments\`;`)
  await db.run(sql`ALTER TABLE \`topics_sections\` DROP COLUMN \`rule_from\`;`)
  await db.run(sql`ALTER TABLE \`topics_sections\` DROP COLUMN \`rule_to\`;`)
  await db.run(sql`ALTER TABLE \`topics_sections\` DROP COLUMN \`rule_most\`;`)
  await db.run(sql`ALTER TABLE \`topics_review_steps\` DROP COLUMN \`attachments\`;`)
  await db.run(sql`ALTER TABLE \`_topics_v_version_sections\` DROP COLUMN \`rule_from\`;`)
  await db.run(sql`ALTER TABLE \`_topics_v_version_sections\` DROP COLUMN \`rule_to\`;`)
  await db.run(sql`ALTER TABLE \`_topics_v_version_sections\` DROP COLUMN \`rule_most\`;`)
  await db.run(sql`ALTER TABLE \`_topics_v_version_review_steps\` DROP COLUMN \`attachments\`;`)
  await db.run(sql`ALTER TABLE \`annual_reports_review_steps\` DROP COLUMN \`attachments\`;`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v_version_review_steps\` DROP COLUMN \`attachments\`;`)
  await db.run(sql`ALTER TABLE \`pages_review_steps\` DROP COLUMN \`attachments\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v_version_review_steps\` DROP COLUMN \`attachments\`;`)
  await db.run(sql`ALTER TABLE \`agencies\` DROP COLUMN \`established_on\`;`)
  await db.run(sql`ALTER TABLE \`agencies\` DROP COLUMN \`abolished_on\`;`)
  await db.run(sql`ALTER TABLE \`site\` DROP COLUMN \`shows_signatures\`;`)
}
