import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EeveeError } from '../../protocol/errors.ts';
import type { Tuning } from '../../protocol/hardware.ts';
import type { Observation } from '../../protocol/observation.ts';
import type { CreateSession, Metrics, SavedState, SaveState, Session } from '../../protocol/sessions.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Settings } from '../settings.ts';
import { admit } from './admission.ts';
import type { Cores } from './cores.ts';
import { failedEnd } from './ending.ts';
import { type SessionFolder, sessionFolder, statePath } from './folder.ts';
import { noFigures } from './live-record.ts';
import { LiveSession } from './live-session.ts';
import { restorableSince } from './purge.ts';
import { endedError } from './refusals.ts';
import { requireFree, requireState, requireUsersName } from './saves.ts';
import { stateFrame } from './state-header.ts';
import type { SessionSurroundings } from './surroundings.ts';

/** Ended sessions that stay in memory with their last figures; older ones come from the store. */
const keptEnded = 32;

/** Every session of this engine, and those of earlier ones as the store remembers them. */
export class Supervisor {
  readonly #live = new Map<string, LiveSession>();
  readonly #around: SessionSurroundings;
  readonly #cores: Cores;
  readonly #data: DataFolder;
  readonly #settings: Settings;
  #starting = 0;
  #closed = false;

  constructor(around: SessionSurroundings, cores: Cores, data: DataFolder, settings: Settings) {
    this.#around = around;
    this.#cores = cores;
    this.#data = data;
    this.#settings = settings;
    this.#endAbandoned();
  }

  /** Sessions that run, stand still or are starting. */
  get running(): number {
    return [...this.#live.values()].filter(({ session }) => session.state !== 'ended').length;
  }

  /** Sessions that run in real time right now: what must not be made late. */
  get playing(): number {
    return [...this.#live.values()].filter(
      ({ session }) => session.state === 'running' && session.clock === 'real-time',
    ).length;
  }

  /**
   * Starts a session and waits until its process plays. Throws what {@link admit} throws, and what the core
   * does while it loads. `title`: what to call a ROM of the player's own; default: its file's name.
   */
  async create(asked: CreateSession, title?: string): Promise<Session> {
    this.#requireRoom();
    this.#starting += 1;
    let session: LiveSession;
    try {
      const earlier = asked.resumeFrom === undefined ? null : this.get(asked.resumeFrom);
      const admitted = await admit(asked, earlier, this.#cores, this.#data, this.#settings, title);
      this.#requireOpen();
      session = new LiveSession(admitted.record, admitted.plan, admitted.folder, this.#around);
    } finally {
      this.#starting -= 1;
    }
    this.#live.set(session.session.id, session);
    this.#forgetOld();
    await session.ready;
    return session.session;
  }

  /** Throws `session.not-found`. */
  get(id: string): Session {
    const found = this.#live.get(id)?.session ?? this.#around.store.session(id);
    if (found) return found;
    throw new EeveeError({
      code: 'session.not-found',
      message: `There is no session ${id}.`,
      remedy: 'List the sessions with GET /v1/sessions.',
      field: 'id',
      value: id,
    });
  }

  /** Newest first. */
  list(limit: number): Session[] {
    const live = [...this.#live.values()].map(({ session }) => session);
    const known = new Set(live.map(({ id }) => id));
    const stored = this.#around.store.sessions(limit).filter(({ id }) => !known.has(id));
    return [...live, ...stored].sort((a, b) => b.createdAt.localeCompare(a.createdAt)).slice(0, limit);
  }

  /** The session itself, to act on. Throws `session.not-found`, or `session.ended` for an earlier engine's. */
  live(id: string): LiveSession {
    const session = this.#live.get(id);
    if (session) return session;
    throw endedError(this.get(id));
  }

  /** Figures of a session, also of one that an earlier engine played (from the store, without stages). */
  async metrics(id: string): Promise<Metrics> {
    const live = this.#live.get(id);
    if (live) return live.metrics();
    const { frame } = this.get(id);
    const seconds = this.#around.store.seconds(id, 60);
    const residentBytes = seconds.at(-1)?.residentBytes ?? 0;
    return { ...noFigures, id, frames: frame, residentBytes, seconds };
  }

  /** Saves the present. Throws `resource.state-exists` where a name is taken and must not be saved over. */
  async saveState(id: string, asked: SaveState): Promise<SavedState> {
    const session = this.live(id);
    const { name, title = '', overwrite } = asked;
    requireUsersName(name);
    if (!overwrite) requireFree(session.folder, name);
    await session.saveState(name, title, statePath(session.folder, name));
    return requireState(session.folder, name);
  }

  /** Throws `resource.state-missing`, `resource.state-foreign`, `resource.state-broken`. */
  async loadState(id: string, name: string): Promise<Session> {
    const session = this.live(id);
    const state = requireState(session.folder, name);
    return session.loadState(state.path, state.session === id, state.title);
  }

  /** Where a session keeps its files. Throws `session.not-found`. */
  folder(id: string): SessionFolder {
    return sessionFolder(join(this.#data.sessions, this.get(id).id));
  }

  /**
   * Deletes an ended session: nothing lists or finds it any more. {@link restore} undoes it until its files are
   * removed (`purge.ts`). Answers with what it was. Throws `session.not-found`, `session.wrong-state`.
   */
  remove(id: string): Session {
    const session = this.get(id);
    if (session.state !== 'ended') {
      throw new EeveeError({
        code: 'session.wrong-state',
        message: `Session ${id} is still being played.`,
        remedy: 'Stop it first.',
        field: 'id',
        value: id,
      });
    }
    this.#around.store.keepsakes.markRemoved(id, new Date().toISOString());
    this.#live.delete(id);
    return session;
  }

  /** Takes a deletion back. Throws `session.not-found` where there is nothing (left) to bring back. */
  restore(id: string): Session {
    // Of one that is due some files may be gone already.
    this.#around.store.keepsakes.unmarkRemoved(id, restorableSince());
    return this.get(id);
  }

  /** Has everything of a session written that is still in its process's memory. */
  async recorded(id: string): Promise<void> {
    await this.#live.get(id)?.record();
  }

  /** What the eyes said when a session's decision was made; null where that is forgotten. */
  sightAt(id: string, frame: number): Observation | null {
    return this.#live.get(id)?.sightAt(frame) ?? null;
  }

  /** The store has other sessions now (a backup was restored): nothing of the ones before is known any more. */
  startOver(): void {
    for (const [id, { session }] of this.#live) if (session.state === 'ended') this.#live.delete(id);
    this.#endAbandoned();
  }

  /** What every session may spend from now on. */
  tune(tuning: Tuning): void {
    for (const session of this.#live.values()) session.tune(tuning);
  }

  /** Ends every session in order. Nothing can be started after. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#live.values()].map((session) => session.stop()));
  }

  #requireRoom(): void {
    this.#requireOpen();
    const { maxSessions } = this.#settings;
    if (this.running + this.#starting < maxSessions) return;
    throw new EeveeError({
      code: 'session.too-many',
      message: `${maxSessions} sessions are running; that is the limit.`,
      remedy: 'Stop one first, or raise --max-sessions.',
      value: maxSessions,
    });
  }

  #requireOpen(): void {
    if (!this.#closed) return;
    throw new EeveeError({
      code: 'session.ended',
      message: 'The engine is closing.',
      remedy: 'Start it again.',
    });
  }

  #forgetOld(): void {
    const ended = [...this.#live.values()].filter(({ session }) => session.state === 'ended');
    for (const { session } of ended.slice(0, Math.max(0, ended.length - keptEnded)))
      this.#live.delete(session.id);
  }

  /** Sessions that the last engine never ended: it died, and its session processes with it. */
  #endAbandoned(): void {
    for (const session of this.#around.store.unfinishedSessions()) {
      const problem = {
        code: 'session.process-died',
        message: 'The engine ended while this session was running.',
        remedy: 'Resume the session from its last autosave.',
      } as const;
      // The process saved itself when the engine was gone; there was nobody left to tell.
      const path = sessionFolder(join(this.#data.sessions, session.id)).autosave;
      const autosave = existsSync(path) ? { path, frame: stateFrame(path) } : null;
      const end = failedEnd(problem, autosave?.path ?? null);
      const endedAt = new Date().toISOString();
      // The record was last written when something changed; the autosave knows how far it got.
      const frame = Math.max(session.frame, autosave?.frame ?? 0);
      this.#around.store.putSession({ ...session, state: 'ended', frame, endedAt, end, autosave });
    }
  }
}
