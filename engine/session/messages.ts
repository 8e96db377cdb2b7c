import type { CoreInfo, HostInfo, Picture, SetupWrite } from '../../native/types.ts';
import type { Problem } from '../../protocol/errors.ts';
import type { Guide } from '../../protocol/guide.ts';
import type { Decision, Observation } from '../../protocol/observation.ts';
import type { Metrics, Second, SessionEnd } from '../../protocol/sessions.ts';
import type { Clock, PlayerKind, SessionState, Turn } from '../../protocol/words.ts';
import type { EyesRuntime } from '../perception/sight.ts';

/** Everything a session process needs; checked by the engine before the process exists. */
export interface StartPlan {
  id: string;
  /** The session's own folder: inputs, autosave, states. */
  folder: string;
  /** Id in the catalogue; null for a ROM of the player's own. */
  game: string | null;
  /** What the player may know of the game. */
  guide: Guide | null;
  rom: string;
  romSha256: string;
  core: CoreInfo;
  systemDir: string;
  modelDir: string;
  eyes: EyesRuntime;
  setup: SetupWrite[];
  seed: number;
  clock: Clock;
  speed: number;
  goal: string | null;
  /** Scenario that the session is judged by afterwards; the player does not hear of it. */
  scenario?: string;
  player: PlayerKind;
  frameLimit: number | null;
  endOnGoal: boolean;
  /** A state to begin from instead of power-on. */
  startState: string | null;
  autosaveSeconds: number;
}

/** A picture on its way to the page: the frame ring's copy without the luminance. */
export type SentPicture = Omit<Picture, 'grey'>;

/** Verbs that the engine may ask of a session process; each is answered by one `reply`. */
export type Verb =
  | { verb: 'pause' | 'resume' | 'stop' | 'metrics' }
  | { verb: 'step'; frames: number }
  | { verb: 'speed'; speed: number }
  | { verb: 'turn'; turn: Turn }
  | { verb: 'buttons'; mask: number }
  | { verb: 'save'; path: string }
  | { verb: 'load'; path: string };

export type Command =
  | { type: 'start'; plan: StartPlan }
  | ({ type: 'ask'; id: number } & Verb)
  /** One picture newer than frame `after`, as soon as there is one. */
  | { type: 'picture'; after: number };

/** The figures of a session without its id, as the process measures them. */
export type Figures = Omit<Metrics, 'id' | 'seconds'>;

/** What of a session can change while it lives. */
export interface Standing {
  state: Extract<SessionState, 'running' | 'paused'>;
  turn: Turn;
  speed: number;
  frame: number;
  goalReached: boolean;
}

export interface Saved {
  path: string;
  frame: number;
  bytes: number;
}

/** What a session process tells the engine, unasked except for `reply` and `picture`. */
export type Report =
  | { type: 'ready'; info: HostInfo; standing: Standing }
  /** Four times a second: the event loop and the frame counter are alive. */
  | { type: 'beat'; frame: number }
  | { type: 'standing'; standing: Standing }
  | { type: 'second'; second: Second; figures: Figures }
  | { type: 'decisions'; decisions: Decision[] }
  | { type: 'observation'; observation: Observation }
  | { type: 'autosave'; saved: Saved }
  | { type: 'picture'; picture: SentPicture }
  | { type: 'notice'; level: 'info' | 'warning' | 'error'; message: string; remedy?: string }
  | { type: 'reply'; id: number; value?: unknown; problem?: Problem }
  /** The last report. `figures`: the final ones; null when the core is stuck and answers nothing. */
  | { type: 'ended'; end: SessionEnd; frame: number; figures: Figures | null };
