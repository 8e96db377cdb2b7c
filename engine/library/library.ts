import { readFile, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { listGames } from '../../games/catalog.ts';
import { EeveeError } from '../../protocol/errors.ts';
import type { Added, LibraryEntry, PatchEntry } from '../../protocol/library.ts';
import type { CreateSession, Session } from '../../protocol/sessions.ts';
import { mostRomFileBytes } from '../../protocol/words.ts';
import type { DataFolder } from '../data-folder.ts';
import { newId } from '../new-id.ts';
import type { LibraryRow, LibraryTable } from '../store/library-table.ts';
import { type Candidate, candidateAt, candidateOf } from './candidate.ts';
import { boxRow, entryOf, freshRow, lookAtFile } from './entry.ts';
import { clearUnfinished, readableWriteError, withIncoming, writeWhole } from './incoming.ts';
import { alreadyThere, fileFault, noSuchGame, notYours, otherRom } from './problems.ts';
import { titleOf } from './titles.ts';

/** A removed game can be brought back for that long. */
const undoMs = 24 * 60 * 60 * 1000;

/** The library: the games in the box and the player's own ROMs, each ROM once. */
export class Library {
  readonly #table: LibraryTable;
  readonly #data: Pick<DataFolder, 'roms' | 'art'>;

  private constructor(table: LibraryTable, data: Pick<DataFolder, 'roms' | 'art'>) {
    this.#table = table;
    this.#data = data;
  }

  /** Brings the games in the box up to date, and clears away what was removed a day ago or never got finished. */
  static async open(table: LibraryTable, data: Pick<DataFolder, 'roms' | 'art'>): Promise<Library> {
    const library = new Library(table, data);
    await clearUnfinished(data.roms);
    await clearUnfinished(data.art);
    for (const { id } of listGames()) await library.#putBox(id);
    await library.#clearRemoved(Date.now() - undoMs);
    return library;
  }

  /** Those played last first, then by title. Games that an older Eevee had in its box are left out. */
  async list(): Promise<LibraryEntry[]> {
    const catalogue = new Set(listGames().map(({ id }) => id));
    // A backup that was restored may be older than the games in the box.
    for (const id of catalogue) if (!this.#table.one(id)) await this.#putBox(id);
    const rows = this.#table
      .all()
      .filter(({ game, removedAt }) => removedAt === null && (game === null || catalogue.has(game)));
    const entries = await Promise.all(rows.map((row) => this.#entry(row)));
    const played = ({ lastPlayedAt }: LibraryEntry) => lastPlayedAt ?? '';
    return entries.sort((a, b) => played(b).localeCompare(played(a)) || a.title.localeCompare(b.title));
  }

  /** Throws `library.not-found`. */
  async one(id: string): Promise<LibraryEntry> {
    return this.#entry(this.row(id));
  }

  /** The game that a session plays; null for a window of which nothing is known, and a ROM that was removed. */
  rowOf({ game, romSha256 }: Pick<Session, 'game' | 'romSha256'>): LibraryRow | null {
    const row = this.#table.one(game) ?? (romSha256 ? this.#table.ofRom(romSha256) : null);
    return row?.removedAt === null ? row : null;
  }

  /** Notes something about a game that was played. Throws SQLite's errors. */
  note(id: string, change: Partial<LibraryRow>): void {
    this.#table.change(id, change);
  }

  /** Adds a ROM that stays where it is, or the one ROM in an archive there, as a copy. Throws `resource.rom-*`. */
  async addPath(path: string): Promise<Added> {
    return this.#add(await candidateAt(resolve(path)));
  }

  /**
   * Adds a ROM, or a zip archive with one, that comes as bytes; it is kept as a copy. `game`: it is the lost file
   * of that game, and with `replace` it may be another ROM than that was.
   * Throws `resource.rom-*`, `resource.disk-full`, `resource.folder-read-only`, `library.not-found`.
   */
  async receive(
    stream: AsyncIterable<Uint8Array>,
    fileName: string,
    { game, replace = false }: { game?: string | undefined; replace?: boolean | undefined } = {},
  ): Promise<Added> {
    const name = basename(fileName.replaceAll('\\', '/')) || 'The file';
    const tooLarge = (bytes: number) =>
      new EeveeError({
        code: 'resource.rom-too-large',
        message: `${name} has ${bytes} bytes; a ROM or an archive of one has ${mostRomFileBytes} at most.`,
        remedy:
          'Give a Game Boy, Game Boy Color or Game Boy Advance ROM (.gb, .gbc, .gba), or a .zip with one.',
        field: 'rom',
        value: name,
      });
    const read = async (path: string) => candidateOf(name, await readFile(path));
    const candidate = await withIncoming(this.#data.roms, stream, mostRomFileBytes, tooLarge, read);
    return game === undefined ? this.#add(candidate) : this.#locate(this.row(game), candidate, replace);
  }

  /** Throws what {@link receive} throws, and `configuration.invalid` for what cannot be changed. */
  async patch(id: string, { title, path, acceptChanged }: PatchEntry): Promise<LibraryEntry> {
    const row = this.row(id);
    if (row.game !== null) throw notYours(row, 'changed');
    if (path !== undefined || acceptChanged === true)
      await this.#locate(row, await candidateAt(resolve(path ?? row.path)), acceptChanged === true);
    if (title !== undefined) this.#write(() => this.#table.change(id, { title }));
    return this.one(id);
  }

  /** Takes a game out of the library; it can be brought back for a day. No file is touched before that. */
  remove(id: string): void {
    const row = this.row(id);
    if (row.game !== null) throw notYours(row, 'removed');
    this.#write(() => this.#table.change(id, { removedAt: new Date().toISOString() }));
  }

  /** Brings a removed game back. Throws `library.not-found` once it is gone for good. */
  async restore(id: string): Promise<LibraryEntry> {
    if (!this.#table.one(id)) throw noSuchGame(id);
    this.#write(() => this.#table.change(id, { removedAt: null }));
    return this.one(id);
  }

  /**
   * What a request for a session of a game of the library means: its ROM or its name in the catalogue, and its title.
   * Throws `library.not-found`, `resource.rom-missing`, `resource.rom-changed`, `configuration.invalid`.
   */
  async resolve({ entry, ...asked }: CreateSession): Promise<{ asked: CreateSession; title?: string }> {
    if (entry === undefined) return { asked };
    if (asked.game !== undefined || asked.rom !== undefined) {
      throw new EeveeError({
        code: 'configuration.invalid',
        message: 'A game of the library was given together with "game" or "rom".',
        remedy: 'Give only one of them.',
        field: 'entry',
        value: entry,
      });
    }
    const row = this.row(entry);
    if (row.game !== null) return { asked: { ...asked, game: row.game } };
    const { state } = await lookAtFile(row, true);
    if (state !== 'there') throw fileFault(row, state);
    return { asked: { ...asked, rom: row.path }, title: row.title };
  }

  /** A game that is in the library. Throws `library.not-found`. */
  row(id: string): LibraryRow {
    const row = this.#table.one(id);
    if (row?.removedAt === null) return row;
    throw noSuchGame(id);
  }

  async #entry(row: LibraryRow): Promise<LibraryEntry> {
    const { state, modifiedMs } = await lookAtFile(row);
    // Touched but the same: the next look need not read it again.
    if (state === 'there' && modifiedMs !== row.modifiedMs)
      this.#write(() => this.#table.change(row.id, { modifiedMs }));
    return entryOf(row, state);
  }

  async #add(candidate: Candidate): Promise<Added> {
    const before = this.#table.ofRom(candidate.sha256);
    if (before && before.game !== null) return this.#known(before, candidate);
    const path = await this.#keep(candidate);
    const modifiedMs = (await stat(path)).mtimeMs;
    const kept = { path, copied: candidate.path === null ? 1 : 0, modifiedMs };
    // Looked up again: the same ROM may have come twice at once, and the other one was faster.
    const known = this.#table.ofRom(candidate.sha256);
    if (known) return this.#again(known, candidate, kept);
    const { name, rom, system, sha256 } = candidate;
    const title = titleOf(name, system, rom);
    const row = freshRow({ id: newId(), game: null, title, system, bytes: rom.length, sha256, ...kept });
    await this.#putNew(row);
    return { entry: entryOf(row, 'there'), outcome: 'added', message: `${title} is in the library now.` };
  }

  /** A row that cannot be written must not leave a copy behind that nobody knows of. */
  async #putNew(row: LibraryRow): Promise<void> {
    try {
      this.#write(() => this.#table.put(row));
    } catch (error) {
      if (row.copied) await rm(row.path, { force: true });
      throw error;
    }
  }

  /** A ROM that was in the library before: one that was removed comes back, one that was lost is found. */
  async #again(
    known: LibraryRow,
    candidate: Candidate,
    kept: Pick<LibraryRow, 'path' | 'copied' | 'modifiedMs'>,
  ): Promise<Added> {
    const { state } = await lookAtFile(known);
    const lost = state !== 'there';
    if (!lost && known.removedAt === null) return this.#known(known, candidate);
    this.#write(() => this.#table.change(known.id, { removedAt: null, ...(lost ? kept : {}) }));
    const entry = await this.one(known.id);
    return known.removedAt === null
      ? { entry, outcome: 'located', message: `${known.title} was found again.` }
      : { entry, outcome: 'added', message: `${known.title} is back in the library.` };
  }

  async #known(row: LibraryRow, { name }: Candidate): Promise<Added> {
    const where = row.game === null ? 'is in the library already' : 'came with Eevee';
    const entry = await this.one(row.id);
    return { entry, outcome: 'known', message: `${basename(name)} is ${row.title}, which ${where}.` };
  }

  async #locate(row: LibraryRow, candidate: Candidate, replace: boolean): Promise<Added> {
    if (row.game !== null) throw notYours(row, 'changed');
    const same = candidate.sha256 === row.sha256;
    const name = basename(candidate.name);
    if (!same && !replace) throw otherRom(row, name);
    const twin = this.#table.ofRom(candidate.sha256);
    if (twin && twin.id !== row.id) throw alreadyThere(twin, name);
    const path = await this.#keep(candidate);
    const { rom, system, sha256 } = candidate;
    const modifiedMs = (await stat(path)).mtimeMs;
    const now = {
      path,
      copied: candidate.path === null ? 1 : 0,
      modifiedMs,
      bytes: rom.length,
      system,
      sha256,
    };
    this.#write(() => this.#table.change(row.id, now));
    const entry = await this.one(row.id);
    return same
      ? { entry, outcome: 'located', message: `${row.title} was found again.` }
      : { entry, outcome: 'replaced', message: `${row.title} is played with ${name} from now on.` };
  }

  /** Where the ROM is from now on: where it was, or in a file of ours that is named by its content. */
  async #keep({ path, rom, sha256, system }: Candidate): Promise<string> {
    return path ?? writeWhole(this.#data.roms, `${sha256.slice(0, 24)}.${system}`, rom);
  }

  #write(write: () => void): void {
    try {
      write();
    } catch (error) {
      throw readableWriteError(error, this.#data.roms);
    }
  }

  /** Writes what the catalogue says of a game in the box today. */
  async #putBox(id: string): Promise<void> {
    const row = await boxRow(id, this.#table.one(id));
    if (row) this.#write(() => this.#table.put(row));
  }

  /** Only copies in our own folder are ever deleted. */
  async #clearRemoved(before: number): Promise<void> {
    for (const { id, path, copied, removedAt } of this.#table.all()) {
      if (removedAt === null || Date.parse(removedAt) > before) continue;
      if (copied && path.startsWith(this.#data.roms)) await rm(path, { force: true });
      await rm(join(this.#data.art, `${id}.png`), { force: true });
      this.#table.drop(id);
    }
  }
}
