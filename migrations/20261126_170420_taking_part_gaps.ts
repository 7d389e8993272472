import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`consultations\` ADD \`shortened_because\` text;`)
  await db.run(sql`ALTER TABLE \`_consultations_v\` ADD \`version_shortened_because\` text;`)
  await db.run(sql`ALTER TABLE \`alert_mails\` ADD \`message_id\` text;`)
  await db.run(sql`CREATE INDEX \`alert_mails_message_id_idx\` ON \`alert_mails\` (\`message_id\`);`)
  await db.run(sql`ALTER TABLE \`search_pins_rels\` ADD \`consultations_id\` integer REFERENCES consultations(id) ON DELETE cascade;`)
  await db.run(sql`ALTER TABLE \`search_pins_rels\` ADD \`policies_id\` integer REFERENCES policies(id) ON DELETE cascade;`)
  await db.run(sql`ALTER TABLE \`search_pins_rels\` ADD \`services_id\` integer REFERENCES services(id) ON DELETE cascade;`)
  await db.run(sql`ALTER TABLE \`search_pins_rels\` ADD \`service_chains_id\` integer REFERENCES service_chains(id) ON DELETE cascade;`)
  await db.run(sql`ALTER TABLE \`search_pins_rels\` ADD \`questions_id\` integer REFERENCES questions(id) ON DELETE cascade;`)
  await db.run(sql`ALTER TABLE \`search_pins_rels\` ADD \`proposals_id\` integer REFERENCES proposals(id) ON DELETE cascade;`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_consultations_id_idx\` ON \`search_pins_rels\` (\`consultations_id\`);`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_policies_id_idx\` ON \`search_pins_rels\` (\`policies_id\`);`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_services_id_idx\` ON \`search_pins_rels\` (\`services_id\`);`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_service_chains_id_idx\` ON \`search_pins_rels\` (\`service_chains_id\`);`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_questions_id_idx\` ON \`search_pins_rels\` (\`questions_id\`);`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_proposals_id_idx\` ON \`search_pins_rels\` (\`proposals_id\`);`)
  await db.run(sql`CREATE INDEX \`mails_message_id_idx\` ON \`mails\` (\`message_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_search_pins_rels\` (
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
  await db.run(sql`INSERT INTO \`__new_search_pins_rels\`("id", "order", "parent_id", "path", "documents_id", "interpretations_id", "topics_id", "agencies_id", "pages_id") SELECT "id", "order", "parent_id", "path", "documents_id", "interpretations_id", "topics_id", "agencies_id", "pages_id" FROM \`search_pins_rels\`;`)
  await db.run(sql`DROP TABLE \`search_pins_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_search_pins_rels\` RENAME TO \`search_pins_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_order_idx\` ON \`search_pins_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_parent_idx\` ON \`search_pins_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_path_idx\` ON \`search_pins_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_documents_id_idx\` ON \`search_pins_rels\` (\`documents_id\`);`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_interpretations_id_idx\` ON \`search_pins_rels\` (\`interpretations_id\`);`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_topics_id_idx\` ON \`search_pins_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_agencies_id_idx\` ON \`search_pins_rels\` (\`agencies_id\`);`)
  await db.run(sql`CREATE INDEX \`search_pins_rels_pages_id_idx\` ON \`search_pins_rels\` (\`pages_id\`);`)
  await db.run(sql`DROP INDEX \`alert_mails_message_id_idx\`;`)
  await db.run(sql`ALTER TABLE \`alert_mails\` DROP COLUMN \`message_id\`;`)
  await db.run(sql`DROP INDEX \`mails_message_id_idx\`;`)
  await db.run(sql`ALTER TABLE \`consultations\` DROP COLUMN \`shortened_because\`;`)
  await db.run(sql`ALTER TABLE \`_consultations_v\` DROP COLUMN \`version_shortened_because\`;`)
}
