import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`proposals_review_steps\` (
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
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`proposals\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`proposals_review_steps_order_idx\` ON \`proposals_review_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`proposals_review_steps_parent_id_idx\` ON \`proposals_review_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`proposals\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`proposer_kind\` text,
  	\`year\` numeric,
  	\`session\` text,
  	\`number\` text,
  	\`text\` text,
  	\`reply\` text,
  	\`reply_number\` text,
  	\`result\` text,
  	\`agency_id\` integer,
  	\`english_title\` text,
  	\`received_on\` text,
  	\`due_on\` text,
  	\`replied_on\` text,
  	\`slug\` text,
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
  await db.run(sql`CREATE INDEX \`proposals_proposer_kind_idx\` ON \`proposals\` (\`proposer_kind\`);`)
  await db.run(sql`CREATE INDEX \`proposals_year_idx\` ON \`proposals\` (\`year\`);`)
  await db.run(sql`CREATE INDEX \`proposals_session_idx\` ON \`proposals\` (\`session\`);`)
  await db.run(sql`CREATE INDEX \`proposals_number_idx\` ON \`proposals\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`proposals_result_idx\` ON \`proposals\` (\`result\`);`)
  await db.run(sql`CREATE INDEX \`proposals_agency_idx\` ON \`proposals\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`proposals_due_on_idx\` ON \`proposals\` (\`due_on\`);`)
  await db.run(sql`CREATE INDEX \`proposals_replied_on_idx\` ON \`proposals\` (\`replied_on\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`proposals_slug_idx\` ON \`proposals\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`proposals_published_on_idx\` ON \`proposals\` (\`published_on\`);`)
  await db.run(sql`CREATE INDEX \`proposals_release_at_idx\` ON \`proposals\` (\`release_at\`);`)
  await db.run(sql`CREATE INDEX \`proposals_review_review_state_idx\` ON \`proposals\` (\`review_state\`);`)
  await db.run(sql`CREATE INDEX \`proposals_updated_at_idx\` ON \`proposals\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`proposals_created_at_idx\` ON \`proposals\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`proposals__status_idx\` ON \`proposals\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`proposals_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`proposals\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`proposals_texts_order_parent\` ON \`proposals_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`proposals_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`agencies_id\` integer,
  	\`documents_id\` integer,
  	\`files_id\` integer,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`proposals\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`agencies_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`documents_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`files_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`proposals_rels_order_idx\` ON \`proposals_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`proposals_rels_parent_idx\` ON \`proposals_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`proposals_rels_path_idx\` ON \`proposals_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`proposals_rels_agencies_id_idx\` ON \`proposals_rels\` (\`agencies_id\`);`)
  await db.run(sql`CREATE INDEX \`proposals_rels_documents_id_idx\` ON \`proposals_rels\` (\`documents_id\`);`)
  await db.run(sql`CREATE INDEX \`proposals_rels_files_id_idx\` ON \`proposals_rels\` (\`files_id\`);`)
  await db.run(sql`CREATE INDEX \`proposals_rels_media_id_idx\` ON \`proposals_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`_proposals_v_version_review_steps\` (
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
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_proposals_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_proposals_v_version_review_steps_order_idx\` ON \`_proposals_v_version_review_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_version_review_steps_parent_id_idx\` ON \`_proposals_v_version_review_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_proposals_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_proposer_kind\` text,
  	\`version_year\` numeric,
  	\`version_session\` text,
  	\`version_number\` text,
  	\`version_text\` text,
  	\`version_reply\` text,
  	\`version_reply_number\` text,
  	\`version_result\` text,
  	\`version_agency_id\` integer,
  	\`version_english_title\` text,
  	\`version_received_on\` text,
  	\`version_due_on\` text,
  	\`version_replied_on\` text,
  	\`version_slug\` text,
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
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`proposals\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_proposals_v_parent_idx\` ON \`_proposals_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_version_version_proposer_kind_idx\` ON \`_proposals_v\` (\`version_proposer_kind\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_version_version_year_idx\` ON \`_proposals_v\` (\`version_year\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_version_version_session_idx\` ON \`_proposals_v\` (\`version_session\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_version_version_number_idx\` ON \`_proposals_v\` (\`version_number\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_version_version_result_idx\` ON \`_proposals_v\` (\`version_result\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_version_version_agency_idx\` ON \`_proposals_v\` (\`version_agency_id\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_version_version_due_on_idx\` ON \`_proposals_v\` (\`version_due_on\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_version_version_replied_on_idx\` ON \`_proposals_v\` (\`version_replied_on\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_version_version_slug_idx\` ON \`_proposals_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_version_version_published_on_idx\` ON \`_proposals_v\` (\`version_published_on\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_version_version_release_at_idx\` ON \`_proposals_v\` (\`version_release_at\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_version_review_version_review_state_idx\` ON \`_proposals_v\` (\`version_review_state\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_version_version_updated_at_idx\` ON \`_proposals_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_version_version_created_at_idx\` ON \`_proposals_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_version_version__status_idx\` ON \`_proposals_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_created_at_idx\` ON \`_proposals_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_updated_at_idx\` ON \`_proposals_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_snapshot_idx\` ON \`_proposals_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_published_locale_idx\` ON \`_proposals_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_latest_idx\` ON \`_proposals_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_autosave_idx\` ON \`_proposals_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_proposals_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_proposals_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_proposals_v_texts_order_parent\` ON \`_proposals_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_proposals_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`agencies_id\` integer,
  	\`documents_id\` integer,
  	\`files_id\` integer,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_proposals_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`agencies_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`documents_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`files_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_proposals_v_rels_order_idx\` ON \`_proposals_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_rels_parent_idx\` ON \`_proposals_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_rels_path_idx\` ON \`_proposals_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_rels_agencies_id_idx\` ON \`_proposals_v_rels\` (\`agencies_id\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_rels_documents_id_idx\` ON \`_proposals_v_rels\` (\`documents_id\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_rels_files_id_idx\` ON \`_proposals_v_rels\` (\`files_id\`);`)
  await db.run(sql`CREATE INDEX \`_proposals_v_rels_media_id_idx\` ON \`_proposals_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`quarterly_notices_review_steps\` (
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
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`quarterly_notices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`quarterly_notices_review_steps_order_idx\` ON \`quarterly_notices_review_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`quarterly_notices_review_steps_parent_id_idx\` ON \`quarterly_notices_review_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`quarterly_notices\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`year\` numeric,
  	\`quarter\` numeric,
  	\`agency_id\` integer,
  	\`body\` text,
  	\`figures\` text,
  	\`compiled_at\` text,
  	\`slug\` text,
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
  await db.run(sql`CREATE INDEX \`quarterly_notices_year_idx\` ON \`quarterly_notices\` (\`year\`);`)
  await db.run(sql`CREATE INDEX \`quarterly_notices_quarter_idx\` ON \`quarterly_notices\` (\`quarter\`);`)
  await db.run(sql`CREATE INDEX \`quarterly_notices_agency_idx\` ON \`quarterly_notices\` (\`agency_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`quarterly_notices_slug_idx\` ON \`quarterly_notices\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`quarterly_notices_published_on_idx\` ON \`quarterly_notices\` (\`published_on\`);`)
  await db.run(sql`CREATE INDEX \`quarterly_notices_release_at_idx\` ON \`quarterly_notices\` (\`release_at\`);`)
  await db.run(sql`CREATE INDEX \`quarterly_notices_review_review_state_idx\` ON \`quarterly_notices\` (\`review_state\`);`)
  await db.run(sql`CREATE INDEX \`quarterly_notices_updated_at_idx\` ON \`quarterly_notices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`quarterly_notices_created_at_idx\` ON \`quarterly_notices\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`quarterly_notices__status_idx\` ON \`quarterly_notices\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`quarterly_notices_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`quarterly_notices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`quarterly_notices_rels_order_idx\` ON \`quarterly_notices_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`quarterly_notices_rels_parent_idx\` ON \`quarterly_notices_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`quarterly_notices_rels_path_idx\` ON \`quarterly_notices_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`quarterly_notices_rels_media_id_idx\` ON \`quarterly_notices_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`_quarterly_notices_v_version_review_steps\` (
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
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_quarterly_notices_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_version_review_steps_order_idx\` ON \`_quarterly_notices_v_version_review_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_version_review_steps_parent_id_idx\` ON \`_quarterly_notices_v_version_review_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_quarterly_notices_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_year\` numeric,
  	\`version_quarter\` numeric,
  	\`version_agency_id\` integer,
  	\`version_body\` text,
  	\`version_figures\` text,
  	\`version_compiled_at\` text,
  	\`version_slug\` text,
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
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`quarterly_notices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_parent_idx\` ON \`_quarterly_notices_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_version_version_year_idx\` ON \`_quarterly_notices_v\` (\`version_year\`);`)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_version_version_quarter_idx\` ON \`_quarterly_notices_v\` (\`version_quarter\`);`)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_version_version_agency_idx\` ON \`_quarterly_notices_v\` (\`version_agency_id\`);`)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_version_version_slug_idx\` ON \`_quarterly_notices_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_version_version_published_on_idx\` ON \`_quarterly_notices_v\` (\`version_published_on\`);`)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_version_version_release_at_idx\` ON \`_quarterly_notices_v\` (\`version_release_at\`);`)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_version_review_version_review_state_idx\` ON \`_quarterly_notices_v\` (\`version_review_state\`);`)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_version_version_updated_at_idx\` ON \`_quarterly_notices_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_version_version_created_at_idx\` ON \`_quarterly_notices_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_version_version__status_idx\` ON \`_quarterly_notices_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_created_at_idx\` ON \`_quarterly_notices_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_updated_at_idx\` ON \`_quarterly_notices_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_snapshot_idx\` ON \`_quarterly_notices_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_published_locale_idx\` ON \`_quarterly_notices_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_latest_idx\` ON \`_quarterly_notices_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_autosave_idx\` ON \`_quarterly_notices_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_quarterly_notices_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_quarterly_notices_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_rels_order_idx\` ON \`_quarterly_notices_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_rels_parent_idx\` ON \`_quarterly_notices_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_rels_path_idx\` ON \`_quarterly_notices_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_quarterly_notices_v_rels_media_id_idx\` ON \`_quarterly_notices_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`policies_materials\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`note\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`policies_materials_order_idx\` ON \`policies_materials\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`policies_materials_parent_id_idx\` ON \`policies_materials\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`policies_process\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`policies_process_order_idx\` ON \`policies_process\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`policies_process_parent_id_idx\` ON \`policies_process\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`policies_sources\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`document_id\` integer,
  	\`anchor\` text,
  	\`passage\` text,
  	FOREIGN KEY (\`document_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`policies_sources_order_idx\` ON \`policies_sources\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`policies_sources_parent_id_idx\` ON \`policies_sources\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`policies_sources_document_idx\` ON \`policies_sources\` (\`document_id\`);`)
  await db.run(sql`CREATE TABLE \`policies_fits_trades\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`policies_fits_trades_order_idx\` ON \`policies_fits_trades\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`policies_fits_trades_parent_idx\` ON \`policies_fits_trades\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`policies_fits_sizes\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`policies_fits_sizes_order_idx\` ON \`policies_fits_sizes\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`policies_fits_sizes_parent_idx\` ON \`policies_fits_sizes\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`policies_fits_needs\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`policies_fits_needs_order_idx\` ON \`policies_fits_needs\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`policies_fits_needs_parent_idx\` ON \`policies_fits_needs\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`policies_review_steps\` (
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
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`policies_review_steps_order_idx\` ON \`policies_review_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`policies_review_steps_parent_id_idx\` ON \`policies_review_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`policies\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`benefit\` text,
  	\`eligibility\` text,
  	\`how_to_apply\` text,
  	\`apply_url\` text,
  	\`no_materials\` integer DEFAULT false,
  	\`time_limit\` text,
  	\`officer\` text,
  	\`phone\` text,
  	\`english_title\` text,
  	\`english_benefit\` text,
  	\`english_eligibility\` text,
  	\`agency_id\` integer,
  	\`starts_on\` text,
  	\`ends_on\` text,
  	\`slug\` text,
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
  await db.run(sql`CREATE INDEX \`policies_agency_idx\` ON \`policies\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`policies_ends_on_idx\` ON \`policies\` (\`ends_on\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`policies_slug_idx\` ON \`policies\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`policies_published_on_idx\` ON \`policies\` (\`published_on\`);`)
  await db.run(sql`CREATE INDEX \`policies_release_at_idx\` ON \`policies\` (\`release_at\`);`)
  await db.run(sql`CREATE INDEX \`policies_review_review_state_idx\` ON \`policies\` (\`review_state\`);`)
  await db.run(sql`CREATE INDEX \`policies_updated_at_idx\` ON \`policies\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`policies_created_at_idx\` ON \`policies\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`policies__status_idx\` ON \`policies\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`policies_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`policies_rels_order_idx\` ON \`policies_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`policies_rels_parent_idx\` ON \`policies_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`policies_rels_path_idx\` ON \`policies_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`policies_rels_media_id_idx\` ON \`policies_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`_policies_v_version_materials\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`note\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_policies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_policies_v_version_materials_order_idx\` ON \`_policies_v_version_materials\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_materials_parent_id_idx\` ON \`_policies_v_version_materials\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_policies_v_version_process\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_policies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_policies_v_version_process_order_idx\` ON \`_policies_v_version_process\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_process_parent_id_idx\` ON \`_policies_v_version_process\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_policies_v_version_sources\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`document_id\` integer,
  	\`anchor\` text,
  	\`passage\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`document_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_policies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_policies_v_version_sources_order_idx\` ON \`_policies_v_version_sources\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_sources_parent_id_idx\` ON \`_policies_v_version_sources\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_sources_document_idx\` ON \`_policies_v_version_sources\` (\`document_id\`);`)
  await db.run(sql`CREATE TABLE \`_policies_v_version_fits_trades\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_policies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_policies_v_version_fits_trades_order_idx\` ON \`_policies_v_version_fits_trades\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_fits_trades_parent_idx\` ON \`_policies_v_version_fits_trades\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_policies_v_version_fits_sizes\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_policies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_policies_v_version_fits_sizes_order_idx\` ON \`_policies_v_version_fits_sizes\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_fits_sizes_parent_idx\` ON \`_policies_v_version_fits_sizes\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_policies_v_version_fits_needs\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_policies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_policies_v_version_fits_needs_order_idx\` ON \`_policies_v_version_fits_needs\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_fits_needs_parent_idx\` ON \`_policies_v_version_fits_needs\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_policies_v_version_review_steps\` (
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
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_policies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_policies_v_version_review_steps_order_idx\` ON \`_policies_v_version_review_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_review_steps_parent_id_idx\` ON \`_policies_v_version_review_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_policies_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_benefit\` text,
  	\`version_eligibility\` text,
  	\`version_how_to_apply\` text,
  	\`version_apply_url\` text,
  	\`version_no_materials\` integer DEFAULT false,
  	\`version_time_limit\` text,
  	\`version_officer\` text,
  	\`version_phone\` text,
  	\`version_english_title\` text,
  	\`version_english_benefit\` text,
  	\`version_english_eligibility\` text,
  	\`version_agency_id\` integer,
  	\`version_starts_on\` text,
  	\`version_ends_on\` text,
  	\`version_slug\` text,
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
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_policies_v_parent_idx\` ON \`_policies_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_agency_idx\` ON \`_policies_v\` (\`version_agency_id\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_ends_on_idx\` ON \`_policies_v\` (\`version_ends_on\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_slug_idx\` ON \`_policies_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_published_on_idx\` ON \`_policies_v\` (\`version_published_on\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_release_at_idx\` ON \`_policies_v\` (\`version_release_at\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_review_version_review_state_idx\` ON \`_policies_v\` (\`version_review_state\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_updated_at_idx\` ON \`_policies_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_created_at_idx\` ON \`_policies_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version__status_idx\` ON \`_policies_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_created_at_idx\` ON \`_policies_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_updated_at_idx\` ON \`_policies_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_snapshot_idx\` ON \`_policies_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_published_locale_idx\` ON \`_policies_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_latest_idx\` ON \`_policies_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_autosave_idx\` ON \`_policies_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_policies_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_policies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_policies_v_rels_order_idx\` ON \`_policies_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_rels_parent_idx\` ON \`_policies_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_rels_path_idx\` ON \`_policies_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_rels_media_id_idx\` ON \`_policies_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`services_audience\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`services_audience_order_idx\` ON \`services_audience\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`services_audience_parent_idx\` ON \`services_audience\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`services_audience_value_idx\` ON \`services_audience\` (\`value\`);`)
  await db.run(sql`CREATE TABLE \`services_materials\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`note\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`services_materials_order_idx\` ON \`services_materials\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`services_materials_parent_id_idx\` ON \`services_materials\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`services_process\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`services_process_order_idx\` ON \`services_process\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`services_process_parent_id_idx\` ON \`services_process\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`services_review_steps\` (
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
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`services_review_steps_order_idx\` ON \`services_review_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`services_review_steps_parent_id_idx\` ON \`services_review_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`services\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`code\` text,
  	\`summary\` text,
  	\`subject\` text,
  	\`basis\` text,
  	\`conditions\` text,
  	\`no_materials\` integer DEFAULT false,
  	\`place\` text,
  	\`hours\` text,
  	\`phone\` text,
  	\`time_limit\` text,
  	\`fee\` text,
  	\`online_url\` text,
  	\`english_title\` text,
  	\`english_summary\` text,
  	\`agency_id\` integer,
  	\`slug\` text,
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
  await db.run(sql`CREATE INDEX \`services_subject_idx\` ON \`services\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`services_agency_idx\` ON \`services\` (\`agency_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`services_slug_idx\` ON \`services\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`services_published_on_idx\` ON \`services\` (\`published_on\`);`)
  await db.run(sql`CREATE INDEX \`services_release_at_idx\` ON \`services\` (\`release_at\`);`)
  await db.run(sql`CREATE INDEX \`services_review_review_state_idx\` ON \`services\` (\`review_state\`);`)
  await db.run(sql`CREATE INDEX \`services_updated_at_idx\` ON \`services\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`services_created_at_idx\` ON \`services\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`services__status_idx\` ON \`services\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`services_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`documents_id\` integer,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`documents_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`services_rels_order_idx\` ON \`services_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`services_rels_parent_idx\` ON \`services_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`services_rels_path_idx\` ON \`services_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`services_rels_documents_id_idx\` ON \`services_rels\` (\`documents_id\`);`)
  await db.run(sql`CREATE INDEX \`services_rels_media_id_idx\` ON \`services_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`_services_v_version_audience\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_services_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_services_v_version_audience_order_idx\` ON \`_services_v_version_audience\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_audience_parent_idx\` ON \`_services_v_version_audience\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_audience_value_idx\` ON \`_services_v_version_audience\` (\`value\`);`)
  await db.run(sql`CREATE TABLE \`_services_v_version_materials\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`note\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_services_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_services_v_version_materials_order_idx\` ON \`_services_v_version_materials\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_materials_parent_id_idx\` ON \`_services_v_version_materials\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_services_v_version_process\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_services_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_services_v_version_process_order_idx\` ON \`_services_v_version_process\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_process_parent_id_idx\` ON \`_services_v_version_process\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_services_v_version_review_steps\` (
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
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_services_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_services_v_version_review_steps_order_idx\` ON \`_services_v_version_review_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_review_steps_parent_id_idx\` ON \`_services_v_version_review_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_services_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_code\` text,
  	\`version_summary\` text,
  	\`version_subject\` text,
  	\`version_basis\` text,
  	\`version_conditions\` text,
  	\`version_no_materials\` integer DEFAULT false,
  	\`version_place\` text,
  	\`version_hours\` text,
  	\`version_phone\` text,
  	\`version_time_limit\` text,
  	\`version_fee\` text,
  	\`version_online_url\` text,
  	\`version_english_title\` text,
  	\`version_english_summary\` text,
  	\`version_agency_id\` integer,
  	\`version_slug\` text,
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
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_services_v_parent_idx\` ON \`_services_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version_subject_idx\` ON \`_services_v\` (\`version_subject\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version_agency_idx\` ON \`_services_v\` (\`version_agency_id\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version_slug_idx\` ON \`_services_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version_published_on_idx\` ON \`_services_v\` (\`version_published_on\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version_release_at_idx\` ON \`_services_v\` (\`version_release_at\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_review_version_review_state_idx\` ON \`_services_v\` (\`version_review_state\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version_updated_at_idx\` ON \`_services_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version_created_at_idx\` ON \`_services_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version__status_idx\` ON \`_services_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_created_at_idx\` ON \`_services_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_updated_at_idx\` ON \`_services_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_snapshot_idx\` ON \`_services_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_published_locale_idx\` ON \`_services_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_latest_idx\` ON \`_services_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_autosave_idx\` ON \`_services_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_services_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`documents_id\` integer,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_services_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`documents_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_services_v_rels_order_idx\` ON \`_services_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_rels_parent_idx\` ON \`_services_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_rels_path_idx\` ON \`_services_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_rels_documents_id_idx\` ON \`_services_v_rels\` (\`documents_id\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_rels_media_id_idx\` ON \`_services_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`service_chains_audience\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`service_chains\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`service_chains_audience_order_idx\` ON \`service_chains_audience\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`service_chains_audience_parent_idx\` ON \`service_chains_audience\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`service_chains_steps\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`agency_id\` integer,
  	\`service_id\` integer,
  	\`note\` text,
  	\`time_limit\` text,
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`service_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`service_chains\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`service_chains_steps_order_idx\` ON \`service_chains_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`service_chains_steps_parent_id_idx\` ON \`service_chains_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`service_chains_steps_agency_idx\` ON \`service_chains_steps\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`service_chains_steps_service_idx\` ON \`service_chains_steps\` (\`service_id\`);`)
  await db.run(sql`CREATE TABLE \`service_chains_review_steps\` (
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
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`service_chains\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`service_chains_review_steps_order_idx\` ON \`service_chains_review_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`service_chains_review_steps_parent_id_idx\` ON \`service_chains_review_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`service_chains\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`summary\` text,
  	\`online_url\` text,
  	\`english_title\` text,
  	\`english_summary\` text,
  	\`agency_id\` integer,
  	\`order\` numeric DEFAULT 100,
  	\`slug\` text,
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
  await db.run(sql`CREATE INDEX \`service_chains_agency_idx\` ON \`service_chains\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`service_chains_order_idx\` ON \`service_chains\` (\`order\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`service_chains_slug_idx\` ON \`service_chains\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`service_chains_published_on_idx\` ON \`service_chains\` (\`published_on\`);`)
  await db.run(sql`CREATE INDEX \`service_chains_release_at_idx\` ON \`service_chains\` (\`release_at\`);`)
  await db.run(sql`CREATE INDEX \`service_chains_review_review_state_idx\` ON \`service_chains\` (\`review_state\`);`)
  await db.run(sql`CREATE INDEX \`service_chains_updated_at_idx\` ON \`service_chains\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`service_chains_created_at_idx\` ON \`service_chains\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`service_chains__status_idx\` ON \`service_chains\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`service_chains_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`service_chains\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`service_chains_rels_order_idx\` ON \`service_chains_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`service_chains_rels_parent_idx\` ON \`service_chains_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`service_chains_rels_path_idx\` ON \`service_chains_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`service_chains_rels_media_id_idx\` ON \`service_chains_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`_service_chains_v_version_audience\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_service_chains_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_service_chains_v_version_audience_order_idx\` ON \`_service_chains_v_version_audience\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_version_audience_parent_idx\` ON \`_service_chains_v_version_audience\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_service_chains_v_version_steps\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`agency_id\` integer,
  	\`service_id\` integer,
  	\`note\` text,
  	\`time_limit\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`service_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_service_chains_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_service_chains_v_version_steps_order_idx\` ON \`_service_chains_v_version_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_version_steps_parent_id_idx\` ON \`_service_chains_v_version_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_version_steps_agency_idx\` ON \`_service_chains_v_version_steps\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_version_steps_service_idx\` ON \`_service_chains_v_version_steps\` (\`service_id\`);`)
  await db.run(sql`CREATE TABLE \`_service_chains_v_version_review_steps\` (
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
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_service_chains_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_service_chains_v_version_review_steps_order_idx\` ON \`_service_chains_v_version_review_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_version_review_steps_parent_id_idx\` ON \`_service_chains_v_version_review_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_service_chains_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_summary\` text,
  	\`version_online_url\` text,
  	\`version_english_title\` text,
  	\`version_english_summary\` text,
  	\`version_agency_id\` integer,
  	\`version_order\` numeric DEFAULT 100,
  	\`version_slug\` text,
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
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`service_chains\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_service_chains_v_parent_idx\` ON \`_service_chains_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_version_version_agency_idx\` ON \`_service_chains_v\` (\`version_agency_id\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_version_version_order_idx\` ON \`_service_chains_v\` (\`version_order\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_version_version_slug_idx\` ON \`_service_chains_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_version_version_published_on_idx\` ON \`_service_chains_v\` (\`version_published_on\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_version_version_release_at_idx\` ON \`_service_chains_v\` (\`version_release_at\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_version_review_version_review_state_idx\` ON \`_service_chains_v\` (\`version_review_state\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_version_version_updated_at_idx\` ON \`_service_chains_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_version_version_created_at_idx\` ON \`_service_chains_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_version_version__status_idx\` ON \`_service_chains_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_created_at_idx\` ON \`_service_chains_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_updated_at_idx\` ON \`_service_chains_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_snapshot_idx\` ON \`_service_chains_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_published_locale_idx\` ON \`_service_chains_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_latest_idx\` ON \`_service_chains_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_autosave_idx\` ON \`_service_chains_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_service_chains_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_service_chains_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_service_chains_v_rels_order_idx\` ON \`_service_chains_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_rels_parent_idx\` ON \`_service_chains_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_rels_path_idx\` ON \`_service_chains_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_service_chains_v_rels_media_id_idx\` ON \`_service_chains_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`questions_sources\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`document_id\` integer,
  	\`anchor\` text,
  	FOREIGN KEY (\`document_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`questions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`questions_sources_order_idx\` ON \`questions_sources\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`questions_sources_parent_id_idx\` ON \`questions_sources\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`questions_sources_document_idx\` ON \`questions_sources\` (\`document_id\`);`)
  await db.run(sql`CREATE TABLE \`questions_review_steps\` (
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
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`questions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`questions_review_steps_order_idx\` ON \`questions_review_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`questions_review_steps_parent_id_idx\` ON \`questions_review_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`questions\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`body\` text,
  	\`theme\` text,
  	\`english_title\` text,
  	\`english_body\` text,
  	\`agency_id\` integer,
  	\`slug\` text,
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
  await db.run(sql`CREATE INDEX \`questions_theme_idx\` ON \`questions\` (\`theme\`);`)
  await db.run(sql`CREATE INDEX \`questions_agency_idx\` ON \`questions\` (\`agency_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`questions_slug_idx\` ON \`questions\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`questions_published_on_idx\` ON \`questions\` (\`published_on\`);`)
  await db.run(sql`CREATE INDEX \`questions_release_at_idx\` ON \`questions\` (\`release_at\`);`)
  await db.run(sql`CREATE INDEX \`questions_review_review_state_idx\` ON \`questions\` (\`review_state\`);`)
  await db.run(sql`CREATE INDEX \`questions_updated_at_idx\` ON \`questions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`questions_created_at_idx\` ON \`questions\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`questions__status_idx\` ON \`questions\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`questions_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`questions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`questions_texts_order_parent\` ON \`questions_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`questions_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`services_id\` integer,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`questions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`services_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`questions_rels_order_idx\` ON \`questions_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`questions_rels_parent_idx\` ON \`questions_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`questions_rels_path_idx\` ON \`questions_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`questions_rels_services_id_idx\` ON \`questions_rels\` (\`services_id\`);`)
  await db.run(sql`CREATE INDEX \`questions_rels_media_id_idx\` ON \`questions_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`_questions_v_version_sources\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`document_id\` integer,
  	\`anchor\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`document_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_questions_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_questions_v_version_sources_order_idx\` ON \`_questions_v_version_sources\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_version_sources_parent_id_idx\` ON \`_questions_v_version_sources\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_version_sources_document_idx\` ON \`_questions_v_version_sources\` (\`document_id\`);`)
  await db.run(sql`CREATE TABLE \`_questions_v_version_review_steps\` (
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
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_questions_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_questions_v_version_review_steps_order_idx\` ON \`_questions_v_version_review_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_version_review_steps_parent_id_idx\` ON \`_questions_v_version_review_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_questions_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_body\` text,
  	\`version_theme\` text,
  	\`version_english_title\` text,
  	\`version_english_body\` text,
  	\`version_agency_id\` integer,
  	\`version_slug\` text,
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
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`questions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_questions_v_parent_idx\` ON \`_questions_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_version_version_theme_idx\` ON \`_questions_v\` (\`version_theme\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_version_version_agency_idx\` ON \`_questions_v\` (\`version_agency_id\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_version_version_slug_idx\` ON \`_questions_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_version_version_published_on_idx\` ON \`_questions_v\` (\`version_published_on\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_version_version_release_at_idx\` ON \`_questions_v\` (\`version_release_at\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_version_review_version_review_state_idx\` ON \`_questions_v\` (\`version_review_state\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_version_version_updated_at_idx\` ON \`_questions_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_version_version_created_at_idx\` ON \`_questions_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_version_version__status_idx\` ON \`_questions_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_created_at_idx\` ON \`_questions_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_updated_at_idx\` ON \`_questions_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_snapshot_idx\` ON \`_questions_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_published_locale_idx\` ON \`_questions_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_latest_idx\` ON \`_questions_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_autosave_idx\` ON \`_questions_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_questions_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_questions_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_questions_v_texts_order_parent\` ON \`_questions_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_questions_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`services_id\` integer,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_questions_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`services_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_questions_v_rels_order_idx\` ON \`_questions_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_rels_parent_idx\` ON \`_questions_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_rels_path_idx\` ON \`_questions_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_rels_services_id_idx\` ON \`_questions_v_rels\` (\`services_id\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_rels_media_id_idx\` ON \`_questions_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`consultations_participation\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text,
  	\`title\` text,
  	\`held_on\` text,
  	\`summary\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`consultations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`consultations_participation_order_idx\` ON \`consultations_participation\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`consultations_participation_parent_id_idx\` ON \`consultations_participation\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`consultations_outcome_points\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`opinion\` text,
  	\`count\` numeric,
  	\`decision\` text,
  	\`reason\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`consultations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`consultations_outcome_points_order_idx\` ON \`consultations_outcome_points\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`consultations_outcome_points_parent_id_idx\` ON \`consultations_outcome_points\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`consultations_review_steps\` (
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
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`consultations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`consultations_review_steps_order_idx\` ON \`consultations_review_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`consultations_review_steps_parent_id_idx\` ON \`consultations_review_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`consultations\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`summary\` text,
  	\`background\` text,
  	\`draft\` text,
  	\`replaces_id\` integer,
  	\`outcome_summary\` text,
  	\`outcome_other_ways\` numeric,
  	\`final_document_id\` integer,
  	\`without_outcome\` text,
  	\`english_title\` text,
  	\`english_summary\` text,
  	\`kind\` text DEFAULT 'normative',
  	\`agency_id\` integer,
  	\`opens_at\` text,
  	\`closes_at\` text,
  	\`takes_comments\` integer DEFAULT true,
  	\`other_ways\` text,
  	\`outcome_days\` numeric,
  	\`outcome_due_on\` text,
  	\`outcome_on\` text,
  	\`slug\` text,
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
  	FOREIGN KEY (\`replaces_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`final_document_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`consultations_replaces_idx\` ON \`consultations\` (\`replaces_id\`);`)
  await db.run(sql`CREATE INDEX \`consultations_final_document_idx\` ON \`consultations\` (\`final_document_id\`);`)
  await db.run(sql`CREATE INDEX \`consultations_kind_idx\` ON \`consultations\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`consultations_agency_idx\` ON \`consultations\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`consultations_opens_at_idx\` ON \`consultations\` (\`opens_at\`);`)
  await db.run(sql`CREATE INDEX \`consultations_closes_at_idx\` ON \`consultations\` (\`closes_at\`);`)
  await db.run(sql`CREATE INDEX \`consultations_outcome_due_on_idx\` ON \`consultations\` (\`outcome_due_on\`);`)
  await db.run(sql`CREATE INDEX \`consultations_outcome_on_idx\` ON \`consultations\` (\`outcome_on\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`consultations_slug_idx\` ON \`consultations\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`consultations_published_on_idx\` ON \`consultations\` (\`published_on\`);`)
  await db.run(sql`CREATE INDEX \`consultations_release_at_idx\` ON \`consultations\` (\`release_at\`);`)
  await db.run(sql`CREATE INDEX \`consultations_review_review_state_idx\` ON \`consultations\` (\`review_state\`);`)
  await db.run(sql`CREATE INDEX \`consultations_updated_at_idx\` ON \`consultations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`consultations_created_at_idx\` ON \`consultations\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`consultations__status_idx\` ON \`consultations\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`consultations_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`files_id\` integer,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`consultations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`files_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`consultations_rels_order_idx\` ON \`consultations_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`consultations_rels_parent_idx\` ON \`consultations_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`consultations_rels_path_idx\` ON \`consultations_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`consultations_rels_files_id_idx\` ON \`consultations_rels\` (\`files_id\`);`)
  await db.run(sql`CREATE INDEX \`consultations_rels_media_id_idx\` ON \`consultations_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`_consultations_v_version_participation\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`kind\` text,
  	\`title\` text,
  	\`held_on\` text,
  	\`summary\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_consultations_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_participation_order_idx\` ON \`_consultations_v_version_participation\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_participation_parent_id_idx\` ON \`_consultations_v_version_participation\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_consultations_v_version_outcome_points\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`opinion\` text,
  	\`count\` numeric,
  	\`decision\` text,
  	\`reason\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_consultations_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_outcome_points_order_idx\` ON \`_consultations_v_version_outcome_points\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_outcome_points_parent_id_idx\` ON \`_consultations_v_version_outcome_points\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_consultations_v_version_review_steps\` (
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
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_consultations_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_review_steps_order_idx\` ON \`_consultations_v_version_review_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_review_steps_parent_id_idx\` ON \`_consultations_v_version_review_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_consultations_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_summary\` text,
  	\`version_background\` text,
  	\`version_draft\` text,
  	\`version_replaces_id\` integer,
  	\`version_outcome_summary\` text,
  	\`version_outcome_other_ways\` numeric,
  	\`version_final_document_id\` integer,
  	\`version_without_outcome\` text,
  	\`version_english_title\` text,
  	\`version_english_summary\` text,
  	\`version_kind\` text DEFAULT 'normative',
  	\`version_agency_id\` integer,
  	\`version_opens_at\` text,
  	\`version_closes_at\` text,
  	\`version_takes_comments\` integer DEFAULT true,
  	\`version_other_ways\` text,
  	\`version_outcome_days\` numeric,
  	\`version_outcome_due_on\` text,
  	\`version_outcome_on\` text,
  	\`version_slug\` text,
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
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`consultations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_replaces_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_final_document_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_consultations_v_parent_idx\` ON \`_consultations_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_version_replaces_idx\` ON \`_consultations_v\` (\`version_replaces_id\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_version_final_document_idx\` ON \`_consultations_v\` (\`version_final_document_id\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_version_kind_idx\` ON \`_consultations_v\` (\`version_kind\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_version_agency_idx\` ON \`_consultations_v\` (\`version_agency_id\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_version_opens_at_idx\` ON \`_consultations_v\` (\`version_opens_at\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_version_closes_at_idx\` ON \`_consultations_v\` (\`version_closes_at\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_version_outcome_due_on_idx\` ON \`_consultations_v\` (\`version_outcome_due_on\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_version_outcome_on_idx\` ON \`_consultations_v\` (\`version_outcome_on\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_version_slug_idx\` ON \`_consultations_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_version_published_on_idx\` ON \`_consultations_v\` (\`version_published_on\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_version_release_at_idx\` ON \`_consultations_v\` (\`version_release_at\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_review_version_review_state_idx\` ON \`_consultations_v\` (\`version_review_state\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_version_updated_at_idx\` ON \`_consultations_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_version_created_at_idx\` ON \`_consultations_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_version_version__status_idx\` ON \`_consultations_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_created_at_idx\` ON \`_consultations_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_updated_at_idx\` ON \`_consultations_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_snapshot_idx\` ON \`_consultations_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_published_locale_idx\` ON \`_consultations_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_latest_idx\` ON \`_consultations_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_autosave_idx\` ON \`_consultations_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_consultations_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`files_id\` integer,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_consultations_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`files_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_consultations_v_rels_order_idx\` ON \`_consultations_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_rels_parent_idx\` ON \`_consultations_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_rels_path_idx\` ON \`_consultations_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_rels_files_id_idx\` ON \`_consultations_v_rels\` (\`files_id\`);`)
  await db.run(sql`CREATE INDEX \`_consultations_v_rels_media_id_idx\` ON \`_consultations_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`comments\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`excerpt\` text,
  	\`consultation_id\` integer NOT NULL,
  	\`body\` text NOT NULL,
  	\`place\` text,
  	\`shown_name\` text,
  	\`name\` text,
  	\`contact\` text,
  	\`state\` text DEFAULT 'pending' NOT NULL,
  	\`reason\` text,
  	\`note\` text,
  	\`suspicion\` numeric DEFAULT 0,
  	\`findings\` text,
  	\`moderated_by\` text,
  	\`moderated_at\` text,
  	\`submitted_at\` text NOT NULL,
  	\`receipt_number\` text,
  	\`language\` text DEFAULT 'zh-CN',
  	\`body_hash\` text,
  	\`filing_key\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`consultation_id\`) REFERENCES \`consultations\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`comments_consultation_idx\` ON \`comments\` (\`consultation_id\`);`)
  await db.run(sql`CREATE INDEX \`comments_state_idx\` ON \`comments\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`comments_suspicion_idx\` ON \`comments\` (\`suspicion\`);`)
  await db.run(sql`CREATE INDEX \`comments_submitted_at_idx\` ON \`comments\` (\`submitted_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`comments_receipt_number_idx\` ON \`comments\` (\`receipt_number\`);`)
  await db.run(sql`CREATE INDEX \`comments_body_hash_idx\` ON \`comments\` (\`body_hash\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`comments_filing_key_idx\` ON \`comments\` (\`filing_key\`);`)
  await db.run(sql`CREATE INDEX \`comments_updated_at_idx\` ON \`comments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`comments_created_at_idx\` ON \`comments\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`letters\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`purpose\` text DEFAULT 'letter' NOT NULL,
  	\`kind\` text,
  	\`title\` text NOT NULL,
  	\`body\` text NOT NULL,
  	\`page_address\` text,
  	\`page_title\` text,
  	\`page_kind\` text,
  	\`page_result\` text,
  	\`name\` text,
  	\`phone\` text,
  	\`email\` text,
  	\`address\` text,
  	\`id_number\` text,
  	\`may_publish\` integer DEFAULT false,
  	\`channel\` text DEFAULT 'internet' NOT NULL,
  	\`language\` text DEFAULT 'zh-CN',
  	\`history\` text,
  	\`reply_text\` text,
  	\`reply_drafted_by\` text,
  	\`reply_reviewed_by\` text,
  	\`reply_replied_on\` text,
  	\`rating_score\` numeric,
  	\`rating_comment\` text,
  	\`application_id\` integer,
  	\`receipt_number\` text,
  	\`status\` text DEFAULT 'received' NOT NULL,
  	\`agency_id\` integer,
  	\`assignee_id\` integer,
  	\`complexity\` text DEFAULT 'other',
  	\`received_on\` text,
  	\`due_on\` text,
  	\`is_provisional\` integer DEFAULT false,
  	\`closed_on\` text,
  	\`deletion_asked_on\` text,
  	\`erased_on\` text,
  	\`revision\` numeric DEFAULT 0,
  	\`query_hash\` text,
  	\`phone_hash\` text,
  	\`email_hash\` text,
  	\`filing_key\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`application_id\`) REFERENCES \`applications\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`assignee_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`letters_purpose_idx\` ON \`letters\` (\`purpose\`);`)
  await db.run(sql`CREATE INDEX \`letters_kind_idx\` ON \`letters\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`letters_page_page_address_idx\` ON \`letters\` (\`page_address\`);`)
  await db.run(sql`CREATE INDEX \`letters_reply_reply_replied_on_idx\` ON \`letters\` (\`reply_replied_on\`);`)
  await db.run(sql`CREATE INDEX \`letters_application_idx\` ON \`letters\` (\`application_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`letters_receipt_number_idx\` ON \`letters\` (\`receipt_number\`);`)
  await db.run(sql`CREATE INDEX \`letters_status_idx\` ON \`letters\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`letters_agency_idx\` ON \`letters\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`letters_assignee_idx\` ON \`letters\` (\`assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`letters_received_on_idx\` ON \`letters\` (\`received_on\`);`)
  await db.run(sql`CREATE INDEX \`letters_due_on_idx\` ON \`letters\` (\`due_on\`);`)
  await db.run(sql`CREATE INDEX \`letters_closed_on_idx\` ON \`letters\` (\`closed_on\`);`)
  await db.run(sql`CREATE INDEX \`letters_erased_on_idx\` ON \`letters\` (\`erased_on\`);`)
  await db.run(sql`CREATE INDEX \`letters_query_hash_idx\` ON \`letters\` (\`query_hash\`);`)
  await db.run(sql`CREATE INDEX \`letters_phone_hash_idx\` ON \`letters\` (\`phone_hash\`);`)
  await db.run(sql`CREATE INDEX \`letters_email_hash_idx\` ON \`letters\` (\`email_hash\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`letters_filing_key_idx\` ON \`letters\` (\`filing_key\`);`)
  await db.run(sql`CREATE INDEX \`letters_updated_at_idx\` ON \`letters\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`letters_created_at_idx\` ON \`letters\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`published_letters_review_steps\` (
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
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`published_letters\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`published_letters_review_steps_order_idx\` ON \`published_letters_review_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`published_letters_review_steps_parent_id_idx\` ON \`published_letters_review_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`published_letters\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`question\` text,
  	\`answer\` text,
  	\`kind\` text,
  	\`agency_id\` integer,
  	\`received_on\` text,
  	\`answered_on\` text,
  	\`english_title\` text,
  	\`english_question\` text,
  	\`english_answer\` text,
  	\`slug\` text,
  	\`letter_id\` integer,
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
  	FOREIGN KEY (\`letter_id\`) REFERENCES \`letters\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`published_letters_kind_idx\` ON \`published_letters\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`published_letters_agency_idx\` ON \`published_letters\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`published_letters_answered_on_idx\` ON \`published_letters\` (\`answered_on\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`published_letters_slug_idx\` ON \`published_letters\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`published_letters_letter_idx\` ON \`published_letters\` (\`letter_id\`);`)
  await db.run(sql`CREATE INDEX \`published_letters_release_at_idx\` ON \`published_letters\` (\`release_at\`);`)
  await db.run(sql`CREATE INDEX \`published_letters_review_review_state_idx\` ON \`published_letters\` (\`review_state\`);`)
  await db.run(sql`CREATE INDEX \`published_letters_updated_at_idx\` ON \`published_letters\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`published_letters_created_at_idx\` ON \`published_letters\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`published_letters__status_idx\` ON \`published_letters\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`published_letters_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`published_letters\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`published_letters_rels_order_idx\` ON \`published_letters_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`published_letters_rels_parent_idx\` ON \`published_letters_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`published_letters_rels_path_idx\` ON \`published_letters_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`published_letters_rels_media_id_idx\` ON \`published_letters_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`_published_letters_v_version_review_steps\` (
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
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_published_letters_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_published_letters_v_version_review_steps_order_idx\` ON \`_published_letters_v_version_review_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_published_letters_v_version_review_steps_parent_id_idx\` ON \`_published_letters_v_version_review_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_published_letters_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_question\` text,
  	\`version_answer\` text,
  	\`version_kind\` text,
  	\`version_agency_id\` integer,
  	\`version_received_on\` text,
  	\`version_answered_on\` text,
  	\`version_english_title\` text,
  	\`version_english_question\` text,
  	\`version_english_answer\` text,
  	\`version_slug\` text,
  	\`version_letter_id\` integer,
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
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`published_letters\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_letter_id\`) REFERENCES \`letters\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_published_letters_v_parent_idx\` ON \`_published_letters_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_published_letters_v_version_version_kind_idx\` ON \`_published_letters_v\` (\`version_kind\`);`)
  await db.run(sql`CREATE INDEX \`_published_letters_v_version_version_agency_idx\` ON \`_published_letters_v\` (\`version_agency_id\`);`)
  await db.run(sql`CREATE INDEX \`_published_letters_v_version_version_answered_on_idx\` ON \`_published_letters_v\` (\`version_answered_on\`);`)
  await db.run(sql`CREATE INDEX \`_published_letters_v_version_version_slug_idx\` ON \`_published_letters_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_published_letters_v_version_version_letter_idx\` ON \`_published_letters_v\` (\`version_letter_id\`);`)
  await db.run(sql`CREATE INDEX \`_published_letters_v_version_version_release_at_idx\` ON \`_published_letters_v\` (\`version_release_at\`);`)
  await db.run(sql`CREATE INDEX \`_published_letters_v_version_review_version_review_state_idx\` ON \`_published_letters_v\` (\`version_review_state\`);`)
  await db.run(sql`CREATE INDEX \`_published_letters_v_version_version_updated_at_idx\` ON \`_published_letters_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_published_letters_v_version_version_created_at_idx\` ON \`_published_letters_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_published_letters_v_version_version__status_idx\` ON \`_published_letters_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_published_letters_v_created_at_idx\` ON \`_published_letters_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_published_letters_v_updated_at_idx\` ON \`_published_letters_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_published_letters_v_snapshot_idx\` ON \`_published_letters_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_published_letters_v_published_locale_idx\` ON \`_published_letters_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_published_letters_v_latest_idx\` ON \`_published_letters_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_published_letters_v_autosave_idx\` ON \`_published_letters_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_published_letters_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_published_letters_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_published_letters_v_rels_order_idx\` ON \`_published_letters_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_published_letters_v_rels_parent_idx\` ON \`_published_letters_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_published_letters_v_rels_path_idx\` ON \`_published_letters_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_published_letters_v_rels_media_id_idx\` ON \`_published_letters_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`subscriptions\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`label\` text,
  	\`subject\` text NOT NULL,
  	\`target\` text,
  	\`frequency\` text DEFAULT 'daily' NOT NULL,
  	\`state\` text DEFAULT 'unconfirmed' NOT NULL,
  	\`email\` text,
  	\`language\` text DEFAULT 'zh-CN',
  	\`confirmed_at\` text,
  	\`left_at\` text,
  	\`last_sent_at\` text,
  	\`told_until\` numeric DEFAULT 0,
  	\`email_hash\` text,
  	\`confirm_hash\` text,
  	\`leave_hash\` text,
  	\`subject_key\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`subscriptions_subject_idx\` ON \`subscriptions\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_target_idx\` ON \`subscriptions\` (\`target\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_state_idx\` ON \`subscriptions\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_told_until_idx\` ON \`subscriptions\` (\`told_until\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_email_hash_idx\` ON \`subscriptions\` (\`email_hash\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`subscriptions_confirm_hash_idx\` ON \`subscriptions\` (\`confirm_hash\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`subscriptions_leave_hash_idx\` ON \`subscriptions\` (\`leave_hash\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`subscriptions_subject_key_idx\` ON \`subscriptions\` (\`subject_key\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_updated_at_idx\` ON \`subscriptions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_created_at_idx\` ON \`subscriptions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`alert_mails\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`subscription_id\` integer NOT NULL,
  	\`kind\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`from\` numeric,
  	\`until\` numeric,
  	\`count\` numeric,
  	\`state\` text DEFAULT 'waiting' NOT NULL,
  	\`attempts\` numeric DEFAULT 0,
  	\`error\` text,
  	\`sent_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`subscription_id\`) REFERENCES \`subscriptions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`alert_mails_subscription_idx\` ON \`alert_mails\` (\`subscription_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`alert_mails_key_idx\` ON \`alert_mails\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`alert_mails_state_idx\` ON \`alert_mails\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`alert_mails_updated_at_idx\` ON \`alert_mails\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`alert_mails_created_at_idx\` ON \`alert_mails\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`publication_events\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`serial\` numeric NOT NULL,
  	\`key\` text NOT NULL,
  	\`record\` text NOT NULL,
  	\`change\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`publication_events_serial_idx\` ON \`publication_events\` (\`serial\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`publication_events_key_idx\` ON \`publication_events\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`publication_events_record_idx\` ON \`publication_events\` (\`record\`);`)
  await db.run(sql`CREATE INDEX \`publication_events_at_idx\` ON \`publication_events\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`publication_events_updated_at_idx\` ON \`publication_events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`publication_events_created_at_idx\` ON \`publication_events\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`media_accounts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`platform\` text NOT NULL,
  	\`url\` text,
  	\`agency_id\` integer NOT NULL,
  	\`followers\` numeric,
  	\`items\` numeric,
  	\`as_of\` text,
  	\`order\` numeric DEFAULT 100,
  	\`retired\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`media_accounts_platform_idx\` ON \`media_accounts\` (\`platform\`);`)
  await db.run(sql`CREATE INDEX \`media_accounts_agency_idx\` ON \`media_accounts\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`media_accounts_order_idx\` ON \`media_accounts\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`media_accounts_updated_at_idx\` ON \`media_accounts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_accounts_created_at_idx\` ON \`media_accounts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`media_accounts_locales\` (
  	\`name\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`media_accounts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`media_accounts_locales_locale_parent_id_unique\` ON \`media_accounts_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`read_counts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`record\` text NOT NULL,
  	\`month\` text NOT NULL,
  	\`count\` numeric DEFAULT 0 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`read_counts_key_idx\` ON \`read_counts\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`read_counts_record_idx\` ON \`read_counts\` (\`record\`);`)
  await db.run(sql`CREATE INDEX \`read_counts_month_idx\` ON \`read_counts\` (\`month\`);`)
  await db.run(sql`CREATE INDEX \`read_counts_updated_at_idx\` ON \`read_counts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`read_counts_created_at_idx\` ON \`read_counts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`response_limits\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`simple_letter_days\` numeric DEFAULT 5 NOT NULL,
  	\`other_letter_days\` numeric DEFAULT 15 NOT NULL,
  	\`routing_days\` numeric DEFAULT 1 NOT NULL,
  	\`correction_days\` numeric DEFAULT 3 NOT NULL,
  	\`record_days\` numeric DEFAULT 20 NOT NULL,
  	\`moderation_days\` numeric DEFAULT 2 NOT NULL,
  	\`outcome_days\` numeric DEFAULT 20 NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_mails\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`application_id\` integer,
  	\`letter_id\` integer,
  	\`kind\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`state\` text DEFAULT 'waiting' NOT NULL,
  	\`attempts\` numeric DEFAULT 0,
  	\`error\` text,
  	\`sent_at\` text,
  	\`message_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`application_id\`) REFERENCES \`applications\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`letter_id\`) REFERENCES \`letters\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_mails\`("id", "application_id", "kind", "key", "state", "attempts", "error", "sent_at", "message_id", "updated_at", "created_at") SELECT "id", "application_id", "kind", "key", "state", "attempts", "error", "sent_at", "message_id", "updated_at", "created_at" FROM \`mails\`;`)
  await db.run(sql`DROP TABLE \`mails\`;`)
  await db.run(sql`ALTER TABLE \`__new_mails\` RENAME TO \`mails\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`mails_application_idx\` ON \`mails\` (\`application_id\`);`)
  await db.run(sql`CREATE INDEX \`mails_letter_idx\` ON \`mails\` (\`letter_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`mails_key_idx\` ON \`mails\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`mails_state_idx\` ON \`mails\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`mails_updated_at_idx\` ON \`mails\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mails_created_at_idx\` ON \`mails\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`case_files\` ADD \`letter_id\` integer REFERENCES letters(id);`)
  await db.run(sql`ALTER TABLE \`case_files\` ADD \`comment_id\` integer REFERENCES comments(id);`)
  await db.run(sql`CREATE INDEX \`case_files_letter_idx\` ON \`case_files\` (\`letter_id\`);`)
  await db.run(sql`CREATE INDEX \`case_files_comment_idx\` ON \`case_files\` (\`comment_id\`);`)
  await db.run(sql`ALTER TABLE \`columns\` ADD \`retired\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`proposals_id\` integer REFERENCES proposals(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`quarterly_notices_id\` integer REFERENCES quarterly_notices(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`policies_id\` integer REFERENCES policies(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`services_id\` integer REFERENCES services(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`service_chains_id\` integer REFERENCES service_chains(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`questions_id\` integer REFERENCES questions(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`consultations_id\` integer REFERENCES consultations(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`comments_id\` integer REFERENCES comments(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`letters_id\` integer REFERENCES letters(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`published_letters_id\` integer REFERENCES published_letters(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`subscriptions_id\` integer REFERENCES subscriptions(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`alert_mails_id\` integer REFERENCES alert_mails(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`publication_events_id\` integer REFERENCES publication_events(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`media_accounts_id\` integer REFERENCES media_accounts(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`read_counts_id\` integer REFERENCES read_counts(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_proposals_id_idx\` ON \`payload_locked_documents_rels\` (\`proposals_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_quarterly_notices_id_idx\` ON \`payload_locked_documents_rels\` (\`quarterly_notices_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_policies_id_idx\` ON \`payload_locked_documents_rels\` (\`policies_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_services_id_idx\` ON \`payload_locked_documents_rels\` (\`services_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_service_chains_id_idx\` ON \`payload_locked_documents_rels\` (\`service_chains_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_questions_id_idx\` ON \`payload_locked_documents_rels\` (\`questions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_consultations_id_idx\` ON \`payload_locked_documents_rels\` (\`consultations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_comments_id_idx\` ON \`payload_locked_documents_rels\` (\`comments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_letters_id_idx\` ON \`payload_locked_documents_rels\` (\`letters_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_published_letters_id_idx\` ON \`payload_locked_documents_rels\` (\`published_letters_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_subscriptions_id_idx\` ON \`payload_locked_documents_rels\` (\`subscriptions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_alert_mails_id_idx\` ON \`payload_locked_documents_rels\` (\`alert_mails_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_publication_events_id_idx\` ON \`payload_locked_documents_rels\` (\`publication_events_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_accounts_id_idx\` ON \`payload_locked_documents_rels\` (\`media_accounts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_read_counts_id_idx\` ON \`payload_locked_documents_rels\` (\`read_counts_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`proposals_review_steps\`;`)
  await db.run(sql`DROP TABLE \`proposals\`;`)
  await db.run(sql`DROP TABLE \`proposals_texts\`;`)
  await db.run(sql`DROP TABLE \`proposals_rels\`;`)
  await db.run(sql`DROP TABLE \`_proposals_v_version_review_steps\`;`)
  await db.run(sql`DROP TABLE \`_proposals_v\`;`)
  await db.run(sql`DROP TABLE \`_proposals_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_proposals_v_rels\`;`)
  await db.run(sql`DROP TABLE \`quarterly_notices_review_steps\`;`)
  await db.run(sql`DROP TABLE \`quarterly_notices\`;`)
  await db.run(sql`DROP TABLE \`quarterly_notices_rels\`;`)
  await db.run(sql`DROP TABLE \`_quarterly_notices_v_version_review_steps\`;`)
  await db.run(sql`DROP TABLE \`_quarterly_notices_v\`;`)
  await db.run(sql`DROP TABLE \`_quarterly_notices_v_rels\`;`)
  await db.run(sql`DROP TABLE \`policies_materials\`;`)
  await db.run(sql`DROP TABLE \`policies_process\`;`)
  await db.run(sql`DROP TABLE \`policies_sources\`;`)
  await db.run(sql`DROP TABLE \`policies_fits_trades\`;`)
  await db.run(sql`DROP TABLE \`policies_fits_sizes\`;`)
  await db.run(sql`DROP TABLE \`policies_fits_needs\`;`)
  await db.run(sql`DROP TABLE \`policies_review_steps\`;`)
  await db.run(sql`DROP TABLE \`policies\`;`)
  await db.run(sql`DROP TABLE \`policies_rels\`;`)
  await db.run(sql`DROP TABLE \`_policies_v_version_materials\`;`)
  await db.run(sql`DROP TABLE \`_policies_v_version_process\`;`)
  await db.run(sql`DROP TABLE \`_policies_v_version_sources\`;`)
  await db.run(sql`DROP TABLE \`_policies_v_version_fits_trades\`;`)
  await db.run(sql`DROP TABLE \`_policies_v_version_fits_sizes\`;`)
  await db.run(sql`DROP TABLE \`_policies_v_version_fits_needs\`;`)
  await db.run(sql`DROP TABLE \`_policies_v_version_review_steps\`;`)
  await db.run(sql`DROP TABLE \`_policies_v\`;`)
  await db.run(sql`DROP TABLE \`_policies_v_rels\`;`)
  await db.run(sql`DROP TABLE \`services_audience\`;`)
  await db.run(sql`DROP TABLE \`services_materials\`;`)
  await db.run(sql`DROP TABLE \`services_process\`;`)
  await db.run(sql`DROP TABLE \`services_review_steps\`;`)
  await db.run(sql`DROP TABLE \`services\`;`)
  await db.run(sql`DROP TABLE \`services_rels\`;`)
  await db.run(sql`DROP TABLE \`_services_v_version_audience\`;`)
  await db.run(sql`DROP TABLE \`_services_v_version_materials\`;`)
  await db.run(sql`DROP TABLE \`_services_v_version_process\`;`)
  await db.run(sql`DROP TABLE \`_services_v_version_review_steps\`;`)
  await db.run(sql`DROP TABLE \`_services_v\`;`)
  await db.run(sql`DROP TABLE \`_services_v_rels\`;`)
  await db.run(sql`DROP TABLE \`service_chains_audience\`;`)
  await db.run(sql`DROP TABLE \`service_chains_steps\`;`)
  await db.run(sql`DROP TABLE \`service_chains_review_steps\`;`)
  await db.run(sql`DROP TABLE \`service_chains\`;`)
  await db.run(sql`DROP TABLE \`service_chains_rels\`;`)
  await db.run(sql`DROP TABLE \`_service_chains_v_version_audience\`;`)
  await db.run(sql`DROP TABLE \`_service_chains_v_version_steps\`;`)
  await db.run(sql`DROP TABLE \`_service_chains_v_version_review_steps\`;`)
  await db.run(sql`DROP TABLE \`_service_chains_v\`;`)
  await db.run(sql`DROP TABLE \`_service_chains_v_rels\`;`)
  await db.run(sql`DROP TABLE \`questions_sources\`;`)
  await db.run(sql`DROP TABLE \`questions_review_steps\`;`)
  await db.run(sql`DROP TABLE \`questions\`;`)
  await db.run(sql`DROP TABLE \`questions_texts\`;`)
  await db.run(sql`DROP TABLE \`questions_rels\`;`)
  await db.run(sql`DROP TABLE \`_questions_v_version_sources\`;`)
  await db.run(sql`DROP TABLE \`_questions_v_version_review_steps\`;`)
  await db.run(sql`DROP TABLE \`_questions_v\`;`)
  await db.run(sql`DROP TABLE \`_questions_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_questions_v_rels\`;`)
  await db.run(sql`DROP TABLE \`consultations_participation\`;`)
  await db.run(sql`DROP TABLE \`consultations_outcome_points\`;`)
  await db.run(sql`DROP TABLE \`consultations_review_steps\`;`)
  await db.run(sql`DROP TABLE \`consultations\`;`)
  await db.run(sql`DROP TABLE \`consultations_rels\`;`)
  await db.run(sql`DROP TABLE \`_consultations_v_version_participation\`;`)
  await db.run(sql`DROP TABLE \`_consultations_v_version_outcome_points\`;`)
  await db.run(sql`DROP TABLE \`_consultations_v_version_review_steps\`;`)
  await db.run(sql`DROP TABLE \`_consultations_v\`;`)
  await db.run(sql`DROP TABLE \`_consultations_v_rels\`;`)
  await db.run(sql`DROP TABLE \`comments\`;`)
  await db.run(sql`DROP TABLE \`letters\`;`)
  await db.run(sql`DROP TABLE \`published_letters_review_steps\`;`)
  await db.run(sql`DROP TABLE \`published_letters\`;`)
  await db.run(sql`DROP TABLE \`published_letters_rels\`;`)
  await db.run(sql`DROP TABLE \`_published_letters_v_version_review_steps\`;`)
  await db.run(sql`DROP TABLE \`_published_letters_v\`;`)
  await db.run(sql`DROP TABLE \`_published_letters_v_rels\`;`)
  await db.run(sql`DROP TABLE \`subscriptions\`;`)
  await db.run(sql`DROP TABLE \`alert_mails\`;`)
  await db.run(sql`DROP TABLE \`publication_events\`;`)
  await db.run(sql`DROP TABLE \`media_accounts\`;`)
  await db.run(sql`DROP TABLE \`media_accounts_locales\`;`)
  await db.run(sql`DROP TABLE \`read_counts\`;`)
  await db.run(sql`DROP TABLE \`response_limits\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_case_files\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`application_id\` integer,
  	\`purpose\` text DEFAULT 'other' NOT NULL,
  	\`original_id\` integer,
  	\`findings\` text,
  	\`is_releasable\` integer DEFAULT false,
  	\`draft_hash\` text,
  	\`checksum\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	FOREIGN KEY (\`application_id\`) REFERENCES \`applications\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`original_id\`) REFERENCES \`case_files\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_case_files\`("id", "title", "application_id", "purpose", "original_id", "findings", "is_releasable", "draft_hash", "checksum", "updated_at", "created_at", "url", "thumbnail_u_r_l", "filename", "mime_type", "filesize", "width", "height") SELECT "id", "title", "application_id", "purpose", "original_id", "findings", "is_releasable", "draft_hash", "checksum", "updated_at", "created_at", "url", "thumbnail_u_r_l", "filename", "mime_type", "filesize", "width", "height" FROM \`case_files\`;`)
  await db.run(sql`DROP TABLE \`case_files\`;`)
  await db.run(sql`ALTER TABLE \`__new_case_files\` RENAME TO \`case_files\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`case_files_application_idx\` ON \`case_files\` (\`application_id\`);`)
  await db.run(sql`CREATE INDEX \`case_files_purpose_idx\` ON \`case_files\` (\`purpose\`);`)
  await db.run(sql`CREATE INDEX \`case_files_original_idx\` ON \`case_files\` (\`original_id\`);`)
  await db.run(sql`CREATE INDEX \`case_files_draft_hash_idx\` ON \`case_files\` (\`draft_hash\`);`)
  await db.run(sql`CREATE INDEX \`case_files_updated_at_idx\` ON \`case_files\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`case_files_created_at_idx\` ON \`case_files\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`case_files_filename_idx\` ON \`case_files\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`__new_mails\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`application_id\` integer NOT NULL,
  	\`kind\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`state\` text DEFAULT 'waiting' NOT NULL,
  	\`attempts\` numeric DEFAULT 0,
  	\`error\` text,
  	\`sent_at\` text,
  	\`message_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`application_id\`) REFERENCES \`applications\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_mails\`("id", "application_id", "kind", "key", "state", "attempts", "error", "sent_at", "message_id", "updated_at", "created_at") SELECT "id", "application_id", "kind", "key", "state", "attempts", "error", "sent_at", "message_id", "updated_at", "created_at" FROM \`mails\`;`)
  await db.run(sql`DROP TABLE \`mails\`;`)
  await db.run(sql`ALTER TABLE \`__new_mails\` RENAME TO \`mails\`;`)
  await db.run(sql`CREATE INDEX \`mails_application_idx\` ON \`mails\` (\`application_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`mails_key_idx\` ON \`mails\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`mails_state_idx\` ON \`mails\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`mails_updated_at_idx\` ON \`mails\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mails_created_at_idx\` ON \`mails\` (\`created_at\`);`)
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
  	\`search_synonyms_id\` integer,
  	\`search_pins_id\` integer,
  	\`holiday_notices_id\` integer,
  	\`file_texts_id\` integer,
  	\`search_counts_id\` integer,
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
  	FOREIGN KEY (\`search_synonyms_id\`) REFERENCES \`search_synonyms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`search_pins_id\`) REFERENCES \`search_pins\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`holiday_notices_id\`) REFERENCES \`holiday_notices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`file_texts_id\`) REFERENCES \`file_texts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`search_counts_id\`) REFERENCES \`search_counts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`application_drafts_id\`) REFERENCES \`application_drafts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`report_reminders_id\`) REFERENCES \`report_reminders\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`counters_id\`) REFERENCES \`counters\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "documents_id", "interpretations_id", "topics_id", "annual_reports_id", "website_reports_id", "pages_id", "published_answers_id", "citations_id", "withheld_items_id", "withdrawals_id", "applications_id", "case_files_id", "proceedings_id", "letter_templates_id", "mails_id", "agencies_id", "columns_id", "catalogue_items_id", "files_id", "media_id", "users_id", "search_synonyms_id", "search_pins_id", "holiday_notices_id", "file_texts_id", "search_counts_id", "application_drafts_id", "report_reminders_id", "counters_id") SELECT "id", "order", "parent_id", "path", "documents_id", "interpretations_id", "topics_id", "annual_reports_id", "website_reports_id", "pages_id", "published_answers_id", "citations_id", "withheld_items_id", "withdrawals_id", "applications_id", "case_files_id", "proceedings_id", "letter_templates_id", "mails_id", "agencies_id", "columns_id", "catalogue_items_id", "files_id", "media_id", "users_id", "search_synonyms_id", "search_pins_id", "holiday_notices_id", "file_texts_id", "search_counts_id", "application_drafts_id", "report_reminders_id", "counters_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_search_synonyms_id_idx\` ON \`payload_locked_documents_rels\` (\`search_synonyms_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_search_pins_id_idx\` ON \`payload_locked_documents_rels\` (\`search_pins_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_holiday_notices_id_idx\` ON \`payload_locked_documents_rels\` (\`holiday_notices_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_file_texts_id_idx\` ON \`payload_locked_documents_rels\` (\`file_texts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_search_counts_id_idx\` ON \`payload_locked_documents_rels\` (\`search_counts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_application_drafts_id_idx\` ON \`payload_locked_documents_rels\` (\`application_drafts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_report_reminders_id_idx\` ON \`payload_locked_documents_rels\` (\`report_reminders_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_counters_id_idx\` ON \`payload_locked_documents_rels\` (\`counters_id\`);`)
  await db.run(sql`ALTER TABLE \`columns\` DROP COLUMN \`retired\`;`)
}
