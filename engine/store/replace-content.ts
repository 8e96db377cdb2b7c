import type { Database } from './open.ts';

/** Tables that stay as they are: what was sent must not look unsent again, and housekeeping is this file's own. */
const untouched = ['feedback', 'feedback_attachments', 'housekeeping'];

const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Puts the rows of another database of the same layout in the place of this one's, in one transaction. Whoever
 * holds prepared statements goes on using them.
 */
export const replaceContent = (database: Database, path: string): void => {
  database.prepare('ATTACH ? AS restored').run(path);
  // Off, or emptying a table would empty those that refer to it, also ones that are to stay.
  database.pragma('foreign_keys = OFF');
  try {
    const tables = database
      .prepare<[], string>(
        `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all()
      .filter((name) => !untouched.includes(name));
    database
      .transaction(() => {
        for (const table of tables.map(named)) {
          database.exec(
            `DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM restored.${table};`,
          );
        }
      })
      .immediate();
  } finally {
    database.pragma('foreign_keys = ON');
    database.exec('DETACH restored');
  }
};
