import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import type { Case, CaseFile, Rate, Rating } from '../../protocol/cases.ts';
import { EeveeError } from '../../protocol/errors.ts';
import type { Decision } from '../../protocol/observation.ts';
import type { Session } from '../../protocol/sessions.ts';
import type { DataFolder } from '../data-folder.ts';
import { newId } from '../new-id.ts';
import { loadModelFolder } from '../perception/model-folder.ts';
import { sessionFolder } from '../session/folder.ts';
import { readReplay } from '../session/replay-file.ts';
import type { Supervisor } from '../session/supervisor.ts';
import type { Store } from '../store/store.ts';
import { listCases, packCase, readCase, rewriteRecord, writeCase } from './case-folder.ts';
import { trimReplay } from './trim-replay.ts';

interface Around {
  data: DataFolder;
  store: Store;
  supervisor: Supervisor;
  settings: { modelDir: string };
}

/**
 * What users think of decisions. Each rating becomes a case: a folder with all that brings the player to the same
 * moment again, so that it can be asked whether it still decides as it did.
 */
export class Cases {
  readonly #around: Around;

  constructor(around: Around) {
    this.#around = around;
  }

  /**
   * Rates the decision that was made at a frame of a session; a second rating replaces the first. Throws
   * `session.not-found`, `request.not-found` where nothing was decided at that frame, `resource.disk-full`.
   */
  async rate(sessionId: string, frame: number, rate: Rate): Promise<Rating> {
    const { store, supervisor } = this.#around;
    const session = supervisor.get(sessionId);
    // A decision may be rated before it was written down.
    await supervisor.recorded(sessionId);
    const decision = store.decisionAt(sessionId, frame);
    if (!decision) throw noDecision(sessionId, frame);
    const given: Rate = { ...rate, reason: rate.verdict === 'down' ? rate.reason : null };
    const earlier = store.ratings.get(sessionId, frame);
    const at = new Date().toISOString();
    const caseId =
      this.#rerate(earlier?.caseId ?? null, given) ?? (await this.#make(session, decision, given, at));
    const rating: Rating = { ...given, sessionId, frame, at, decision, caseId };
    store.ratings.put(rating);
    return rating;
  }

  /** The ratings of a session, by frame. Throws `session.not-found`. */
  ratings(sessionId: string): Rating[] {
    return this.#around.store.ratings.ofSession(this.#around.supervisor.get(sessionId).id);
  }

  /** Takes a rating back, and its case with it. Throws `request.not-found`. */
  unrate(sessionId: string, frame: number): Rating {
    const rating = this.#around.store.ratings.get(sessionId, frame);
    if (!rating) throw noDecision(sessionId, frame);
    if (rating.caseId) rmSync(this.#folder(rating.caseId), { recursive: true, force: true });
    this.#around.store.ratings.drop(sessionId, frame);
    return rating;
  }

  /** Newest first. */
  list(): Case[] {
    return listCases(this.#around.data.cases);
  }

  /** Throws `request.not-found`. */
  get(id: string): Case {
    return readCase(this.#known(id));
  }

  /** A case with its files as one. Throws `request.not-found`. */
  pack(id: string): CaseFile {
    return packCase(this.#known(id));
  }

  #folder(id: string): string {
    return join(this.#around.data.cases, id);
  }

  #known(id: string): string {
    const folder = this.#folder(id);
    if (existsSync(folder)) return folder;
    throw new EeveeError({
      code: 'request.not-found',
      message: `There is no case ${id}.`,
      remedy: 'List the cases with GET /v1/cases.',
      field: 'id',
      value: id,
    });
  }

  /** Puts a changed mind into the case that there is. Null: there is none. */
  #rerate(id: string | null, rating: Rate): string | null {
    if (id === null || !existsSync(this.#folder(id))) return null;
    rewriteRecord(this.#folder(id), { ...readCase(this.#folder(id)), rating });
    return id;
  }

  /** Returns null where a session cannot be played again. */
  async #make(session: Session, decision: Decision, rating: Rate, at: string): Promise<string | null> {
    const { data, supervisor, settings } = this.#around;
    const from = sessionFolder(join(data.sessions, session.id));
    if (session.window || !existsSync(from.inputs)) return null;
    const { header } = readReplay(from.inputs);
    const { text, states } = trimReplay(from.inputs, decision.frame);
    const { about } = await loadModelFolder(settings.modelDir);
    const id = newId();
    const record: Case = {
      format: 'eevee-case-1',
      id,
      at,
      version: packageJson.version,
      rating,
      decision,
      observation: supervisor.sightAt(session.id, decision.frame),
      session: {
        id: session.id,
        game: header.game,
        title: session.title,
        goal: session.goal,
        seed: session.seed,
        clock: session.clock,
      },
      rom: { name: basename(session.rom), sha256: session.romSha256 },
      core: { name: header.core.name, version: header.core.version },
      model: { name: about.name, sha256: about.sha256, letters: about.letters?.sha256 ?? null },
      files: ['inputs.jsonl', ...states],
    };
    const files = Object.fromEntries(states.map((name) => [name, readFileSync(join(from.root, name))]));
    writeCase(this.#folder(id), record, { 'inputs.jsonl': Buffer.from(text), ...files });
    return id;
  }
}

const noDecision = (id: string, frame: number): EeveeError =>
  new EeveeError({
    code: 'request.not-found',
    message: `Session ${id} has no decision at frame ${frame}.`,
    remedy: 'List them with GET /v1/sessions/:id/decisions.',
    field: 'frame',
    value: frame,
  });
