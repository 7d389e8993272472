import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`application_drafts\` ADD \`receipt_number\` text;`)
  await db.run(sql`ALTER TABLE \`application_drafts\` ADD \`sent_at\` text;`)
  await db.run(sql`ALTER TABLE \`application_drafts\` ADD \`query_hash\` text;`)
  await db.run(sql`ALTER TABLE \`application_drafts\` ADD \`identity_hash\` text;`)
  await db.run(sql`CREATE UNIQUE INDEX \`application_drafts_receipt_number_idx\` ON \`application_drafts\` (\`receipt_number\`);`)
  await db.run(sql`CREATE INDEX \`application_drafts_identity_hash_idx\` ON \`application_drafts\` (\`identity_hash\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`application_drafts_receipt_number_idx\`;`)
  await db.run(sql`DROP INDEX \`application_drafts_identity_hash_idx\`;`)
  await db.run(sql`ALTER TABLE \`application_drafts\` DROP COLUMN \`receipt_number\`;`)
  await db.run(sql`ALTER TABLE \`application_drafts\` DROP COLUMN \`sent_at\`;`)
  await db.run(sql`ALTER TABLE \`application_drafts\` DROP COLUMN \`query_hash\`;`)
  await db.run(sql`ALTER TABLE \`application_drafts\` DROP COLUMN \`identity_hash\`;`)
}
