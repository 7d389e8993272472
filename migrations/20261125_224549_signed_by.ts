import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`documents\` ADD \`signed_by_editor\` text;`)
  await db.run(sql`ALTER TABLE \`documents\` ADD \`signed_by_clerk\` text;`)
  await db.run(sql`ALTER TABLE \`documents\` ADD \`signed_by_leader\` text;`)
  await db.run(sql`ALTER TABLE \`documents\` ADD \`signed_by_on\` text;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` ADD \`version_signed_by_editor\` text;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` ADD \`version_signed_by_clerk\` text;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` ADD \`version_signed_by_leader\` text;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` ADD \`version_signed_by_on\` text;`)
  await db.run(sql`ALTER TABLE \`interpretations\` ADD \`signed_by_editor\` text;`)
  await db.run(sql`ALTER TABLE \`interpretations\` ADD \`signed_by_clerk\` text;`)
  await db.run(sql`ALTER TABLE \`interpretations\` ADD \`signed_by_leader\` text;`)
  await db.run(sql`ALTER TABLE \`interpretations\` ADD \`signed_by_on\` text;`)
  await db.run(sql`ALTER TABLE \`_interpretations_v\` ADD \`version_signed_by_editor\` text;`)
  await db.run(sql`ALTER TABLE \`_interpretations_v\` ADD \`version_signed_by_clerk\` text;`)
  await db.run(sql`ALTER TABLE \`_interpretations_v\` ADD \`version_signed_by_leader\` text;`)
  await db.run(sql`ALTER TABLE \`_interpretations_v\` ADD \`version_signed_by_on\` text;`)
  await db.run(sql`ALTER TABLE \`topics\` ADD \`signed_by_editor\` text;`)
  await db.run(sql`ALTER TABLE \`topics\` ADD \`signed_by_clerk\` text;`)
  await db.run(sql`ALTER TABLE \`topics\` ADD \`signed_by_leader\` text;`)
  await db.run(sql`ALTER TABLE \`topics\` ADD \`signed_by_on\` text;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` ADD \`version_signed_by_editor\` text;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` ADD \`version_signed_by_clerk\` text;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` ADD \`version_signed_by_leader\` text;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` ADD \`version_signed_by_on\` text;`)
  await db.run(sql`ALTER TABLE \`annual_reports\` ADD \`signed_by_editor\` text;`)
  await db.run(sql`ALTER TABLE \`annual_reports\` ADD \`signed_by_clerk\` text;`)
  await db.run(sql`ALTER TABLE \`annual_reports\` ADD \`signed_by_leader\` text;`)
  await db.run(sql`ALTER TABLE \`annual_reports\` ADD \`signed_by_on\` text;`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v\` ADD \`version_signed_by_editor\` text;`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v\` ADD \`version_signed_by_clerk\` text;`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v\` ADD \`version_signed_by_leader\` text;`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v\` ADD \`version_signed_by_on\` text;`)
  await db.run(sql`ALTER TABLE \`pages\` ADD \`signed_by_editor\` text;`)
  await db.run(sql`ALTER TABLE \`pages\` ADD \`signed_by_clerk\` text;`)
  await db.run(sql`ALTER TABLE \`pages\` ADD \`signed_by_leader\` text;`)
  await db.run(sql`ALTER TABLE \`pages\` ADD \`signed_by_on\` text;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_signed_by_editor\` text;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_signed_by_clerk\` text;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_signed_by_leader\` text;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_signed_by_on\` text;`)
  await db.run(sql`ALTER TABLE \`withheld_items\` ADD \`application_id\` integer REFERENCES applications(id);`)
  await db.run(sql`CREATE INDEX \`withheld_items_application_idx\` ON \`withheld_items\` (\`application_id\`);`)
  await db.run(sql`ALTER TABLE \`withdrawals\` ADD \`restored_on\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_withheld_items\` (
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
  await db.run(sql`INSERT INTO \`__new_withheld_items\`("id", "title", "number", "agency_id", "ground", "reason", "decided_on", "reassess_on", "state", "document_id", "updated_at", "created_at") SELECT "id", "title", "number", "agency_id", "ground", "reason", "decided_on", "reassess_on", "state", "document_id", "updated_at", "created_at" FROM \`withheld_items\`;`)
  await db.run(sql`DROP TABLE \`withheld_items\`;`)
  await db.run(sql`ALTER TABLE \`__new_withheld_items\` RENAME TO \`withheld_items\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`withheld_items_agency_idx\` ON \`withheld_items\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`withheld_items_reassess_on_idx\` ON \`withheld_items\` (\`reassess_on\`);`)
  await db.run(sql`CREATE INDEX \`withheld_items_state_idx\` ON \`withheld_items\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`withheld_items_document_idx\` ON \`withheld_items\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`withheld_items_updated_at_idx\` ON \`withheld_items\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`withheld_items_created_at_idx\` ON \`withheld_items\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`documents\` DROP COLUMN \`signed_by_editor\`;`)
  await db.run(sql`ALTER TABLE \`documents\` DROP COLUMN \`signed_by_clerk\`;`)
  await db.run(sql`ALTER TABLE \`documents\` DROP COLUMN \`signed_by_leader\`;`)
  await db.run(sql`ALTER TABLE \`documents\` DROP COLUMN \`signed_by_on\`;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` DROP COLUMN \`version_signed_by_editor\`;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` DROP COLUMN \`version_signed_by_clerk\`;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` DROP COLUMN \`version_signed_by_leader\`;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` DROP COLUMN \`version_signed_by_on\`;`)
  await db.run(sql`ALTER TABLE \`interpretations\` DROP COLUMN \`signed_by_editor\`;`)
  await db.run(sql`ALTER TABLE \`interpretations\` DROP COLUMN \`signed_by_clerk\`;`)
  await db.run(sql`ALTER TABLE \`interpretations\` DROP COLUMN \`signed_by_leader\`;`)
  await db.run(sql`ALTER TABLE \`interpretations\` DROP COLUMN \`signed_by_on\`;`)
  await db.run(sql`ALTER TABLE \`_interpretations_v\` DROP COLUMN \`version_signed_by_editor\`;`)
  await db.run(sql`ALTER TABLE \`_interpretations_v\` DROP COLUMN \`version_signed_by_clerk\`;`)
  await db.run(sql`ALTER TABLE \`_interpretations_v\` DROP COLUMN \`version_signed_by_leader\`;`)
  await db.run(sql`ALTER TABLE \`_interpretations_v\` DROP COLUMN \`version_signed_by_on\`;`)
  await db.run(sql`ALTER TABLE \`topics\` DROP COLUMN \`signed_by_editor\`;`)
  await db.run(sql`ALTER TABLE \`topics\` DROP COLUMN \`signed_by_clerk\`;`)
  await db.run(sql`ALTER TABLE \`topics\` DROP COLUMN \`signed_by_leader\`;`)
  await db.run(sql`ALTER TABLE \`topics\` DROP COLUMN \`signed_by_on\`;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` DROP COLUMN \`version_signed_by_editor\`;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` DROP COLUMN \`version_signed_by_clerk\`;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` DROP COLUMN \`version_signed_by_leader\`;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` DROP COLUMN \`version_signed_by_on\`;`)
  await db.run(sql`ALTER TABLE \`annual_reports\` DROP COLUMN \`signed_by_editor\`;`)
  await db.run(sql`ALTER TABLE \`annual_reports\` DROP COLUMN \`signed_by_clerk\`;`)
  await db.run(sql`ALTER TABLE \`annual_reports\` DROP COLUMN \`signed_by_leader\`;`)
  await db.run(sql`ALTER TABLE \`annual_reports\` DROP COLUMN \`signed_by_on\`;`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v\` DROP COLUMN \`version_signed_by_editor\`;`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v\` DROP COLUMN \`version_signed_by_clerk\`;`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v\` DROP COLUMN \`version_signed_by_leader\`;`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v\` DROP COLUMN \`version_signed_by_on\`;`)
  await db.run(sql`ALTER TABLE \`pages\` DROP COLUMN \`signed_by_editor\`;`)
  await db.run(sql`ALTER TABLE \`pages\` DROP COLUMN \`signed_by_clerk\`;`)
  await db.run(sql`ALTER TABLE \`pages\` DROP COLUMN \`signed_by_leader\`;`)
  await db.run(sql`ALTER TABLE \`pages\` DROP COLUMN \`signed_by_on\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` DROP COLUMN \`version_signed_by_editor\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` DROP COLUMN \`version_signed_by_clerk\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` DROP COLUMN \`version_signed_by_leader\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` DROP COLUMN \`version_signed_by_on\`;`)
  await db.run(sql`ALTER TABLE \`withdrawals\` DROP COLUMN \`restored_on\`;`)
}
