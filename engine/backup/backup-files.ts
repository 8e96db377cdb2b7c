import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Backup, type BackupReason, backupNameSchema } from '../../protocol/backups.ts';

/** Backups of each kind that are kept, the newest; what somebody asked for goes last. */
const kept: Record<Exclude<BackupReason, 'daily'>, number> = {
  manual: 20,
  'before-restore': 3,
  'before-upgrade': 3,
};

/** `2026-11-21T10-00-00Z`: a time that every file system takes as part of a name. */
export const fileStamp = (at = new Date()): string =>
  `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;

/** The folder that holds backups. A name says when and why; what does not look like one is left alone. */
export class BackupFiles {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Newest first, by the time in their names: a copied file keeps its place. */
  list(): Backup[] {
    const names = existsSync(this.folder) ? readdirSync(this.folder) : [];
    return names
      .filter((name) => backupNameSchema.safeParse(name).success)
      .flatMap((name) => {
        const found = statSync(this.path(name), { throwIfNoEntry: false });
        return found?.isFile() ? [backupOf(name, found.size)] : [];
      })
      .sort((a, b) => b.at.localeCompare(a.at) || b.name.localeCompare(a.name));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** A name that no file has, in a folder that exists. Throws the file system's errors. */
  newName(reason: BackupReason): string {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const stamp = fileStamp();
    let name = `eevee-${stamp}-${reason}.db`;
    for (let copy = 2; existsSync(this.path(name)); copy += 1) name = `eevee-${stamp}-${copy}-${reason}.db`;
    return name;
  }

  /** Takes away what is no longer kept; `daily`: how many of these are. */
  prune(daily: number): void {
    const all = this.list();
    for (const [reason, most] of Object.entries({ ...kept, daily })) {
      for (const { name } of all.filter((each) => each.reason === reason).slice(most)) {
        rmSync(this.path(name), { force: true });
      }
    }
  }
}

const backupOf = (name: string, bytes: number): Backup => {
  const [, day = '', time = '', reason = ''] = /^eevee-(.{10})T(.{8})Z(?:-\d+)?-(.*)\.db$/.exec(name) ?? [];
  return {
    name,
    at: `${day}T${time.replaceAll('-', ':')}.000Z`,
    bytes,
    reason: reason as BackupReason,
  };
};
