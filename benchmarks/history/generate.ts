import { Distribution } from '../../engine/history/distribution.ts';
import { encodeFrameTimes } from '../../engine/history/frame-times.ts';
import type { PlayedSecond } from '../../engine/history/played.ts';
import { randomFrom } from '../../engine/player/random-numbers.ts';
import { newRecord } from '../../engine/session/new-record.ts';
import type { Store } from '../../engine/store/store.ts';
import type { Decision } from '../../protocol/observation.ts';
import type { Session } from '../../protocol/sessions.ts';

const skills = ['explore', 'walk-to', 'interact', 'turn-pages', 'enter', 'read'] as const;

/**
 * Makes play as a store would have it: 60 frames a second whose times are spread as on an ordinary desktop (a
 * standard deviation of 0.2 ms, one frame in 2000 late by up to 40 ms), 15 looks a second, a decision a second.
 */
export class Generator {
  readonly #random: () => number;
  readonly #store: Store;
  #ids = 0;

  constructor(store: Store, seed: number) {
    this.#store = store;
    this.#random = randomFrom(seed);
  }

  /**
   * A session that began then, and ended after so many seconds of play. `coarse`: it is over so long ago that its
   * seconds are gone anyway; then a "second" stands for ten minutes, which leaves the same sums behind.
   */
  play(began: Date, seconds: number, coarse = false): Session {
    const id = (this.#ids++).toString(36).padStart(12, '0');
    const session = this.#session(id, began);
    this.#store.putSession(session);
    const width = coarse ? 600 : 1;
    for (let second = 0; second < seconds; second += width) {
      const at = new Date(began.getTime() + second * 1000);
      this.#store.addSecond(id, this.#second(second, width), undefined, at);
      if (!coarse) this.#store.addDecision(id, second, this.#decision(second));
      if (second % 600 === 0) this.#store.flush();
    }
    const ended: Session = {
      ...session,
      state: 'ended',
      frame: seconds * 60,
      endedAt: new Date(began.getTime() + seconds * 1000).toISOString(),
      end: { reason: 'stopped', message: 'Stopped.' },
      goalReached: this.#random() < 0.4,
      decision: this.#decision(seconds),
    };
    this.#store.putSession(ended);
    return ended;
  }

  #second(second: number, width: number): PlayedSecond {
    const frames = new Distribution();
    const path = new Distribution();
    const times: number[] = [];
    for (let frame = 0; frame < 60; frame += 1) {
      const late = this.#random() < 1 / 2000 ? this.#random() * 40_000 : 0;
      times.push(16_743 + 200 * this.#normal() + late);
      frames.add(times[frame]!, width);
    }
    for (let look = 0; look < 15; look += 1) path.add(180 + 120 * Math.abs(this.#normal()), width);
    const skill = skills[Math.floor(this.#random() * skills.length)]!;
    return {
      second,
      played: {
        frames: 60 * width,
        elapsedMs: 1004.6 * width,
        lateFrames: times.filter((time) => time > 33_000).length,
        decisions: width,
        decisionsBy: { [skill]: width },
        lostFrames: 0,
        looks: 15 * width,
        slowLooks: 0,
        inferences: Math.floor(20 + 40 * this.#random()) * width,
        unchangedFrames: Math.floor(20 * this.#random()) * width,
        cacheHits: Math.floor(500 * this.#random()) * width,
        cacheMisses: Math.floor(9 * this.#random()) * width,
        processorMs: (120 + 60 * this.#random()) * width,
        engineProcessorMs: (20 + 10 * this.#random()) * width,
        residentBytes: 9e7 + Math.floor(1e6 * this.#random()),
        engineResidentBytes: 1.4e8 + Math.floor(1e6 * this.#random()),
        milliJoules: (12 + 3 * this.#random()) * 1004.6 * width,
        poweredMs: 1004.6 * width,
      },
      frameTimes: frames.encode(),
      path: path.encode(),
      everyFrame: width === 1 ? encodeFrameTimes(times) : null,
    };
  }

  /** Box–Muller. */
  #normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.#random())) * Math.cos(2 * Math.PI * this.#random());
  }

  #decision(second: number): Decision {
    const skill = skills[Math.floor(this.#random() * skills.length)]!;
    const cells = 1 + Math.floor(this.#random() * 9);
    return {
      frame: second * 60,
      goal: 'Reach the last gate',
      task: 'Find the way north',
      skill,
      action: `walk ${['up', 'down', 'left', 'right'][Math.floor(this.#random() * 4)]} ${cells} cells`,
      why: `the nearest unknown cell lies ${cells} cells away`,
      confidence: Math.round(this.#random() * 100) / 100,
      tasks: ['begin', 'leave-home', 'read-sign', 'visit-neighbour', 'find-gate'].map((name, index) => ({
        name,
        title: `Task number ${index + 1} of this goal`,
        state: index < 3 ? ('done' as const) : ('waiting' as const),
      })),
    };
  }

  #session(id: string, began: Date): Session {
    const record = newRecord(
      {
        id,
        game: 'a-game',
        title: 'A game',
        rom: '/games/a-game.gbc',
        romSha256: '0'.repeat(64),
        core: '/cores/a_core.so',
        seed: this.#ids,
        clock: 'real-time',
        goal: 'last-gate',
        player: 'eyes',
        speed: 1,
        turn: 'ai',
      },
      began,
    );
    return { ...record, state: 'running' };
  }
}
