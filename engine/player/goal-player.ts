import type { Guide, GuideGoal } from '../../protocol/guide.ts';
import type { Decision, Observation } from '../../protocol/observation.ts';
import { Adviser, type Thought } from './company/adviser.ts';
import { Hands } from './company/hands.ts';

import { type Witness, witnessOf } from './company/witness.ts';
import { randomFrom } from './random-numbers.ts';
import type { Doing, Intention, Mind } from './skills/skill.ts';
import { TaskList, type TaskProgress } from './task-list.ts';
import { startTask } from './tasks/index.ts';
import type { TaskResult } from './tasks/task.ts';
import type { Act, GoalStatus, Player, Suggestion, Witnessed } from './types.ts';
import { World } from './world/world.ts';

/** Attempts at a task before the player gives the goal up. */
const mostAttempts = 3;
/** Frames without a new decision after which whatever is under way counts as stuck: half a minute of play. */
const longestSilence = 1800;

/** How far the player is. */
interface Progress {
  tasks: TaskProgress;
  status: GoalStatus;
}

/**
 * The player that pursues a goal of a game's guide: goal → tasks in order → skills → buttons. Sees nothing
 * but observations. While a human plays it keeps its map of the world and its list of tasks up to date, from what it
 * sees and from what the human presses, and goes on from there when the buttons are handed back.
 */
export class GoalPlayer implements Player {
  readonly tickFrames = 4;
  readonly world: World;
  readonly #guide: Guide;
  readonly #goal: GuideGoal;
  readonly #tasks: TaskList;
  readonly #random: () => number;
  readonly #hands = new Hands();
  #mind: Mind | null = null;
  /** Frame of the newest decision. */
  #decidedAt = 0;
  #attempts = 0;
  #doing: Doing<TaskResult> | null = null;
  /** The attempt under way was begun before time was taken back: it is not another one. */
  #goesOn = false;
  #intention: Intention | null = null;
  #witness: { task: string; sees: Witness } | null = null;
  readonly #adviser = new Adviser();
  /** The newest advice, in thought and in words. */
  #said: { thought: Thought; suggestion: Suggestion } | null = null;
  #status: GoalStatus = 'pursuing';

  constructor(guide: Guide, goal: GuideGoal, seed: number) {
    this.#guide = guide;
    this.#goal = goal;
    this.world = new World(guide.view);
    this.#random = randomFrom(seed);
    this.#tasks = new TaskList(goal);
  }

  decide(observation: Observation): Act {
    const mind = this.#take(observation);
    this.#witness = null;
    this.#adviser.forget();
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

  watch(observation: Observation, pressed: number): Witnessed {
    const mind = this.#take(observation);
    // What was under way rests on a position that the human is changing: it begins afresh at the hand-back.
    this.#doing = null;
    this.#goesOn = false;
    this.#intention = null;
    this.#hands.follow(this.world, observation, pressed);
    if (observation.mode === 'ending') this.#finish();
    else this.#lookOn(mind);
    return this.#status === 'reached'
      ? { status: 'reached', reason: this.#reachedWords, suggestion: null }
      : { status: 'pursuing', suggestion: null };
  }

  advise(observation: Observation, pressed: number): Witnessed {
    const witnessed = this.watch(observation, pressed);
    if (witnessed.status !== 'pursuing') return witnessed;
    return { ...witnessed, suggestion: this.#adviseNow(this.#take(observation)) };
  }

  reset(frame: number): void {
    this.world.loseTrack(frame);
    this.#doing = null;
    this.#witness = null;
    this.#adviser.forget();
    if (this.#status === 'pursuing') this.#attempts = 0;
  }

  progress(): Progress {
    return { tasks: this.#tasks.progress(), status: this.#status };
  }

  goBackTo({ tasks, status }: Progress, framesLater: number): void {
    this.#tasks.goBackTo(tasks);
    this.#tasks.spend(framesLater);
    this.#status = status;
    this.#attempts = 0;
    this.#doing = null;
    this.#goesOn = true;
  }

  #take(observation: Observation): Mind {
    if (observation !== this.#mind?.seen) {
      const before = this.world.frame;
      this.world.observe(observation);
      this.#tasks.spend(this.world.frame - before);
    }
    this.#mind ??= {
      world: this.world,
      guide: this.#guide,
      seen: observation,
      intend: (intention) => {
        this.#intention = intention;
        this.#tasks.stepsLeft(intention.stepsLeft ?? null);
        this.#decidedAt = this.world.frame;
      },
      random: this.#random,
    };
    this.#mind.seen = observation;
    return this.#mind;
  }

  /** The human is at the tasks: those that are seen done are done. */
  #lookOn(mind: Mind): void {
    // Whoever gave up tries again once a human has helped.
    if (this.#status === 'gave-up') this.#status = 'pursuing';
    this.#attempts = 0;
    for (let task = this.#tasks.current; task; task = this.#tasks.current) {
      this.#tasks.lookOn();
      if (this.#witness?.task !== task.name) this.#witness = { task: task.name, sees: witnessOf(task) };
      if (!this.#witness.sees(mind, this.#hands)) return;
      this.#tasks.done();
    }
    this.#status = 'reached';
  }

  #adviseNow(mind: Mind): Suggestion | null {
    const task = this.#tasks.current;
    const thought = task && this.#adviser.adviseOn(task, mind, this.#hands);
    if (!thought) {
      this.#said = null;
    } else if (thought !== this.#said?.thought) {
      this.#tasks.stepsLeft(thought.intention.stepsLeft ?? null);
      const suggestion = { buttons: thought.buttons, decision: this.#decision(thought.intention) };
      this.#said = { thought, suggestion };
    }
    return this.#said?.suggestion ?? null;
  }

  /** Resumes the task under way; when it ends, the next one begins within the same observation. */
  #goOn(mind: Mind, observation: Observation): number {
    for (let task = this.#tasks.current; task; task = this.#tasks.current) {
      if (this.#doing && this.world.frame - this.#decidedAt > longestSilence) return this.#failAttempt();
      const fresh = this.#doing === null;
      if (fresh) {
        this.#decidedAt = this.world.frame;
        if (this.#goesOn) this.#tasks.goOn();
        else this.#tasks.begin();
        this.#goesOn = false;
      }
      this.#doing ??= startTask(mind, task);
      const step = fresh ? this.#doing.next() : this.#doing.next(observation);
      if (!step.done) return step.value;
      this.#doing = null;
      if (step.value !== 'done') return this.#failAttempt();
      this.#tasks.done();
      this.#attempts = 0;
    }
    this.#status = 'reached';
    return 0;
  }

  /** The next attempt begins with the next observation: one that fails at once cannot spin. */
  #failAttempt(): number {
    this.#doing = null;
    this.#decidedAt = this.world.frame;
    if (++this.#attempts >= mostAttempts) {
      this.#tasks.fail();
      this.#status = 'gave-up';
    }
    return 0;
  }

  #finish(): void {
    if (this.#status === 'reached') return;
    this.#tasks.finish();
    this.#status = 'reached';
  }

  get #reachedWords(): string {
    return `${this.#goal.title}: done`;
  }

  #rest(): Act {
    if (this.#status === 'reached') return { buttons: 0, status: 'reached', reason: this.#reachedWords };
    const task = this.#tasks.current?.title ?? this.#goal.title;
    return {
      buttons: 0,
      status: 'gave-up',
      reason: `"${task}" failed ${mostAttempts} times: nothing was left to try`,
    };
  }

  #decision({ stepsLeft: _left, steps: _steps, ...intention }: Intention): Decision {
    return {
      frame: this.world.frame,
      goal: this.#goal.title,
      task: this.#tasks.current?.title ?? this.#goal.title,
      ...intention,
      tasks: this.#tasks.nodes(),
    };
  }
}
