import type { Host } from '../../../native/types.ts';
import { EeveeError } from '../../../protocol/errors.ts';
import type { SessionEnd } from '../../../protocol/sessions.ts';
import type { Act } from '../../player/types.ts';
import { problemFrom } from '../../problem.ts';
import type { Command, Report, Standing, StartPlan, Verb } from '../messages.ts';
import type { Autosave } from './autosave.ts';
import type { Chronicle } from './chronicle.ts';
import type { Inbox } from './inbox.ts';
import { blindObservation, type Mind } from './mind.ts';
import type { Pictures } from './pictures.ts';
import type { Recorder } from './recorder.ts';
import type { StageTimes } from './stage-times.ts';

export type Ask = Extract<Command, { type: 'ask' }>;

/** Everything a session is made of, opened by `open.ts`. */
export interface Parts {
  plan: StartPlan;
  host: Host;
  mind: Mind;
  recorder: Recorder;
  autosave: Autosave;
  chronicle: Chronicle;
  pictures: Pictures;
  times: StageTimes;
  inbox: Inbox<Ask>;
  report: (report: Report) => void;
}

/** Frames between two looks when nobody looks. */
const idleTickFrames = 4;
/** Lockstep gives the event loop a turn this often, so that verbs are heard and beats are sent. */
const yieldEveryMs = 5;
/** A paced core that makes no frame for this long is stuck; the slowest speed makes one each 33 ms. */
const stuckMs = 1000;

const eventLoopTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * One session being played: a single loop that obeys verbs and plays ticks in turn, so that neither ever
 * happens in the middle of the other. Lockstep runs the core a tick at a time and then looks; in real time
 * the core's own clock runs it and the loop looks when a tick has passed.
 */
export class Play {
  readonly standing: Standing;
  readonly #parts: Parts;
  readonly #tickFrames: number;
  readonly #grey: Uint8Array;
  #end: SessionEnd | null = null;
  /** Buttons held now, whoever holds them. */
  #buttons = 0;
  #sinceLook = 0;
  #framesPlayed = 0;
  /** The last frame that was counted, and when a frame was last seen to be new. */
  #lastFrame: number;
  #newestSeen = -1;
  #newestSeenAt = 0;
  #lastYield = performance.now();
  #gaveUp = false;

  constructor(parts: Parts) {
    const { plan, host, mind } = parts;
    this.#parts = parts;
    this.#tickFrames = mind.player?.tickFrames ?? idleTickFrames;
    this.#grey = new Uint8Array(host.info.width * host.info.height);
    this.#lastFrame = host.newestFrame();
    this.standing = {
      state: 'paused',
      turn: mind.player ? 'ai' : 'player',
      speed: plan.speed,
      frame: Math.max(0, this.#lastFrame),
      goalReached: false,
    };
  }

  /** Starts the clock. */
  begin(): void {
    this.#resume();
  }

  /** Plays until the session ends. Throws what broke it; the caller reports that. */
  async play(): Promise<SessionEnd> {
    const { inbox, plan } = this.#parts;
    for (;;) {
      for (let ask = inbox.take(); ask && !this.#end; ask = inbox.take()) await this.#answer(ask);
      if (this.#end) break;
      if (this.standing.state === 'paused') await inbox.wait(1000);
      else if (plan.clock === 'lockstep') await this.#lockstepTick();
      else await this.#realTimeTick();
      if (this.#parts.chronicle.keepUp()) this.#parts.autosave.saveWhenDue(this.#framesPlayed);
    }
    this.#halt();
    this.settle();
    return this.#end;
  }

  /** Writes what is still only in memory: inputs, figures and an autosave. */
  settle(): void {
    this.#parts.chronicle.rest();
    this.#parts.autosave.save();
  }

  async #lockstepTick(): Promise<void> {
    await this.#advance(this.#tickFrames);
    if (performance.now() - this.#lastYield < yieldEveryMs) return;
    await eventLoopTurn();
    this.#lastYield = performance.now();
  }

  /** Runs `frames` frames with the core waiting for us, looking whenever a tick is due. */
  async #advance(frames: number): Promise<void> {
    const { host } = this.#parts;
    for (let left = Math.min(frames, this.#framesLeft()); left > 0 && !this.#end; ) {
      const run = Math.min(left, this.#tickFrames - this.#sinceLook);
      // The last frame runs alone, so that the whole way of the one looked at can be timed.
      if (run > 1) host.run(run - 1, this.#buttons);
      const began = performance.now();
      host.run(1, this.#buttons);
      const coreUs = (performance.now() - began) * 1000;
      left -= run;
      this.#sinceLook += run;
      this.#count(run);
      if (this.#sinceLook >= this.#tickFrames) await this.#look(coreUs);
    }
    this.#checkLimit();
  }

  async #realTimeTick(): Promise<void> {
    const { host, inbox } = this.#parts;
    const due = this.#lastFrame + this.#tickFrames;
    for (let newest = host.newestFrame(); newest < due; newest = host.newestFrame()) {
      if (inbox.waiting) return;
      this.#checkStuck(newest);
      const frameMs = 1000 / (host.info.fps * this.standing.speed);
      await inbox.wait(Math.max(1, Math.min(50, (due - newest - 0.5) * frameMs)));
    }
    this.#count(host.newestFrame() - this.#lastFrame);
    await this.#look(null);
    this.#checkLimit();
  }

  #count(frames: number): void {
    this.#framesPlayed += frames;
    this.#parts.times.ran(frames);
    this.#lastFrame += frames;
    this.standing.frame = Math.max(0, this.#lastFrame);
  }

  #checkStuck(newest: number): void {
    const now = performance.now();
    if (newest !== this.#newestSeen) {
      this.#newestSeen = newest;
      this.#newestSeenAt = now;
    } else if (now - this.#newestSeenAt > stuckMs) {
      throw new EeveeError({
        code: 'session.core-hung',
        message: `The core ${this.#parts.plan.core.name} has made no frame for ${stuckMs} ms (frame ${newest}).`,
        remedy: 'Resume the session from its last autosave, or choose another core.',
      });
    }
  }

  async #look(coreUs: number | null): Promise<void> {
    const { host, mind, times, chronicle } = this.#parts;
    this.#sinceLook = 0;
    if (!mind.player) return;
    const began = performance.now();
    const observation = mind.eyes
      ? await mind.eyes.look(this.#grey, host.readGrey(this.#grey))
      : blindObservation(this.standing.frame);
    const seen = performance.now();
    if (this.standing.turn === 'player') mind.player.watch(observation);
    else this.#act(mind.player.decide(observation));
    times.looked(coreUs, (seen - began) * 1000, (performance.now() - seen) * 1000);
    if (mind.eyes) chronicle.observed(observation);
  }

  #act(act: Act): void {
    this.#hold(act.buttons);
    if (act.decision) this.#parts.chronicle.decided(act.decision);
    if (act.status === 'reached') this.#reached(act.reason);
    if (act.status === 'gave-up') this.#giveUp(act.reason);
  }

  #hold(mask: number): void {
    if (mask === this.#buttons) return;
    this.#buttons = mask;
    if (this.#clockRuns()) this.#parts.host.setButtons(mask);
  }

  #reached(reason = 'The goal was reached.'): void {
    if (this.standing.goalReached) return;
    this.standing.goalReached = true;
    this.#tell();
    if (this.#parts.plan.endOnGoal) this.#end = { reason: 'goal-reached', message: reason };
  }

  #giveUp(reason = 'The player knows no way on.'): void {
    if (this.#gaveUp) return;
    this.#gaveUp = true;
    this.#parts.report({ type: 'notice', level: 'warning', message: `The player gave up: ${reason}` });
    if (this.#parts.plan.endOnGoal) this.#end = { reason: 'gave-up', message: reason };
  }

  #framesLeft(): number {
    return (this.#parts.plan.frameLimit ?? Number.POSITIVE_INFINITY) - this.#framesPlayed;
  }

  #checkLimit(): void {
    if (this.#end || this.#framesLeft() > 0) return;
    const message = `The limit of ${this.#parts.plan.frameLimit} frames was reached.`;
    this.#end = { reason: 'frame-limit', message };
  }

  async #answer({ type: _, id, ...verb }: Ask): Promise<void> {
    const { report } = this.#parts;
    try {
      report({ type: 'reply', id, value: await this.#obey(verb) });
    } catch (error) {
      const problem = problemFrom(error);
      report({ type: 'reply', id, problem });
      // What breaks a verb breaks only the verb, unless the core itself is gone.
      if (problem.code.startsWith('session.core-')) throw error;
    }
  }

  async #obey(verb: Verb): Promise<unknown> {
    const { host, times, chronicle } = this.#parts;
    switch (verb.verb) {
      case 'pause':
        return this.#pause();
      case 'resume':
        return this.#resume();
      case 'stop':
        this.#end = { reason: 'stopped', message: 'Stopped by the player.' };
        return;
      case 'metrics':
        return times.figures(chronicle.openMs());
      case 'step':
        return this.#step(verb.frames);
      case 'speed':
        return this.#setSpeed(verb.speed);
      case 'turn':
        return this.#setTurn(verb.turn);
      case 'buttons':
        if (this.standing.turn === 'player') this.#hold(verb.mask);
        return;
      case 'save':
        return { path: verb.path, ...host.saveState(verb.path) };
      case 'load':
        return this.#load(verb.path);
    }
  }

  #pause(): void {
    if (this.standing.state === 'paused') return;
    this.#halt();
    this.settle();
    this.#tell();
  }

  #resume(): void {
    if (this.standing.state === 'running') return;
    const { host, plan, chronicle } = this.#parts;
    this.standing.state = 'running';
    this.#newestSeenAt = performance.now();
    chronicle.begin();
    if (plan.clock === 'real-time') {
      host.setButtons(this.#buttons);
      host.startClock(this.standing.speed);
    }
    this.#tell();
  }

  /** Stops the clock and counts the frames that it ran since the last tick. */
  #halt(): void {
    if (this.#clockRuns()) {
      this.#parts.host.stopClock();
      this.#count(this.#parts.host.newestFrame() - this.#lastFrame);
    }
    this.standing.state = 'paused';
  }

  async #step(frames: number): Promise<void> {
    if (this.standing.state !== 'paused') throw onlyPaused();
    for (let left = frames; left > 0 && !this.#end; left -= this.#tickFrames) {
      await this.#advance(Math.min(left, this.#tickFrames));
      // A long step must not look like a hung process.
      await eventLoopTurn();
    }
    this.#parts.chronicle.rest();
    this.#tell();
  }

  #setSpeed(speed: number): void {
    this.standing.speed = speed;
    if (this.#clockRuns()) this.#parts.host.setSpeed(speed);
    this.#tell();
  }

  #setTurn(turn: Standing['turn']): void {
    if (turn === this.standing.turn) return;
    if (!this.#parts.mind.player) throw noPlayer();
    this.standing.turn = turn;
    // Nothing stays pressed across the hand-over: the other side did not press it.
    this.#hold(0);
    if (turn === 'player') this.#parts.autosave.save();
    this.#tell();
  }

  /** Frames go on being counted: a frame's number is its place in the session, not in the game's story. */
  #load(path: string): void {
    const { host, mind, recorder, chronicle } = this.#parts;
    const running = this.standing.state === 'running';
    this.#halt();
    chronicle.record();
    try {
      const { frame } = host.loadState(path);
      recorder.loaded(path, frame);
      mind.eyes?.reset();
      mind.player?.reset();
      // Whoever loads wants to see where they are, also while the game stands still.
      host.run(1, 0);
      this.#count(1);
      this.#sinceLook = 0;
    } finally {
      if (running) this.#resume();
      else this.#tell();
    }
  }

  #tell(): void {
    this.#parts.report({ type: 'standing', standing: { ...this.standing } });
  }

  #clockRuns(): boolean {
    return this.standing.state === 'running' && this.#parts.plan.clock === 'real-time';
  }
}

const onlyPaused = (): EeveeError =>
  new EeveeError({
    code: 'session.wrong-state',
    message: 'Only a paused session can be stepped.',
    remedy: 'Pause it first.',
  });

const noPlayer = (): EeveeError =>
  new EeveeError({
    code: 'session.wrong-state',
    message: 'This session has no AI player: the buttons are the human’s.',
    remedy: 'Start one with the player "eyes".',
  });
