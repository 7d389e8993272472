import { randomUUID } from 'node:crypto';
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql';
import Database from 'libsql';

type Value = string | number | bigint | Buffer | null;
type Args = readonly unknown[];

/** What Payload's SQLite adapter is asked for and given here. */
export type Adapter = {
  clientConfig: { url: string };
  schema: Record<string, unknown>;
  sessions: Record<string, Session>;
};
type Session = { db: unknown; resolve: () => Promise<void>; reject: () => Promise<void> };

/**
 * A connection for transactions that write thousands of rows. The adapter's client translates each
 * statement's SQL anew, every time; here each is prepared once and kept for the whole run.
 */
export class SwiftConnection {
  /** What the adapter's own queries run on within a transaction. */
  readonly drizzle;
  private readonly database: Database.Database;
  private readonly statements = new Map<string, Database.Statement>();
  private isBusy = false;

  constructor({ clientConfig, schema }: Adapter) {
    this.database = new Database(clientConfig.url.slice('file:'.length));
    // As database.ts sets them up, but with room (64 MB) for the pages of all the indexes that a batch
    // touches; and these go from the log into the file after several batches, not after each.
    this.database.exec(
      `PRAGMA busy_timeout = 5000; PRAGMA synchronous = NORMAL;
      PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 10000;`,
    );
    this.drizzle = drizzle(new Client(this.database, this.statements) as never, { schema });
  }

  /** @returns the id of a transaction as the adapter knows them; null while another one is open */
  begin(adapter: Adapter): string | null {
    if (this.isBusy) return null;
    this.database.exec('BEGIN IMMEDIATE');
    this.isBusy = true;
    const id = randomUUID();
    let failure: Error | undefined;
    const rollBack = (): void => {
      this.isBusy = false;
      if (this.database.inTransaction) this.database.exec('ROLLBACK');
    };
    adapter.sessions[id] = {
      db: this.drizzle,
      resolve: async () => {
        try {
          this.database.exec('COMMIT');
          this.isBusy = false;
        } catch (error) {
          rollBack();
          throw (failure = error as Error);
        }
      },
      // The adapter calls this after a commit that failed, and would keep that to itself.
      reject: async () => {
        if (failure) throw failure;
        rollBack();
      },
    };
    return id;
  }

  /** @returns the id of the last row that was stored */
  insert(sql: string, values: Args): number {
    const { lastInsertRowid } = kept(this.database, this.statements, sql).run(values.map(plain));
    return Number(lastInsertRowid);
  }
}

/** As much of libsql's client as drizzle uses inside a transaction. */
class Client {
  constructor(
    private readonly database: Database.Database,
    private readonly statements: Map<string, Database.Statement>,
  ) {}

  async execute({ sql, args }: { sql: string; args: Args }) {
    const statement = kept(this.database, this.statements, sql);
    const values = args.map(plain);
    if (!statement.reader) {
      const { changes, lastInsertRowid } = statement.run(values);
      return { rows: [], rowsAffected: changes, lastInsertRowid: BigInt(lastInsertRowid) };
    }
    const names = statement.columns().map(({ name }) => name);
    const rows = statement.raw(true).all(values) as unknown[][];
    return { rows: rows.map((row) => named(row, names)), rowsAffected: 0 };
  }
}

/** Enough for all shapes of rows; statements whose SQL differs each time must not pile up. */
const MOST_KEPT = 500;

function kept(
  database: Database.Database,
  statements: Map<string, Database.Statement>,
  sql: string,
): Database.Statement {
  let statement = statements.get(sql);
  if (statement) return statement;
  if (statements.size >= MOST_KEPT) statements.clear();
  statement = database.prepare(sql);
  statements.set(sql, statement);
  return statement;
}

/** Rows are read by the place of a column; raw queries read them by its name. */
const named = (row: readonly unknown[], names: readonly string[]): object => {
  const entry: Record<string, unknown> = {};
  for (const [at, name] of names.entries()) {
    if (!(name in entry)) entry[name] = row[at];
    Object.defineProperty(entry, at, { value: row[at] });
  }
  return Object.defineProperty(entry, 'length', { value: row.length });
};

function plain(value: unknown): Value {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === undefined) throw new TypeError('undefined can not be stored');
  return value as Value;
}
