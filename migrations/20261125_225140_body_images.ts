import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`pages_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_rels_order_idx\` ON \`pages_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`pages_rels_parent_idx\` ON \`pages_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_rels_path_idx\` ON \`pages_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`pages_rels_media_id_idx\` ON \`pages_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_rels_order_idx\` ON \`_pages_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_rels_parent_idx\` ON \`_pages_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_rels_path_idx\` ON \`_pages_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_rels_media_id_idx\` ON \`_pages_v_rels\` (\`media_id\`);`)
  await db.run(sql`ALTER TABLE \`documents_rels\` ADD \`media_id\` integer REFERENCES media(id);`)
  await db.run(sql`CREATE INDEX \`documents_rels_media_id_idx\` ON \`documents_rels\` (\`media_id\`);`)
  await db.run(sql`ALTER TABLE \`_documents_v_rels\` ADD \`media_id\` integer REFERENCES media(id);`)
  await db.run(sql`CREATE INDEX \`_documents_v_rels_media_id_idx\` ON \`_documents_v_rels\` (\`media_id\`);`)
  await db.run(sql`ALTER TABLE \`topics_rels\` ADD \`media_id\` integer REFERENCES media(id);`)
  await db.run(sql`CREATE INDEX \`topics_rels_media_id_idx\` ON \`topics_rels\` (\`media_id\`);`)
  await db.run(sql`ALTER TABLE \`_topics_v_rels\` ADD \`media_id\` integer REFERENCES media(id);`)
  await db.run(sql`CREATE INDEX \`_topics_v_rels_media_id_idx\` ON \`_topics_v_rels\` (\`media_id\`);`)
  await db.run(sql`ALTER TABLE \`annual_reports_rels\` ADD \`media_id\` integer REFERENCES media(id);`)
  await db.run(sql`CREATE INDEX \`annual_reports_rels_media_id_idx\` ON \`annual_reports_rels\` (\`media_id\`);`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v_rels\` ADD \`media_id\` integer REFERENCES media(id);`)
  await db.run(sql`CREATE INDEX \`_annual_reports_v_rels_media_id_idx\` ON \`_annual_reports_v_rels\` (\`media_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`pages_rels\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`files_id\` integer,
  	\`columns_id\` integer,
  	\`catalogue_items_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`files_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`columns_id\`) REFERENCES \`columns\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`catalogue_items_id\`) REFERENCES \`catalogue_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_documents_rels\`("id", "order", "parent_id", "path", "files_id", "columns_id", "catalogue_items_id") SELECT "id", "order", "parent_id", "path", "files_id", "columns_id", "catalogue_items_id" FROM \`documents_rels\`;`)
  await db.run(sql`DROP TABLE \`documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_documents_rels\` RENAME TO \`documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`documents_rels_order_idx\` ON \`documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`documents_rels_parent_idx\` ON \`documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`documents_rels_path_idx\` ON \`documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`documents_rels_files_id_idx\` ON \`documents_rels\` (\`files_id\`);`)
  await db.run(sql`CREATE INDEX \`documents_rels_columns_id_idx\` ON \`documents_rels\` (\`columns_id\`);`)
  await db.run(sql`CREATE INDEX \`documents_rels_catalogue_items_id_idx\` ON \`documents_rels\` (\`catalogue_items_id\`);`)
  await db.run(sql`CREATE TABLE \`__new__documents_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`files_id\` integer,
  	\`columns_id\` integer,
  	\`catalogue_items_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_documents_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`files_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`columns_id\`) REFERENCES \`columns\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`catalogue_items_id\`) REFERENCES \`catalogue_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new__documents_v_rels\`("id", "order", "parent_id", "path", "files_id", "columns_id", "catalogue_items_id") SELECT "id", "order", "parent_id", "path", "files_id", "columns_id", "catalogue_items_id" FROM \`_documents_v_rels\`;`)
  await db.run(sql`DROP TABLE \`_documents_v_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new__documents_v_rels\` RENAME TO \`_documents_v_rels\`;`)
  await db.run(sql`CREATE INDEX \`_documents_v_rels_order_idx\` ON \`_documents_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_rels_parent_idx\` ON \`_documents_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_rels_path_idx\` ON \`_documents_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_rels_files_id_idx\` ON \`_documents_v_rels\` (\`files_id\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_rels_columns_id_idx\` ON \`_documents_v_rels\` (\`columns_id\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_rels_catalogue_items_id_idx\` ON \`_documents_v_rels\` (\`catalogue_items_id\`);`)
  await db.run(sql`CREATE TABLE \`__new_topics_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`documents_id\` integer,
  	\`interpretations_id\` integer,
  	\`agencies_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`documents_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`interpretations_id\`) REFERENCES \`interpretations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`agencies_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_topics_rels\`("id", "order", "parent_id", "path", "documents_id", "interpretations_id", "agencies_id") SELECT "id", "order", "parent_id", "path", "documents_id", "interpretations_id", "agencies_id" FROM \`topics_rels\`;`)
  await db.run(sql`DROP TABLE \`topics_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_topics_rels\` RENAME TO \`topics_rels\`;`)
  await db.run(sql`CREATE INDEX \`topics_rels_order_idx\` ON \`topics_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`topics_rels_parent_idx\` ON \`topics_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`topics_rels_path_idx\` ON \`topics_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`topics_rels_documents_id_idx\` ON \`topics_rels\` (\`documents_id\`);`)
  await db.run(sql`CREATE INDEX \`topics_rels_interpretations_id_idx\` ON \`topics_rels\` (\`interpretations_id\`);`)
  await db.run(sql`CREATE INDEX \`topics_rels_agencies_id_idx\` ON \`topics_rels\` (\`agencies_id\`);`)
  await db.run(sql`CREATE TABLE \`__new__topics_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`documents_id\` integer,
  	\`interpretations_id\` integer,
  	\`agencies_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_topics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`documents_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`interpretations_id\`) REFERENCES \`interpretations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`agencies_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new__topics_v_rels\`("id", "order", "parent_id", "path", "documents_id", "interpretations_id", "agencies_id") SELECT "id", "order", "parent_id", "path", "documents_id", "interpretations_id", "agencies_id" FROM \`_topics_v_rels\`;`)
  await db.run(sql`DROP TABLE \`_topics_v_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new__topics_v_rels\` RENAME TO \`_topics_v_rels\`;`)
  await db.run(sql`CREATE INDEX \`_topics_v_rels_order_idx\` ON \`_topics_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_rels_parent_idx\` ON \`_topics_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_rels_path_idx\` ON \`_topics_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_rels_documents_id_idx\` ON \`_topics_v_rels\` (\`documents_id\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_rels_interpretations_id_idx\` ON \`_topics_v_rels\` (\`interpretations_id\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_rels_agencies_id_idx\` ON \`_topics_v_rels\` (\`agencies_id\`);`)
  await db.run(sql`CREATE TABLE \`__new_annual_reports_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`files_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`annual_reports\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`files_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_annual_reports_rels\`("id", "order", "parent_id", "path", "files_id") SELECT "id", "order", "parent_id", "path", "files_id" FROM \`annual_reports_rels\`;`)
  await db.run(sql`DROP TABLE \`annual_reports_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_annual_reports_rels\` RENAME TO \`annual_reports_rels\`;`)
  await db.run(sql`CREATE INDEX \`annual_reports_rels_order_idx\` ON \`annual_reports_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`annual_reports_rels_parent_idx\` ON \`annual_reports_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`annual_reports_rels_path_idx\` ON \`annual_reports_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`annual_reports_rels_files_id_idx\` ON \`annual_reports_rels\` (\`files_id\`);`)
  await db.run(sql`CREATE TABLE \`__new__annual_reports_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`files_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_annual_reports_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`files_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new__annual_reports_v_rels\`("id", "order", "parent_id", "path", "files_id") SELECT "id", "order", "parent_id", "path", "files_id" FROM \`_annual_reports_v_rels\`;`)
  await db.run(sql`DROP TABLE \`_annual_reports_v_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new__annual_reports_v_rels\` RENAME TO \`_annual_reports_v_rels\`;`)
  await db.run(sql`CREATE INDEX \`_annual_reports_v_rels_order_idx\` ON \`_annual_reports_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_annual_reports_v_rels_parent_idx\` ON \`_annual_reports_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_annual_reports_v_rels_path_idx\` ON \`_annual_reports_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_annual_reports_v_rels_files_id_idx\` ON \`_annual_reports_v_rels\` (\`files_id\`);`)
}
