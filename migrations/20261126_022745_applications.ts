import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`case_files\` (
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
  await db.run(sql`CREATE INDEX \`case_files_application_idx\` ON \`case_files\` (\`application_id\`);`)
  await db.run(sql`CREATE INDEX \`case_files_purpose_idx\` ON \`case_files\` (\`purpose\`);`)
  await db.run(sql`CREATE INDEX \`case_files_original_idx\` ON \`case_files\` (\`original_id\`);`)
  await db.run(sql`CREATE INDEX \`case_files_draft_hash_idx\` ON \`case_files\` (\`draft_hash\`);`)
  await db.run(sql`CREATE INDEX \`case_files_updated_at_idx\` ON \`case_files\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`case_files_created_at_idx\` ON \`case_files\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`case_files_filename_idx\` ON \`case_files\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`letter_templates\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`body\` text NOT NULL,
  	\`note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`letter_templates_kind_idx\` ON \`letter_templates\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`letter_templates_updated_at_idx\` ON \`letter_templates\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`letter_templates_created_at_idx\` ON \`letter_templates\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`mails\` (
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
  await db.run(sql`CREATE INDEX \`mails_application_idx\` ON \`mails\` (\`application_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`mails_key_idx\` ON \`mails\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`mails_state_idx\` ON \`mails\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`mails_updated_at_idx\` ON \`mails\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mails_created_at_idx\` ON \`mails\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`holiday_notices_off\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`holiday\` text NOT NULL,
  	\`from\` text NOT NULL,
  	\`to\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`holiday_notices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`holiday_notices_off_order_idx\` ON \`holiday_notices_off\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`holiday_notices_off_parent_id_idx\` ON \`holiday_notices_off\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`holiday_notices_worked\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`on\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`holiday_notices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`holiday_notices_worked_order_idx\` ON \`holiday_notices_worked\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`holiday_notices_worked_parent_id_idx\` ON \`holiday_notices_worked\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`holiday_notices\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`year\` numeric NOT NULL,
  	\`source\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`holiday_notices_year_idx\` ON \`holiday_notices\` (\`year\`);`)
  await db.run(sql`CREATE INDEX \`holiday_notices_updated_at_idx\` ON \`holiday_notices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`holiday_notices_created_at_idx\` ON \`holiday_notices\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`application_drafts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`key_hash\` text NOT NULL,
  	\`content\` text NOT NULL,
  	\`expires_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`application_drafts_key_hash_idx\` ON \`application_drafts\` (\`key_hash\`);`)
  await db.run(sql`CREATE INDEX \`application_drafts_expires_at_idx\` ON \`application_drafts\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`application_drafts_updated_at_idx\` ON \`application_drafts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`application_drafts_created_at_idx\` ON \`application_drafts\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`language\` text DEFAULT 'zh-CN';`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`identity_hash\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`name_hash\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`phone_hash\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`email_hash\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`history\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`consultations\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`letters\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`supplement_missing\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`supplement_term_on\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`supplement_text\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`extension_state\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`extension_working_days\` numeric;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`extension_reason\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`fee_basis\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`fee_count\` numeric;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`fee_yuan\` numeric;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`fee_term_on\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`reasons_text\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`reply_overrides_objection\` integer;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`rating_score\` numeric;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`rating_comment\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`stopped\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`assignee_id\` integer REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`closed_on\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`served_on\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`revision\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`acting_since\` numeric;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`letter_numbers\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`request_key\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`filing_key\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`ledger_key\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`deletion_asked_on\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`erased_on\` text;`)
  await db.run(sql`CREATE INDEX \`applications_identity_hash_idx\` ON \`applications\` (\`identity_hash\`);`)
  await db.run(sql`CREATE INDEX \`applications_name_hash_idx\` ON \`applications\` (\`name_hash\`);`)
  await db.run(sql`CREATE INDEX \`applications_phone_hash_idx\` ON \`applications\` (\`phone_hash\`);`)
  await db.run(sql`CREATE INDEX \`applications_email_hash_idx\` ON \`applications\` (\`email_hash\`);`)
  await db.run(sql`CREATE INDEX \`applications_reply_reply_kind_idx\` ON \`applications\` (\`reply_kind\`);`)
  await db.run(sql`CREATE INDEX \`applications_reply_reply_decided_on_idx\` ON \`applications\` (\`reply_decided_on\`);`)
  await db.run(sql`CREATE INDEX \`applications_assignee_idx\` ON \`applications\` (\`assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`applications_filed_on_idx\` ON \`applications\` (\`filed_on\`);`)
  await db.run(sql`CREATE INDEX \`applications_closed_on_idx\` ON \`applications\` (\`closed_on\`);`)
  await db.run(sql`CREATE INDEX \`applications_request_key_idx\` ON \`applications\` (\`request_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`applications_filing_key_idx\` ON \`applications\` (\`filing_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`applications_ledger_key_idx\` ON \`applications\` (\`ledger_key\`);`)
  await db.run(sql`CREATE INDEX \`applications_erased_on_idx\` ON \`applications\` (\`erased_on\`);`)
  // What was a table of steps is one value of the row now, each step with the action that it was.
  await db.run(sql`UPDATE applications SET history = (
  	SELECT json_group_array(json_object('action', s.action, 'status', CASE s.status WHEN 'extended' THEN 'in-progress' ELSE s.status END,
  		'on', s."on", 'at', s.at, 'by', s.by, 'byId', NULL, 'role', 'officer', 'reason', s.note,
  		'workingDays', CASE s.action WHEN 'extend' THEN s.extension_workdays END))
  	FROM (
  		SELECT h._parent_id, h.status, h.at, h."by", h.note, a.extension_workdays,
  			CASE
  				WHEN h._order = 1 THEN 'register'
  				WHEN h.status = lag(h.status) OVER steps THEN 'note'
  				WHEN h.status = 'confirmed' THEN 'confirm'
  				WHEN h.status = 'supplement-requested' THEN 'request-supplement'
  				WHEN h.status = 'in-progress' AND lag(h.status) OVER steps = 'supplement-requested' THEN 'receive-supplement'
  				WHEN h.status = 'in-progress' THEN 'dispatch'
  				WHEN h.status = 'extended' THEN 'extend'
  				WHEN h.status = 'answered' THEN 'issue'
  				WHEN h.status = 'lapsed' THEN 'lapse'
  				WHEN h.status = 'withdrawn' THEN 'withdraw'
  				WHEN h.status = 'archived' THEN 'archive'
  				ELSE 'note'
  			END AS action,
  			CASE
  				WHEN h._order = 1 THEN substr(coalesce(a.signed_on, a.filed_on, h.at), 1, 10)
  				WHEN h.status = 'confirmed' AND a.confirmed_on IS NOT NULL THEN substr(a.confirmed_on, 1, 10)
  				WHEN h.status = 'supplement-requested' AND a.supplement_requested_on IS NOT NULL THEN substr(a.supplement_requested_on, 1, 10)
  				WHEN h.status = 'answered' AND a.reply_decided_on IS NOT NULL THEN substr(a.reply_decided_on, 1, 10)
  				ELSE date(h.at, '+8 hours')
  			END AS "on"
  		FROM applications_history h JOIN applications a ON a.id = h._parent_id
  		WHERE h._parent_id = applications.id
  		WINDOW steps AS (PARTITION BY h._parent_id ORDER BY h._order)
  		ORDER BY h._order
  	) s
  );`)
  await db.run(sql`UPDATE applications SET
  	letters = CASE WHEN reply_letter IS NULL THEN NULL ELSE json_array(json_object(
  		'kind', CASE reply_kind WHEN 'granted' THEN 'decision-disclosure' WHEN 'already-public' THEN 'decision-public'
  			WHEN 'partial' THEN 'decision-partial' WHEN 'not-existing' THEN 'decision-not-held' WHEN 'not-ours' THEN 'decision-not-ours'
  			ELSE CASE WHEN reply_kind LIKE 'refused-%' THEN 'decision-refusal' ELSE 'decision-other' END END,
  		'number', reply_number, 'on', substr(reply_decided_on, 1, 10), 'to', 'applicant', 'step', 0,
  		'content', json_object('kind', 'decision-other', 'title', '', 'number', NULL, 'addressee', '',
  			'paragraphs', json('[{"text":' || replace(json_quote(reply_letter), '\\n', '"},{"text":"') || '}]'),
  			'agency', '', 'date', substr(reply_decided_on, 1, 10)) || '')) END,
  	letter_numbers = CASE WHEN reply_number IS NULL THEN NULL ELSE '|' || reply_number || '|' END,
  	extension_state = CASE WHEN status = 'extended' OR extension_workdays IS NOT NULL THEN 'approved' END,
  	extension_working_days = extension_workdays,
  	closed_on = CASE WHEN status IN ('answered', 'lapsed', 'withdrawn', 'archived') THEN coalesce(reply_decided_on, updated_at) END,
  	status = CASE status WHEN 'extended' THEN 'in-progress' ELSE status END;`)
  await db.run(sql`DROP TABLE \`applications_history\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`reply_letter\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`confirmed_on\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`supplement_requested_on\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`supplement_received_on\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`extension_workdays\`;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`case_files_id\` integer REFERENCES case_files(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`letter_templates_id\` integer REFERENCES letter_templates(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`mails_id\` integer REFERENCES mails(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`holiday_notices_id\` integer REFERENCES holiday_notices(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`application_drafts_id\` integer REFERENCES application_drafts(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_case_files_id_idx\` ON \`payload_locked_documents_rels\` (\`case_files_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_letter_templates_id_idx\` ON \`payload_locked_documents_rels\` (\`letter_templates_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mails_id_idx\` ON \`payload_locked_documents_rels\` (\`mails_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_holiday_notices_id_idx\` ON \`payload_locked_documents_rels\` (\`holiday_notices_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_application_drafts_id_idx\` ON \`payload_locked_documents_rels\` (\`application_drafts_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`applications_history\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`status\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`by\` text,
  	\`note\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`applications\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`applications_history_order_idx\` ON \`applications_history\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`applications_history_parent_id_idx\` ON \`applications_history\` (\`_parent_id\`);`)
  await db.run(sql`DROP TABLE \`case_files\`;`)
  await db.run(sql`DROP TABLE \`letter_templates\`;`)
  await db.run(sql`DROP TABLE \`mails\`;`)
  await db.run(sql`DROP TABLE \`holiday_notices_off\`;`)
  await db.run(sql`DROP TABLE \`holiday_notices_worked\`;`)
  await db.run(sql`DROP TABLE \`holiday_notices\`;`)
  await db.run(sql`DROP TABLE \`application_drafts\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_applications\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`information_title\` text NOT NULL,
  	\`information_number\` text,
  	\`description\` text,
  	\`form\` text NOT NULL,
  	\`delivery\` text NOT NULL,
  	\`agency_id\` integer,
  	\`applicant_kind\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`representative\` text,
  	\`id_type\` text,
  	\`id_number\` text,
  	\`credit_code\` text,
  	\`phone\` text,
  	\`email\` text,
  	\`address\` text,
  	\`postcode\` text,
  	\`reply_kind\` text,
  	\`reply_number\` text,
  	\`reply_facts\` text,
  	\`reply_decision\` text,
  	\`reply_decided_on\` text,
  	\`reply_letter\` text,
  	\`status\` text DEFAULT 'received' NOT NULL,
  	\`receipt_number\` text,
  	\`channel\` text DEFAULT 'internet' NOT NULL,
  	\`filed_on\` text,
  	\`received_on\` text,
  	\`signed_on\` text,
  	\`confirmed_on\` text,
  	\`supplement_requested_on\` text,
  	\`supplement_received_on\` text,
  	\`extension_workdays\` numeric,
  	\`due_on\` text,
  	\`is_provisional\` integer,
  	\`query_hash\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_applications\`("id", "information_title", "information_number", "description", "form", "delivery", "agency_id", "applicant_kind", "name", "representative", "id_type", "id_number", "credit_code", "phone", "email", "address", "postcode", "reply_kind", "reply_number", "reply_facts", "reply_decision", "reply_decided_on", "reply_letter", "status", "receipt_number", "channel", "filed_on", "received_on", "signed_on", "confirmed_on", "supplement_requested_on", "supplement_received_on", "extension_workdays", "due_on", "is_provisional", "query_hash", "updated_at", "created_at") SELECT "id", "information_title", "information_number", "description", "form", "delivery", "agency_id", "applicant_kind", "name", "representative", "id_type", "id_number", "credit_code", "phone", "email", "address", "postcode", "reply_kind", "reply_number", "reply_facts", "reply_decision", "reply_decided_on", "reply_letter", "status", "receipt_number", "channel", "filed_on", "received_on", "signed_on", "confirmed_on", "supplement_requested_on", "supplement_received_on", "extension_workdays", "due_on", "is_provisional", "query_hash", "updated_at", "created_at" FROM \`applications\`;`)
  await db.run(sql`DROP TABLE \`applications\`;`)
  await db.run(sql`ALTER TABLE \`__new_applications\` RENAME TO \`applications\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`applications_agency_idx\` ON \`applications\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`applications_applicant_kind_idx\` ON \`applications\` (\`applicant_kind\`);`)
  await db.run(sql`CREATE INDEX \`applications_status_idx\` ON \`applications\` (\`status\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`applications_receipt_number_idx\` ON \`applications\` (\`receipt_number\`);`)
  await db.run(sql`CREATE INDEX \`applications_received_on_idx\` ON \`applications\` (\`received_on\`);`)
  await db.run(sql`CREATE INDEX \`applications_due_on_idx\` ON \`applications\` (\`due_on\`);`)
  await db.run(sql`CREATE INDEX \`applications_updated_at_idx\` ON \`applications\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`applications_created_at_idx\` ON \`applications\` (\`created_at\`);`)
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
  	\`agencies_id\` integer,
  	\`columns_id\` integer,
  	\`catalogue_items_id\` integer,
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
  	FOREIGN KEY (\`citations_id\`) REFERENCES \`citations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`withheld_items_id\`) REFERENCES \`withheld_items\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`withdrawals_id\`) REFERENCES \`withdrawals\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`applications_id\`) REFERENCES \`applications\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`agencies_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`columns_id\`) REFERENCES \`columns\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`catalogue_items_id\`) REFERENCES \`catalogue_items\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`files_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`counters_id\`) REFERENCES \`counters\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "documents_id", "interpretations_id", "topics_id", "annual_reports_id", "pages_id", "citations_id", "withheld_items_id", "withdrawals_id", "applications_id", "agencies_id", "columns_id", "catalogue_items_id", "files_id", "media_id", "users_id", "counters_id") SELECT "id", "order", "parent_id", "path", "documents_id", "interpretations_id", "topics_id", "annual_reports_id", "pages_id", "citations_id", "withheld_items_id", "withdrawals_id", "applications_id", "agencies_id", "columns_id", "catalogue_items_id", "files_id", "media_id", "users_id", "counters_id" FROM \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_citations_id_idx\` ON \`payload_locked_documents_rels\` (\`citations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_withheld_items_id_idx\` ON \`payload_locked_documents_rels\` (\`withheld_items_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_withdrawals_id_idx\` ON \`payload_locked_documents_rels\` (\`withdrawals_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_applications_id_idx\` ON \`payload_locked_documents_rels\` (\`applications_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_agencies_id_idx\` ON \`payload_locked_documents_rels\` (\`agencies_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_columns_id_idx\` ON \`payload_locked_documents_rels\` (\`columns_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_catalogue_items_id_idx\` ON \`payload_locked_documents_rels\` (\`catalogue_items_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_files_id_idx\` ON \`payload_locked_documents_rels\` (\`files_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_counters_id_idx\` ON \`payload_locked_documents_rels\` (\`counters_id\`);`)
}
