import { EeveeError } from '../../../protocol/errors.ts';
import type { Tuning } from '../../../protocol/hardware.ts';
import type { Observation } from '../../../protocol/observation.ts';
import type { SessionEnd } from '../../../protocol/sessions.ts';
import type { Act, Witnessed } from '../../player/types.ts';
import { problemFrom } from '../../problem.ts';
import {
  isEndOfSource,
  type Jumped,
  type Loaded,
  type Saved,
  type Standing,
  type Verb,
} from '../messages.ts';
import { describeSave } from '../save-files.ts';
import { requireTurn } from '../turns.ts';
import type { Ask, CoreParts, Parts } from './open.ts';
import { Outcome } from './outcome.ts';
import { eventLoopTurn, Ticks } from './ticks.ts';
import { Jumps, requireTimeline } from './timeline/jumps.ts';
import { Milestones } from './timeline/milestones.ts';

/**
 * One session being played: a single loop that obeys verbs and plays ticks in turn, so that neither ever
 * happens in the middle of the other.
 */
export class Play {
  readonly standing: Standing;
  readonly #parts: Parts;
  readonly #ticks: Ticks;
  readonly #jumps: Jumps;
  readonly #milestones: Milestones;
  readonly #outcome: Outcome;

  constructor(parts: Parts) {
    const { plan, host } = parts;
    this.#parts = parts;
    this.standing = {
      state: 'paused',
      turn: plan.turn,
      speed: plan.speed,
      frame: Math.max(0, host.newestFrame()),
      goalReached: false,
      stopped: null,
    };
    this.#ticks = new Ticks(parts, this.standing, (act, seen) => this.#heed(act, seen));
    this.#jumps = new Jumps(
      parts,
      this.#ticks,
      () => this.#tell(),
      (frame) => this.#arrivedAt(frame),
    );
    this.#milestones = new Milestones(parts.core?.timeline ?? null, parts.mind.player);
    this.#outcome = new Outcome(parts, this.standing, {
      reached: () => {
        this.#milestones.reached();
        this.#tell();
      },
      pause: () => this.#pause(),
    });
    parts.core?.autosave.noteBy(() => this.#place);
  }

  /** Starts the clock. */
  begin(): void {
    this.#resume();
  }

  /** Plays until the session ends. Throws what broke it; the caller reports that. */
  async play(): Promise<SessionEnd> {
    const { inbox, chronicle, core } = this.#parts;
    for (;;) {
      for (let ask = inbox.take(); ask && !this.#outcome.end; ask = inbox.take()) await this.#answer(ask);
      if (this.#outcome.end) break;
      if (this.standing.state === 'paused') await inbox.wait(1000);
      else await this.#ticks.tick();
      if (this.#ticks.limitReached) this.#outcome.reachLimit();
      core?.timeline?.keepUp();
      this.#outcome.judge(this.#ticks.played);
      if (!chronicle.keepUp()) continue;
      core?.autosave.saveWhenDue(this.#ticks.played);
      this.#outcome.closeSecond();
    }
    this.#ticks.halt();
    this.settle();
    return this.#outcome.end;
  }

  /** Writes what is still only in memory: inputs, figures and an autosave. */
  settle(): void {
    this.#parts.chronicle.rest();
    this.#parts.core?.autosave.save();
  }

  #heed(act: Act | Witnessed, seen: Observation): void {
    const decision = 'decision' in act ? act.decision : undefined;
    if (decision) {
      this.#parts.chronicle.decided(decision, seen);
      this.#parts.stops.decided(decision);
    }
    this.#milestones.looked(seen.frame, act.status, decision);
    this.#outcome.heed(act);
  }

  async #answer({ type: _, id, ...verb }: Ask): Promise<void> {
    const { report } = this.#parts;
    try {
      report({ type: 'reply', id, value: await this.#obey(verb) });
    } catch (error) {
      const problem = problemFrom(error);
      report({ type: 'reply', id, problem });
      // What breaks a verb breaks only the verb, unless the core or the window itself is gone.
      if (isEndOfSource(problem)) throw error;
    }
  }

  async #obey(verb: Verb): Promise<unknown> {
    const { times, chronicle } = this.#parts;
    switch (verb.verb) {
      case 'pause':
        return this.#pause();
      case 'resume':
        return this.#resume();
      case 'stop':
        return this.#outcome.stop();
      case 'record':
        chronicle.sendDecisions();
        return chronicle.record();
      case 'metrics':
        return times.figures(chronicle.openMs());
      case 'step':
        return this.#step(verb.frames);
      case 'speed':
        this.#core('speed');
        this.#ticks.setSpeed(verb.speed);
        return this.#tell();
      case 'turn':
        return this.#setTurn(verb.turn);
      case 'stop-when':
        return this.#parts.stops.set(verb.conditions);
      case 'tune':
        return this.#tune(verb.tuning);
      case 'buttons':
        if (this.standing.turn !== 'ai') this.#ticks.hold(verb.mask);
        return;
      case 'save':
        return this.#save(verb);
      case 'load':
        return this.#load(verb);
      case 'timeline':
        return requireTimeline(this.#parts).timeline.show();
      case 'thumbnail':
        return requireTimeline(this.#parts).timeline.thumbnail(verb.frame);
      case 'rewind':
        return this.#jump(() => this.#jumps.rewind(verb.to));
      case 'undo-rewind':
        return this.#jump(() => this.#jumps.undo());
      case 'redo-rewind':
        return this.#jump(() => this.#jumps.redo());
    }
  }

  #pause(): void {
    if (this.standing.state === 'paused') return;
    this.#ticks.halt();
    this.#parts.stops.run(false);
    this.settle();
    this.#tell();
  }

  #resume(): void {
    if (this.standing.state === 'running') return;
    this.standing.stopped = null;
    this.#parts.stops.run(true);
    this.#parts.chronicle.begin();
    this.#ticks.start();
    this.#tell();
  }

  async #step(frames: number): Promise<void> {
    if (this.standing.state !== 'paused') throw onlyPaused();
    for (let left = frames; left > 0 && !this.#ticks.limitReached; left -= this.#ticks.frames) {
      await this.#ticks.advance(Math.min(left, this.#ticks.frames));
      // A long step must not look like a hung process.
      await eventLoopTurn();
    }
    this.#parts.chronicle.rest();
    this.#tell();
  }

  #setTurn(turn: Standing['turn']): void {
    if (turn === this.standing.turn) return;
    requireTurn(turn, this.#parts.plan);
    // The human is about to do something to the game: what was before can be gone back to.
    if (this.standing.turn === 'ai') this.#parts.core?.autosave.save();
    else if (turn === 'ai') this.#outcome.tryAgain();
    this.standing.turn = turn;
    this.#ticks.changeHands();
    this.#parts.core?.timeline?.mark({ kind: turn === 'ai' ? 'hand-back' : 'take-over', title: '' });
    this.#tell();
  }

  #tune(tuning: Tuning): void {
    const { pictures, chronicle } = this.#parts;
    pictures.setRate(tuning.picturesPerSecond);
    chronicle.setOverlayRate(tuning.overlayPerSecond);
    this.#ticks.tune(tuning.framesBetweenLooks, tuning.fastestSpeed);
  }

  /** Saves the present, with its picture and what is known of it beside the state. */
  #save({ path, name, title }: Extract<Verb, { verb: 'save' }>): Saved {
    const { host, timeline } = this.#core('save');
    const saved = host.saveState(path);
    const session = this.#parts.plan.id;
    describeSave(path, saved.frame, { title, session, ...this.#place }, host.picture());
    timeline?.mark({ kind: 'save', title: name });
    return { path, ...saved };
  }

  /** Where in the story the present is. */
  get #place(): { place: string; position: number | null } {
    return { place: this.#milestones.place, position: this.#parts.core?.timeline?.position ?? null };
  }

  async #jump(jump: () => Promise<Jumped>): Promise<Jumped> {
    const jumped = await jump();
    this.#tell();
    return jumped;
  }

  /** Play goes on from another frame: what came after it has not happened. Null: from a moment that is not ours. */
  #arrivedAt(frame: number | null): void {
    const { goalReached, decision, setBack } = this.#milestones.wentBack(frame);
    if (setBack) this.#parts.chronicle.setBack(setBack);
    this.standing.goalReached = goalReached;
    this.#outcome.tryAgain();
    this.#parts.report({ type: 'arrived', decision });
  }

  /** Frames go on being counted: a frame's number is its place in the session, not in the game's story. */
  #load({ path, own }: Extract<Verb, { verb: 'load' }>): Loaded {
    const { host, recorder, timeline } = this.#core('load');
    const { chronicle } = this.#parts;
    const running = this.standing.state === 'running';
    this.#ticks.halt();
    chronicle.rest();
    const from = Math.max(0, host.newestFrame());
    let shown: number | null;
    try {
      // The copy first: a load that the replay cannot follow must not happen.
      const copy = recorder.keepState(path);
      try {
        const { frame } = host.loadState(path);
        chronicle.loaded(copy, frame);
        // A state holds what was after its last frame; of another session's nobody knows here how it came about.
        shown = own && frame > 0 ? frame - 1 : null;
        timeline?.leave();
        timeline?.loaded(shown);
        this.#arrivedAt(shown);
      } catch (error) {
        recorder.dropState(copy);
        throw error;
      }
      this.#ticks.arrive();
      chronicle.record();
      timeline?.mark({ kind: 'went-back', title: '' });
      return { from, shown };
    } finally {
      if (running) this.#resume();
      else this.#tell();
    }
  }

  /** The core, for what only a core can do. Throws `session.wrong-state` where a window's program runs the game. */
  #core(verb: 'save' | 'load' | 'speed'): CoreParts {
    const { core } = this.#parts;
    if (core) return core;
    throw new EeveeError({
      code: 'session.wrong-state',
      message: `A game in another program’s window cannot be ${beyondWindows[verb]} from here.`,
      remedy: 'Do it in that program, or play the game with a core.',
    });
  }

  #tell(): void {
    this.#parts.report({ type: 'standing', standing: { ...this.standing } });
  }
}

const beyondWindows = { save: 'saved', load: 'loaded', speed: 'made faster or slower' } as const;

const onlyPaused = (): EeveeError =>
  new EeveeError({
    code: 'session.wrong-state',
    message: 'Only a paused session can be stepped.',
    remedy: 'Pause it first.',
  });
