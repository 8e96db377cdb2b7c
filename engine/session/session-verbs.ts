import type { Session } from '../../protocol/sessions.ts';
import type { StopCondition } from '../../protocol/stop.ts';
import type { Rewound, Timeline } from '../../protocol/timeline.ts';
import type { Turn } from '../../protocol/words.ts';
import type { LiveRecord } from './live-record.ts';
import type { Jumped, JumpTarget, JumpVerb, Loaded, PackedPicture, Saved, Verb } from './messages.ts';
import { requireAlive, requireHuman } from './refusals.ts';
import { requireSensibleStops, type StopContext } from './stop/check.ts';

/** What can be asked of a session's process while it plays. Every verb throws what {@link ask} throws. */
export abstract class SessionVerbs {
  protected readonly known: LiveRecord;
  readonly #limits: StopContext;

  /** `limits`: what its stop conditions may speak of. */
  constructor(known: LiveRecord, limits: StopContext) {
    this.known = known;
    this.#limits = limits;
  }

  /** Puts a verb to the process and gives its answer. Throws `session.wrong-state` and `session.ended`. */
  protected abstract ask(verb: Verb): Promise<unknown>;

  async pause(): Promise<Session> {
    return this.#do({ verb: 'pause' });
  }
  async resume(): Promise<Session> {
    return this.#do({ verb: 'resume' });
  }
  /** Runs that many frames of a paused session. Throws `session.wrong-state` while it runs. */
  async step(frames: number): Promise<Session> {
    return this.#do({ verb: 'step', frames });
  }
  async setSpeed(speed: number): Promise<Session> {
    return this.#do({ verb: 'speed', speed });
  }
  async setTurn(turn: Turn): Promise<Session> {
    return this.#do({ verb: 'turn', turn });
  }

  /** Other stop conditions from now on. Throws `configuration.invalid` for one that this session cannot judge. */
  async setStopWhen(conditions: StopCondition[]): Promise<Session> {
    requireSensibleStops(conditions, this.#limits);
    await this.ask({ verb: 'stop-when', conditions });
    this.known.putStops(conditions);
    return this.known.session;
  }

  /** Buttons held by the human. Throws `session.wrong-state` while it is the AI's turn. */
  async setButtons(mask: number): Promise<Session> {
    requireAlive(this.known.now);
    requireHuman(this.known.now);
    return this.#do({ verb: 'buttons', mask });
  }

  /** Saves the present under a name; what was saved lies in the session's folder then. */
  async saveState(name: string, title: string, path: string): Promise<void> {
    const saved = (await this.ask({ verb: 'save', path, name, title })) as Saved;
    this.known.noteState(name, saved);
  }

  /**
   * Throws `resource.state-foreign` or `resource.state-broken`; the session then goes on as it was. `own`: this
   * session saved it. `title`: what people call it.
   */
  async loadState(path: string, own: boolean, title: string): Promise<Session> {
    const loaded = (await this.ask({ verb: 'load', path, own })) as Loaded;
    this.known.noteLoad(title, loaded);
    return this.known.session;
  }

  /** What can be gone back to. Throws `session.wrong-state` where there is no going back. */
  async timeline(): Promise<Omit<Timeline, 'id'>> {
    return (await this.ask({ verb: 'timeline' })) as Omit<Timeline, 'id'>;
  }

  /** The picture of one of the timeline's keyframes; null where there is none. */
  async thumbnail(frame: number): Promise<PackedPicture | null> {
    return (await this.ask({ verb: 'thumbnail', frame })) as PackedPicture | null;
  }

  /** Goes back; throws `configuration.invalid` for a frame that cannot be reached. */
  async rewind(to: JumpTarget): Promise<Rewound> {
    return this.#jump({ verb: 'rewind', to });
  }

  /** Takes the last jump back, or an undo. Throws `session.wrong-state` where there is none. */
  async retrace(verb: 'undo-rewind' | 'redo-rewind'): Promise<Rewound> {
    return this.#jump({ verb });
  }

  async #jump(verb: JumpVerb): Promise<Rewound> {
    const jumped = (await this.ask(verb)) as Jumped;
    this.known.noteJump(verb.verb, jumped);
    return { session: this.known.session, ...jumped };
  }

  async #do(verb: Verb): Promise<Session> {
    await this.ask(verb);
    return this.known.session;
  }
}
