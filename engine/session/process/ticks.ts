import type { InputRun } from '../../../native/types.ts';
import { EeveeError } from '../../../protocol/errors.ts';
import type { Observation } from '../../../protocol/observation.ts';
import type { Act, Player, Witnessed } from '../../player/types.ts';
import { hungProblem } from '../ending.ts';
import type { Standing } from '../messages.ts';
import { AdviceBook } from './advice-book.ts';
import { blindObservation } from './mind.ts';
import type { Parts } from './open.ts';

/** Frames between two looks when nobody looks. */
const idleTickFrames = 4;
/**
 * The same while the human plays, who walks on without a stop: a step takes sixteen frames, and with an odd number
 * some look falls on its end, where the view rests on its grid and can be read.
 */
const humanTickFrames = 3;
/** Lockstep gives the event loop a turn this often, so that verbs are heard and beats are sent. */
const yieldEveryMs = 5;
/** Frames of a rerun between two looks at the clock. */
const rerunAtOnce = 30;
/** A paced core that makes no frame for this long is stuck; the slowest speed makes one each 33 ms. */
const stuckMs = 1000;
/** The longest sleep of the real-time loop, and what one look at the frame counter stands for at most. */
const longestWaitMs = 50;

export const eventLoopTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * The way from frames to buttons, in both clocks: lockstep runs the core a tick at a time and then looks; in
 * real time the core's own clock runs it and we look when a tick has passed.
 */
export class Ticks {
  /** Frames between two looks in the player's own turn. */
  readonly #ownFrames: number;
  /** Frames played in this process. */
  played = 0;
  /** In real time they may be further apart, where the machine cannot keep up. */
  #framesApart: number;
  #fastestSpeed = Number.POSITIVE_INFINITY;
  readonly #parts: Parts;
  readonly #standing: Standing;
  readonly #heed: (act: Act | Witnessed, seen: Observation) => void;
  readonly #advice = new AdviceBook();
  /** Buttons held now, whoever holds them. */
  #buttons = 0;
  /** All that were held at some time since the last look: a tap may be shorter than a tick. */
  #pressed = 0;
  #sinceLook = 0;
  /** The last frame that was counted. */
  #lastFrame: number;
  #lastYield = performance.now();
  #stuck = { frame: -1, forMs: 0, lookedAt: 0 };

  /** `standing` is kept up to date; `heed` hears what the player wants besides the buttons. */
  constructor(parts: Parts, standing: Standing, heed: (act: Act | Witnessed, seen: Observation) => void) {
    const { host, mind } = parts;
    this.#parts = parts;
    this.#standing = standing;
    this.#heed = heed;
    this.#ownFrames = mind.player?.tickFrames ?? idleTickFrames;
    this.#framesApart = this.#ownFrames;
    this.#lastFrame = host.newestFrame();
  }

  /** Frames between two looks in lockstep, and the fewest in real time. */
  get frames(): number {
    return this.#standing.turn === 'ai' ? this.#ownFrames : humanTickFrames;
  }

  /** Plays one tick, or returns early because a verb waits. */
  async tick(): Promise<void> {
    if (this.#parts.plan.clock === 'lockstep') await this.#lockstepTick();
    else await this.#realTimeTick();
  }

  /** Runs `frames` frames with the core waiting for us, looking whenever a tick is due. */
  async advance(frames: number): Promise<void> {
    const { host } = this.#parts;
    for (let left = Math.min(frames, this.#framesLeft()); left > 0; ) {
      const run = Math.min(left, Math.max(1, this.frames - this.#sinceLook));
      // The last frame runs alone, so that the whole way of the one looked at can be timed.
      if (run > 1) host.run(run - 1, this.#buttons);
      const began = performance.now();
      host.run(1, this.#buttons);
      const coreUs = (performance.now() - began) * 1000;
      left -= run;
      this.#sinceLook += run;
      this.#count(run);
      if (this.#sinceLook >= this.frames) await this.#look(coreUs);
    }
  }

  /** True when the session's frame limit is used up. */
  get limitReached(): boolean {
    return this.#framesLeft() <= 0;
  }

  /** Holds these buttons from the next frame on. */
  hold(mask: number): void {
    if (mask === this.#buttons) return;
    this.#buttons = mask;
    this.#pressed |= mask;
    if (this.#clockRuns()) this.#parts.host.setButtons(mask);
  }

  /** Starts the paced clock, where there is one. */
  start(): void {
    const { host, plan } = this.#parts;
    this.#standing.state = 'running';
    this.#stuck = { frame: -1, forMs: 0, lookedAt: performance.now() };
    if (plan.clock !== 'real-time') return;
    host.setButtons(this.#buttons);
    host.startClock(this.#speed);
  }

  /** Stops the clock and counts the frames that it ran since the last tick. */
  halt(): void {
    if (this.#clockRuns()) {
      this.#parts.host.stopClock();
      this.#count(this.#parts.host.newestFrame() - this.#lastFrame);
    }
    this.#standing.state = 'paused';
  }

  get running(): boolean {
    return this.#standing.state === 'running';
  }

  setSpeed(speed: number): void {
    this.#standing.speed = speed;
    if (this.#clockRuns()) this.#parts.core?.host.setSpeed(this.#speed);
  }

  /**
   * In real time: the fewest frames between two looks, and the fastest speed. Lockstep stays what it is, because
   * there the same seed has to give the same frames.
   */
  tune(framesBetweenLooks: number, fastestSpeed: number): void {
    this.#framesApart = Math.max(this.#ownFrames, framesBetweenLooks);
    this.#fastestSpeed = fastestSpeed;
    this.setSpeed(this.#standing.speed);
  }

  /** Frames between two looks in real time. A machine that cannot keep up looks less often, but never evenly. */
  get #apart(): number {
    if (this.#standing.turn === 'ai') return this.#framesApart;
    return this.#framesApart > this.#ownFrames ? this.#framesApart | 1 : humanTickFrames;
  }

  /** How fast the clock runs: as was asked for, unless the machine is not up to it. */
  get #speed(): number {
    return Math.min(this.#standing.speed, this.#fastestSpeed);
  }

  /** After a state was loaded: shows where we are, and looks afresh. */
  arrive(): void {
    const { host, mind } = this.#parts;
    mind.sight?.reset();
    mind.player?.reset(this.#lastFrame);
    // Whoever loads wants to see where they are, also while the game stands still.
    host.run(1, 0);
    this.#count(1);
    this.#sinceLook = 0;
  }

  /**
   * After a jump: runs frames that were played before, with what was held then, and looks afresh. They are no
   * play: neither the frame limit nor the figures count them.
   */
  async rerun(runs: readonly InputRun[]): Promise<void> {
    const { host, mind } = this.#parts;
    this.changeHands();
    for (const { frames, buttons } of runs) {
      for (let left = frames; left > 0; ) {
        const chunk = Math.min(left, rerunAtOnce);
        host.run(chunk, buttons);
        left -= chunk;
        this.#advance(chunk);
        // A long way must not look like a hung process.
        if (performance.now() - this.#lastYield < yieldEveryMs) continue;
        await eventLoopTurn();
        this.#lastYield = performance.now();
      }
    }
    mind.sight?.reset();
    mind.player?.reset(this.#lastFrame);
    this.#sinceLook = 0;
  }

  async #lockstepTick(): Promise<void> {
    await this.advance(this.frames);
    if (performance.now() - this.#lastYield < yieldEveryMs) return;
    await eventLoopTurn();
    this.#lastYield = performance.now();
  }

  async #realTimeTick(): Promise<void> {
    const { host, inbox } = this.#parts;
    const due = this.#lastFrame + this.#apart;
    for (let newest = host.newestFrame(); newest < due; newest = host.newestFrame()) {
      if (inbox.waiting) return;
      this.#checkStuck(newest);
      const frameMs = 1000 / (host.info.fps * this.#speed);
      await inbox.wait(Math.max(1, Math.min(longestWaitMs, (due - newest - 0.5) * frameMs)));
    }
    this.#count(host.newestFrame() - this.#lastFrame);
    await this.#look(null);
  }

  #count(frames: number): void {
    this.played += frames;
    this.#parts.times.ran(frames);
    this.#advance(frames);
  }

  #advance(frames: number): void {
    this.#lastFrame += frames;
    this.#standing.frame = Math.max(0, this.#lastFrame);
  }

  /** Time that this process itself stood still (a laptop asleep, Ctrl+Z) is not held against the core. */
  #checkStuck(newest: number): void {
    const now = performance.now();
    const passed = Math.min(now - this.#stuck.lookedAt, 2 * longestWaitMs);
    const forMs = newest === this.#stuck.frame ? this.#stuck.forMs + passed : 0;
    this.#stuck = { frame: newest, forMs, lookedAt: now };
    // What stopped the clock on the frame thread is thrown by the next verb there.
    if (forMs > longestWaitMs) this.#parts.host.metrics();
    if (forMs < stuckMs) return;
    throw new EeveeError(hungProblem(this.#parts.plan.source, newest, stuckMs));
  }

  async #look(coreUs: number | null): Promise<void> {
    const { mind, times, chronicle, stops } = this.#parts;
    this.#sinceLook = 0;
    if (!mind.player) return;
    const began = performance.now();
    const look = mind.sight ? await mind.sight.see() : null;
    const observation = look?.observation ?? blindObservation(this.#standing.frame);
    const seen = performance.now();
    this.#play(mind.player, observation);
    times.looked({
      pathUs: look?.pathUs ?? null,
      coreUs,
      seeUs: (seen - began) * 1000,
      decideUs: (performance.now() - seen) * 1000,
    });
    if (!look) return;
    chronicle.observed(observation);
    stops.saw(observation);
  }

  /** Gives the player its turn, or has it look on at the human's. */
  #play(player: Player, observation: Observation): void {
    const { turn } = this.#standing;
    const pressed = this.#pressed;
    this.#pressed = this.#buttons;
    if (turn !== 'ai') this.#parts.chronicle.looked(observation.frame, turn, pressed);
    switch (turn) {
      case 'ai': {
        const act = player.decide(observation);
        this.#parts.chronicle.looked(observation.frame, turn, act.buttons);
        this.hold(act.buttons);
        this.#heed(act, observation);
        return;
      }
      case 'player':
        this.#heed(player.watch(observation, pressed), observation);
        return;
      case 'advisor': {
        const witnessed = player.advise(observation, pressed);
        const news = this.#advice.hear(witnessed.suggestion, pressed, observation.frame);
        if (news) this.#parts.chronicle.advised(news);
        this.#heed(witnessed, observation);
        return;
      }
    }
  }

  /** The turn has changed hands: nothing stays pressed, for the other side did not press it, and no advice stands. */
  changeHands(): void {
    this.hold(0);
    this.#pressed = 0;
    const news = this.#advice.close();
    if (news) this.#parts.chronicle.advised(news);
  }

  #framesLeft(): number {
    return (this.#parts.plan.frameLimit ?? Number.POSITIVE_INFINITY) - this.played;
  }

  #clockRuns(): boolean {
    return this.#standing.state === 'running' && this.#parts.plan.clock === 'real-time';
  }
}
