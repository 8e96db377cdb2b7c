import type { GovernorStep } from '../../protocol/hardware.ts';
import type { HardwareColumns } from './hardware-rows.ts';
import type { Database } from './open.ts';

/** Every statement of the store, prepared once. */
export const prepareStatements = (database: Database) => ({
  putSession: database.prepare<[id: string, createdAt: string, state: string, record: string]>(
    `INSERT INTO sessions (id, created_at, state, record) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, record = excluded.record`,
  ),
  session: database.prepare<[id: string], { record: string }>(
    'SELECT record FROM sessions WHERE id = ? AND removed_at IS NULL',
  ),
  sessions: database.prepare<[limit: number], { record: string }>(
    'SELECT record FROM sessions WHERE removed_at IS NULL ORDER BY created_at DESC, rowid DESC LIMIT ?',
  ),
  unfinished: database.prepare<[], { record: string }>(`SELECT record FROM sessions WHERE state <> 'ended'`),
  addEvent: database.prepare<[at: string, id: string | null, type: string, data: string]>(
    'INSERT INTO events (at, session_id, type, data) VALUES (?, ?, ?, ?)',
  ),
  addNotice: database.prepare<[at: string, level: string, message: string, remedy: string | null]>(
    'INSERT INTO notices (at, level, message, remedy) VALUES (?, ?, ?, ?)',
  ),
  putHardware: database.prepare<HardwareColumns>(
    `INSERT INTO hardware VALUES (@fingerprint, @at, @figures, @instructionSet, @tier, @why, @chosen,
       (SELECT coalesce(max(seen), 0) + 1 FROM hardware))
     ON CONFLICT (fingerprint) DO UPDATE SET at = excluded.at, figures = excluded.figures,
       instruction_set = excluded.instruction_set, tier = excluded.tier, why = excluded.why,
       chosen = excluded.chosen, seen = excluded.seen`,
  ),
  hardware: database.prepare<[limit: number], HardwareColumns>(
    `SELECT fingerprint, at, figures, instruction_set AS instructionSet, tier, why, chosen
     FROM hardware ORDER BY seen DESC LIMIT ?`,
  ),
  addGovernorStep: database.prepare<[at: string, from: number, to: number, message: string]>(
    'INSERT INTO governor_steps (at, level_from, level_to, message) VALUES (?, ?, ?, ?)',
  ),
  dropGovernorSteps: database.prepare<[kept: number]>(
    'DELETE FROM governor_steps WHERE id <= (SELECT max(id) FROM governor_steps) - ?',
  ),
  governorSteps: database.prepare<[limit: number], GovernorStep>(
    `SELECT at, level_from AS "from", level_to AS "to", message
     FROM governor_steps ORDER BY id DESC LIMIT ?`,
  ),
});

export type Statements = ReturnType<typeof prepareStatements>;
