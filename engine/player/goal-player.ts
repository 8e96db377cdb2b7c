import type { Guide, GuideGoal } from '../../protocol/guide.ts';
import type { Decision, GoalNode, Observation } from '../../protocol/observation.ts';
import { randomFrom } from './random-numbers.ts';
import type { Doing, Intention, Mind } from './skills/skill.ts';
import { startTask } from './tasks/index.ts';
import type { TaskResult } from './tasks/task.ts';
import type { Act, GoalStatus, Player } from './types.ts';
import { World } from './world/world.ts';

/** Attempts at a task before the player gives the goal up. */
const mostAttempts = 3;
/** Frames without a new decision after which whatever is under way counts as stuck: half a minute of play. */
const longestSilence = 1800;

/**
 * The player that pursues a goal of a game's guide: goal → tasks in order → skills → buttons. Sees nothing
 * but observations. While a human plays it keeps its map of the world up to date, and goes on with the task
 * it was at when the buttons are handed back.
 */
export class GoalPlayer implements Player {
  readonly tickFrames = 4;
  readonly world: World;
  readonly #guide: Guide;
  readonly #goal: GuideGoal;
  readonly #states: GoalNode['state'][];
  readonly #random: () => number;
  #mind: Mind | null = null;
  #task = 0;
  /** Frame of the newest decision. */
  #decidedAt = 0;
  #attempts = 0;
  #doing: Doing<TaskResult> | null = null;
  #intention: Intention | null = null;
  #status: GoalStatus = 'pursuing';

  constructor(guide: Guide, goal: GuideGoal, seed: number) {
    this.#guide = guide;
    this.#goal = goal;
    this.world = new World(guide.view);
    this.#random = randomFrom(seed);
    this.#states = goal.tasks.map(() => 'waiting');
  }

  decide(observation: Observation): Act {
    const mind = this.#take(observation);
    if (observation.mode === 'ending') this.#finish();
    if (this.#status !== 'pursuing') return this.#rest();
    const buttons = this.#goOn(mind, observation);
    if (this.#status !== 'pursuing') return this.#rest();
    const intention = this.#intention;
    this.#intention = null;
    return intention
      ? { buttons, status: 'pursuing', decision: this.#decision(intention) }
      : { buttons, status: 'pursuing' };
  }

  watch(observation: Observation): void {
    this.#take(observation);
    // What was under way rests on a position that the human is changing: it begins afresh at the hand-back.
    this.#doing = null;
    if (observation.mode === 'ending') this.#finish();
  }

  reset(): void {
    this.world.loseTrack();
    this.#doing = null;
    if (this.#status === 'pursuing') this.#attempts = 0;
  }

  #take(observation: Observation): Mind {
    this.world.observe(observation);
    this.#mind ??= {
      world: this.world,
      guide: this.#guide,
      seen: observation,
      intend: (intention) => {
        this.#intention = intention;
        this.#decidedAt = this.world.frame;
      },
      random: this.#random,
    };
    this.#mind.seen = observation;
    return this.#mind;
  }

  /** Resumes the task under way; when it ends, the next one begins within the same observation. */
  #goOn(mind: Mind, observation: Observation): number {
    while (this.#task < this.#goal.tasks.length) {
      if (this.#doing && this.world.frame - this.#decidedAt > longestSilence) return this.#failAttempt();
      const fresh = this.#doing === null;
      if (fresh) this.#decidedAt = this.world.frame;
      this.#doing ??= startTask(mind, this.#goal.tasks[this.#task]!);
      this.#states[this.#task] = 'active';
      const step = fresh ? this.#doing.next() : this.#doing.next(observation);
      if (!step.done) return step.value;
      this.#doing = null;
      if (step.value === 'done') {
        this.#states[this.#task] = 'done';
        this.#task++;
        this.#attempts = 0;
      } else return this.#failAttempt();
    }
    this.#status = 'reached';
    return 0;
  }

  /** The next attempt begins with the next observation: one that fails at once cannot spin. */
  #failAttempt(): number {
    this.#doing = null;
    this.#decidedAt = this.world.frame;
    if (++this.#attempts >= mostAttempts) {
      this.#states[this.#task] = 'failed';
      this.#status = 'gave-up';
    }
    return 0;
  }

  #finish(): void {
    if (this.#status !== 'pursuing') return;
    // The end of the game was reached: with all errands done, that is the goal.
    this.#states[this.#goal.tasks.length - 1] = 'done';
    this.#status = 'reached';
  }

  #rest(): Act {
    const title = this.#goal.title;
    if (this.#status === 'reached') return { buttons: 0, status: 'reached', reason: `${title}: done` };
    const task = this.#goal.tasks[this.#task]?.title ?? title;
    return {
      buttons: 0,
      status: 'gave-up',
      reason: `"${task}" failed ${mostAttempts} times: nothing was left to try`,
    };
  }

  #decision(intention: Intention): Decision {
    return {
      frame: this.world.frame,
      goal: this.#goal.title,
      task: this.#goal.tasks[this.#task]?.title ?? this.#goal.title,
      ...intention,
      tasks: this.#goal.tasks.map(({ name, title }, i) => ({ name, title, state: this.#states[i]! })),
    };
  }
}
