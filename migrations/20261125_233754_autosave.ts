import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`_documents_v\` ADD \`autosave\` integer;`)
  await db.run(sql`CREATE INDEX \`_documents_v_autosave_idx\` ON \`_documents_v\` (\`autosave\`);`)
  await db.run(sql`ALTER TABLE \`_interpretations_v\` ADD \`autosave\` integer;`)
  await db.run(sql`CREATE INDEX \`_interpretations_v_autosave_idx\` ON \`_interpretations_v\` (\`autosave\`);`)
  await db.run(sql`ALTER TABLE \`_topics_v\` ADD \`autosave\` integer;`)
  await db.run(sql`CREATE INDEX \`_topics_v_autosave_idx\` ON \`_topics_v\` (\`autosave\`);`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v\` ADD \`autosave\` integer;`)
  await db.run(sql`CREATE INDEX \`_annual_reports_v_autosave_idx\` ON \`_annual_reports_v\` (\`autosave\`);`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`autosave\` integer;`)
  await db.run(sql`CREATE INDEX \`_pages_v_autosave_idx\` ON \`_pages_v\` (\`autosave\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`_documents_v_autosave_idx\`;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` DROP COLUMN \`autosave\`;`)
  await db.run(sql`DROP INDEX \`_interpretations_v_autosave_idx\`;`)
  await db.run(sql`ALTER TABLE \`_interpretations_v\` DROP COLUMN \`autosave\`;`)
  await db.run(sql`DROP INDEX \`_topics_v_autosave_idx\`;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` DROP COLUMN \`autosave\`;`)
  await db.run(sql`DROP INDEX \`_annual_reports_v_autosave_idx\`;`)
  await db.run(sql`ALTER TABLE \`_annual_reports_v\` DROP COLUMN \`autosave\`;`)
  await db.run(sql`DROP INDEX \`_pages_v_autosave_idx\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` DROP COLUMN \`autosave\`;`)
}
