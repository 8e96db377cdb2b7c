import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EyesRuntime } from '../../engine/perception/sight.ts';
import { SessionProcess } from '../../engine/session/child.ts';
import { failedEnd, hungProblem, problemOfExit } from '../../engine/session/ending.ts';
import { makeSessionFolder, sessionFolder } from '../../engine/session/folder.ts';
import { Heartbeat } from '../../engine/session/heartbeat.ts';
import type { Figures, Report, StartPlan } from '../../engine/session/messages.ts';
import type { LoadedGame } from '../../games/catalog.ts';
import type { Scenario } from '../../games/scenario/schema.ts';
import type { CoreInfo } from '../../native/types.ts';
import type { SessionFigures } from '../../protocol/benchmark-run.ts';
import type { SessionEnd } from '../../protocol/sessions.ts';
import type { Clock } from '../../protocol/words.ts';
import { gameSeed } from './seeds.ts';
import { keepStart } from './worker/keep-start.ts';

/** Silence of a session process after which it counts as hung: the machine may be full of others. */
const silenceMs = 15_000;
/** A whole budget of autosaves: a benchmark resumes none. */
const neverAutosave = 1e9;

/** What all sessions of a run have in common. */
export interface SessionSurroundings {
  game: LoadedGame;
  core: CoreInfo;
  systemDir: string;
  modelDir: string;
  eyes: EyesRuntime;
  clock: Clock;
}

/** The process of a session that plays. */
export interface LiveSession {
  pid: number;
  kill: () => void;
}

/** What a session left behind when it ended. */
export interface PlayedSession {
  end: SessionEnd;
  /** Its inputs. */
  replay: string;
  /** Frames of the episode at which a decision was taken. */
  marks: number[];
  figures: SessionFigures;
}

/**
 * Plays an episode in a session process, as users have it: from pixels, without a door to memory. Never
 * rejects for what happens inside of it; that is in its `end`. `onProcess` is given its process.
 */
export const playSession = (
  around: SessionSurroundings,
  scenario: Scenario,
  seed: number,
  state: string | null,
  folder: string,
  onProcess: (session: LiveSession) => void,
): Promise<PlayedSession> => {
  // A run that was interrupted may have begun this one.
  rmSync(folder, { recursive: true, force: true });
  const files = makeSessionFolder(folder);
  if (state !== null) keepStart(state, folder);
  const plan = planOf(around, scenario, seed, state === null ? null : files.startState, folder);
  return new Promise((resolve) => new SessionWatch(plan, onProcess, resolve));
};

const planOf = (
  { game, core, systemDir, modelDir, eyes, clock }: SessionSurroundings,
  scenario: Scenario,
  seed: number,
  startState: string | null,
  folder: string,
): StartPlan => ({
  id: `${scenario.name}-${seed}`,
  folder,
  game: game.id,
  guide: game.guide,
  source: {
    kind: 'core',
    rom: game.romPath,
    romSha256: game.romSha256,
    core,
    systemDir,
    setup: startState === null ? game.setupFor(gameSeed(seed)) : [],
    startState,
  },
  modelDir,
  eyes,
  seed,
  clock,
  speed: 1,
  goal: scenario.goal,
  scenario: scenario.name,
  player: 'eyes',
  turn: 'ai',
  frameLimit: scenario.frameLimit,
  endOnGoal: true,
  autosaveSeconds: neverAutosave,
  // A judged episode is never gone back in.
  rewindBytes: 0,
});

/** Listens to one session process until it ends. */
class SessionWatch {
  readonly #plan: StartPlan;
  readonly #resolve: (played: PlayedSession) => void;
  readonly #process: SessionProcess;
  readonly #heartbeat: Heartbeat;
  readonly #began = performance.now();
  readonly #marks: number[] = [];
  readonly #memory: [number, number][] = [];
  #end: SessionEnd | null = null;
  #figures: Figures | null = null;
  #firstFrame = 0;
  #frame = 0;

  constructor(
    plan: StartPlan,
    onProcess: (session: LiveSession) => void,
    resolve: (played: PlayedSession) => void,
  ) {
    this.#plan = plan;
    this.#resolve = resolve;
    this.#heartbeat = new Heartbeat(silenceMs, (silentMs) => {
      this.#end = failedEnd(hungProblem(plan.source, this.#frame, silentMs), null);
      this.#process.kill();
    });
    this.#process = new SessionProcess(
      (report) => this.#hear(report),
      (exit) => {
        this.#end ??= failedEnd(problemOfExit(exit, plan.source, this.#process.lastOutput), null);
        this.#leave();
      },
    );
    this.#heartbeat.alive(true);
    onProcess({ pid: this.#process.pid ?? 0, kill: () => this.#process.kill() });
    this.#process.start(plan);
  }

  #hear(report: Report): void {
    if (report.type === 'ready') this.#firstFrame = report.standing.frame;
    else if (report.type === 'beat') {
      if (report.frame !== this.#frame) this.#heartbeat.alive(true);
      this.#frame = report.frame;
    } else if (report.type === 'decisions')
      this.#marks.push(...report.decisions.map(({ frame }) => Math.max(0, frame - this.#firstFrame)));
    else if (report.type === 'second') {
      this.#figures = report.figures;
      this.#memory.push([performance.now() - this.#began, report.second.residentBytes]);
    } else if (report.type === 'ended') {
      this.#figures = report.figures ?? this.#figures;
      this.#end = report.end;
    }
  }

  #leave(): void {
    this.#heartbeat.close();
    const files = sessionFolder(this.#plan.folder);
    // What a user would resume from; here it is only in the way.
    for (const path of [files.autosave, files.states, files.saves])
      rmSync(path, { recursive: true, force: true });
    const { frames = 0, lateFrames = 0, slowLooks = 0, stages = [] } = this.#figures ?? {};
    const looks = stages.find(({ stage }) => stage === 'path')?.count ?? 0;
    this.#resolve({
      end: this.#end ?? { reason: 'failed', message: 'It ended without a word.' },
      replay: join(files.inputs),
      marks: this.#marks,
      figures: { frames, lateFrames, looks, slowLooks, stages, memory: this.#memory },
    });
  }
}
